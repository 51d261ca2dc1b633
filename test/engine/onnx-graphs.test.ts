// What of a graph is understood beyond the usual, and what is said of the rest, to the letter.
import { describe, expect, it } from 'vitest';
import { PancakeError, fromONNX } from '../../src/engine-entry';
import { Float, file, message, node, tensor, value } from '../support/onnx';
import { gemm, scalar, weight } from '../support/onnx-files';

type Parts = Parameters<typeof file>[0];
const relu = (from: string, to: string) => node('Relu', [from], [to]);
const whole = (name: string, ...data: number[]) => tensor(name, [data.length], data, 'int64 list');
const list = (name: string, ...data: number[]) => tensor(name, [data.length], data);
/** A column of the points, by a node before. */
const column = (index: string, to: string, axis = 1) =>
  node('Gather', ['x', index], [to], { axis });
const indices = [whole('i0', 0), whole('i1', 1), whole('j0', -2), whole('j1', -1)];
const concat = (...columns: string[]) => node('Concat', columns, ['y'], { axis: 1 });

describe('is read:', () => {
  it.each<[string, Parts, layers: string]>([
    ['an output that is the input', { nodes: [relu('x', 'z')], outputs: [value('x', 2)] }, ''],
    [
      'what comes after the output, and numbers that nobody needs',
      { nodes: [relu('x', 'y'), node('Conv', ['y', 'w'], ['z'])], numbers: [list('w', NaN)] },
      'ReLU',
    ],
    [
      'points of a shape that nobody tells',
      { nodes: [relu('x', 'y')], inputs: [value('x', null)] },
      'ReLU',
    ],
    [
      'points of a type that nobody knows',
      { nodes: [relu('x', 'y')], inputs: [value('x', 2, 99)] },
      'ReLU',
    ],
    [
      'columns counted from the end',
      { nodes: [column('j0', 'a'), column('j1', 'b', -1), concat('b', 'a')], numbers: indices },
      'Features(y, x)',
    ],
    [
      'columns by Split',
      {
        nodes: [
          node('Split', ['x'], ['a', 'b'], { axis: -1 }),
          node('Squeeze', ['a', 'i1'], ['c']),
          node('Unsqueeze', ['c', 'i1'], ['d']),
          concat('b', 'd'),
        ],
        numbers: indices,
      },
      'Features(y, x)',
    ],
    [
      'powers, products and sines of columns',
      {
        nodes: [
          column('i0', 'a'),
          column('i1', 'b'),
          node('Pow', ['a', 'two'], ['aa']),
          node('Mul', ['b', 'b'], ['bb']),
          node('Mul', ['b', 'a'], ['ba']),
          node('Sin', ['a'], ['sa']),
          node('Sin', ['b'], ['sb']),
          concat('sb', 'sa', 'ba', 'bb', 'aa'),
        ],
        numbers: [...indices, scalar('two', 2)],
      },
      'Features(sin y, sin x, xy, y², x²)',
    ],
    [
      'a sine and a square of points, not of columns',
      {
        nodes: [node('Sin', ['x'], ['s']), node('Pow', ['s', 'two'], ['y'])],
        numbers: [scalar('two', 2)],
      },
      'Sin, Square',
    ],
    [
      'numbers as nodes of each kind',
      {
        nodes: [
          node('Constant', [], ['k'], { value_int: 3 }),
          node('Mul', ['x', 'k'], ['m']),
          node('Constant', [], ['axes'], { value_ints: [-1] }),
          node('ReduceMean', ['m', 'axes'], ['mean']),
          node('Sub', ['m', 'mean'], ['d']),
          node('Constant', [], ['p'], { value_float: new Float(2) }),
          node('Pow', ['d', 'p'], ['q']),
          node('ReduceMean', ['q', 'axes'], ['v']),
          node('Constant', [], ['e'], { value_float: new Float(0.1) }),
          node('Add', ['e', 'v'], ['s']),
          node('Sqrt', ['s'], ['r']),
          node('Div', ['d', 'r'], ['n']),
          node('Mul', ['g', 'n'], ['y']),
        ],
        numbers: [list('g', 2, 3)],
        opset: 18,
      },
      'Mul, LayerNorm(2)',
    ],
    [
      'Softmax along features by their number',
      { nodes: [node('Softmax', ['x'], ['y'], { axis: 1 })] },
      'Softmax',
    ],
    [
      'GELU without an approximation',
      { nodes: [node('Gelu', ['x'], ['y'], { approximate: 'none' })] },
      'GELU',
    ],
    [
      'SiLU as one operator',
      { nodes: [node('Swish', ['x'], ['y'], { alpha: new Float(1) })] },
      'SiLU',
    ],
    ['SiLU as one operator, plain', { nodes: [node('Swish', ['x'], ['y'])] }, 'SiLU'],
    [
      'Softplus made safe above 15',
      {
        nodes: [
          node('Softplus', ['x'], ['p']),
          node('Greater', ['x', 'c'], ['g']),
          node('Where', ['g', 'x', 'p'], ['y']),
        ],
        numbers: [scalar('c', 15)],
      },
      'Softplus',
    ],
  ])('%s', (_, parts, layers) => {
    expect(fromONNX(file(parts)).describe()).toBe(`Sequential(${layers})`);
  });

  it('settings that are left out are ONNX’s own', () => {
    const of = (op: string, opset = 17) =>
      fromONNX(file({ nodes: [node(op, ['x'], ['y'])], opset })).layers[0]!.options();
    expect(of('LeakyRelu')).toEqual({ negativeSlope: 0.01 });
    expect(of('Elu')).toEqual({ alpha: 1 });
    expect(of('Dropout')).toEqual({ p: 0.5 });
    const norm = file({
      nodes: [node('LayerNormalization', ['x', 'g'], ['y'])],
      numbers: [list('g', 1, 2)],
    });
    expect(fromONNX(norm).layers[0]!.options()).toEqual({ features: 2, eps: 1e-5 });
  });

  it('a number of 32 bits is the shortest decimal that it can be', () => {
    const slope = (given: number, type: 'float raw' | 'double raw' = 'float raw') => {
      const nodes = [node('LeakyRelu', ['x'], ['y'], { alpha: new Float(given) })];
      if (type === 'float raw') return fromONNX(file({ nodes })).layers[0]!.options();
      const dropout = [node('Dropout', ['x', 'p'], ['y'])];
      const numbers = [tensor('p', [], [given], type)];
      return fromONNX(file({ nodes: dropout, numbers })).layers[0]!.options();
    };
    expect(slope(0.1)).toEqual({ negativeSlope: 0.1 });
    expect(slope(1 / 3)).toEqual({ negativeSlope: 0.33333334 });
    expect(slope(16777217)).toEqual({ negativeSlope: 16777216 });
    expect(slope(Math.fround(0.1), 'double raw')).toEqual({ p: Math.fround(0.1) });
  });

  it('weights the other way round and by factors, number by number', () => {
    const model = fromONNX(
      file({
        nodes: [node('Gemm', ['x', 'w', 'c'], ['y'], { alpha: new Float(2), beta: new Float(3) })],
        numbers: [tensor('w', [2, 3], [1, 2, 3, 4, 5, 6]), list('c', 0.5)],
      }),
    );
    const [w, b] = model.parameters().map((one) => one.value);
    expect(w!.toArray()).toEqual([
      [2, 8],
      [4, 10],
      [6, 12],
    ]);
    expect(b!.toArray()).toEqual([1.5, 1.5, 1.5]);
  });
});

const cannotRead = (at: string, why: string) => `fromONNX cannot read the node ${at}: ${why}`;
const only = (op: string, at = 'number 1 of 1') => `${at} (${op})`;

describe('is refused:', () => {
  it.each<[string, Parts, message: string]>([
    [
      'no input at all',
      { nodes: [relu('x', 'y')], inputs: [] },
      'fromONNX: the graph has 0 inputs; a model here takes one',
    ],
    [
      'many outputs',
      {
        nodes: [relu('x', 'y')],
        outputs: Array.from({ length: 9 }, (_, i) => value(`o${i}`, 2)),
      },
      'fromONNX: the graph has 9 outputs ("o0", "o1", "o2", "o3", "o4", "o5", "o6", "o7", …); say which one with the option output',
    ],
    [
      'eight outputs',
      {
        nodes: [relu('x', 'y')],
        outputs: Array.from({ length: 8 }, (_, i) => value(`o${i}`, 2)),
      },
      'fromONNX: the graph has 8 outputs ("o0", "o1", "o2", "o3", "o4", "o5", "o6", "o7"); say which one with the option output',
    ],
    [
      'no output at all',
      { nodes: [relu('x', 'y')], outputs: [] },
      'fromONNX: the graph has 0 outputs; say which one with the option output',
    ],
    [
      'points in a row',
      { nodes: [relu('x', 'y')], inputs: [value('x', ['N'])] },
      'fromONNX: the input "x" has the shape [N]; a model here takes [N, features]',
    ],
    [
      'points of half precision',
      { nodes: [relu('x', 'y')], inputs: [value('x', 2, 10)] },
      'fromONNX: the input "x" is of the type float16; it must be float32 or float64',
    ],
    [
      'an output of numbers alone',
      { nodes: [node('Constant', [], ['y'], { value_float: new Float(1) })] },
      'fromONNX: the graph ends in the numbers "y" and does not look at its input',
    ],
    [
      'the mask of Dropout',
      { nodes: [node('Dropout', ['x'], ['d', 'y'])] },
      cannotRead(only('Dropout'), 'alone, this is no layer here'),
    ],
    [
      'a node of a long name',
      { nodes: [node('Erf', ['x'], ['y'], {}, 'n'.repeat(70))] },
      cannotRead(`"${'n'.repeat(59)}…" (Erf, number 1 of 1)`, 'alone, this is no layer here'),
    ],
    [
      'an operator of a domain',
      { nodes: [node('Relu', ['x'], ['y'], {}, '', 'd'.repeat(70))] },
      `fromONNX cannot read the node number 1 of 1 (Relu) of "${'d'.repeat(59)}…": there is no layer for it here. A model is made of Linear, activations, Softmax, Dropout, LayerNorm, Features and Residual`,
    ],
    [
      'three inputs where one is left out',
      { nodes: [relu('x', 'a'), node('Where', ['a', '', 'x'], ['y'])] },
      'fromONNX: the node number 2 of 2 (Where) has 2 inputs; it needs 3',
    ],
    [
      'layers that take other points',
      {
        nodes: [node('Gemm', ['x', 'w'], ['y'], gemm)],
        numbers: [weight()],
        inputs: [value('x', 5)],
      },
      'fromONNX: Linear(2, 3) takes 2 features and is given 5',
    ],
    [
      'a Residual around another width',
      {
        nodes: [node('Gemm', ['x', 'w'], ['g'], gemm), node('Add', ['g', 'x'], ['y'])],
        numbers: [weight()],
      },
      'fromONNX: Residual(Linear(2, 3)) goes around layers that make 3 of 2 features',
    ],
    ...[null, ['N', 'F'], ['N', 0]].map((shape): [string, Parts, string] => [
      `LayerNorm without weights of ${JSON.stringify(shape)}`,
      {
        nodes: [
          node('ReduceMean', ['x'], ['m'], { axes: [-1] }),
          node('Sub', ['x', 'm'], ['d']),
          node('Mul', ['d', 'd'], ['q']),
          node('ReduceMean', ['q'], ['v'], { axes: [-1] }),
          node('Add', ['v', 'eps'], ['s']),
          node('Sqrt', ['s'], ['r']),
          node('Div', ['d', 'r'], ['y']),
        ],
        numbers: [scalar('eps', 1e-5)],
        inputs: [value('x', shape)],
      },
      'fromONNX: a LayerNorm without weights needs an input of known width',
    ]),
    [
      'weights and biases of two lengths',
      {
        nodes: [node('LayerNormalization', ['x', 'g', 'b'], ['y'])],
        numbers: [list('g', 1, 2), list('b', 1, 2, 3)],
      },
      cannotRead(only('LayerNormalization'), 'it has 2 weights and 3 biases'),
    ],
    ...[
      ['x', 'g'],
      ['g', 'x'],
    ].map(([g, b]): [string, Parts, string] => [
      `a LayerNorm whose ${g === 'x' ? 'weights' : 'biases'} are computed`,
      {
        nodes: [node('LayerNormalization', ['x', g!, b!], ['y'])],
        numbers: [list('g', 1, 2)],
      },
      cannotRead(
        only('LayerNormalization'),
        'its weights are computed; here they are numbers in the file',
      ),
    ]),
    [
      'a LayerNorm over points',
      {
        nodes: [node('LayerNormalization', ['x', 'g'], ['y'], { axis: 0 })],
        numbers: [list('g', 1, 2)],
      },
      cannotRead(
        only('LayerNormalization'),
        'LayerNorm is taken along the features here, which is the axis -1',
      ),
    ],
    [
      'a Gemm whose weights are computed',
      { nodes: [node('Gemm', ['x', 'x'], ['y'])] },
      cannotRead(only('Gemm'), 'its weights are computed; here they are numbers in the file'),
    ],
    [
      'a Gemm whose bias is computed',
      { nodes: [node('Gemm', ['x', 'w', 'x'], ['y'], gemm)], numbers: [weight()] },
      cannotRead(only('Gemm'), 'its bias is computed; here it is numbers in the file'),
    ],
    [
      'a Gemm that turns its input around',
      { nodes: [node('Gemm', ['x', 'w'], ['y'], { ...gemm, transA: 1 })], numbers: [weight()] },
      cannotRead(only('Gemm'), 'it turns its input around'),
    ],
    [
      'numbers that are divided by',
      { nodes: [node('Div', ['x', 'c'], ['y'])], numbers: [list('c', 2, 3)] },
      cannotRead(only('Div'), 'it divides values in a way that no layer here does'),
    ],
    [
      'points in a row after Flatten',
      { nodes: [node('Flatten', ['x'], ['y'], { axis: 0 })] },
      cannotRead(only('Flatten'), 'it flattens points together'),
    ],
    [
      'SiLU with another factor',
      { nodes: [node('Swish', ['x'], ['y'], { alpha: new Float(1.5) })] },
      cannotRead(only('Swish'), 'SiLU has an alpha of 1 here'),
    ],
    [
      'Softmax along its own axis of before opset 13, which is not the last',
      { nodes: [node('Softmax', ['x'], ['y'], { axis: 2 })], opset: 12 },
      cannotRead(only('Softmax'), 'Softmax is taken along the features here, which is the axis -1'),
    ],
    ...[
      [whole('i', 2), 1],
      [whole('i', 0, 1), 1],
      [whole('i', 0), 0],
    ].map(([index, axis], i): [string, Parts, string] => [
      `what is no column (${i})`,
      { nodes: [column('i', 'y', axis as number)], numbers: [index as Uint8Array] },
      cannotRead(only('Gather'), 'only a point’s x or y can be taken out here, for Features'),
    ]),
    [
      'what is no column, as nobody knows which',
      { nodes: [node('Gather', ['x', 'x'], ['y'], { axis: 1 })] },
      cannotRead(only('Gather'), 'only a point’s x or y can be taken out here, for Features'),
    ],
    ...[
      [['y', 'b', 'c'], 1],
      [['y', 'b'], 0],
    ].map(([outputs, axis]): [string, Parts, string] => [
      `pieces that are no columns, along ${axis as number}`,
      { nodes: [node('Split', ['x'], outputs as string[], { axis: axis as number })] },
      cannotRead(only('Split'), 'only a point’s x and y can be taken apart here, for Features'),
    ]),
    [
      'another shape of all',
      { nodes: [node('Squeeze', ['x'], ['y'])] },
      cannotRead(only('Squeeze'), 'only the columns of Features change their shape here'),
    ],
    [
      'values side by side',
      { nodes: [relu('x', 'a'), concat('x', 'a')] },
      cannotRead(
        only('Concat', 'number 2 of 2'),
        'only x, y, x², y², xy, sin x and sin y of a point can be put side by side here',
      ),
    ],
    [
      'columns of two values side by side',
      {
        nodes: [
          relu('x', 'r'),
          column('i0', 'a'),
          node('Gather', ['r', 'i0'], ['b'], { axis: 1 }),
          concat('a', 'b'),
        ],
        numbers: indices,
      },
      cannotRead(
        only('Concat', 'number 4 of 4'),
        'only x, y, x², y², xy, sin x and sin y of a point can be put side by side here',
      ),
    ],
    [
      'columns below one another',
      {
        nodes: [column('i0', 'a'), node('Concat', ['a', 'a'], ['y'], { axis: 0 })],
        numbers: indices,
      },
      cannotRead(only('Concat', 'number 2 of 2'), 'it puts points below one another'),
    ],
    [
      'a third power of a column',
      {
        nodes: [column('i0', 'a'), node('Pow', ['a', 'p'], ['b']), concat('b')],
        numbers: [...indices, scalar('p', 3)],
      },
      cannotRead(
        only('Concat', 'number 3 of 3'),
        'only x, y, x², y², xy, sin x and sin y of a point can be put side by side here',
      ),
    ],
    [
      'a power that is computed',
      { nodes: [node('Pow', ['x', 'x'], ['y'])] },
      cannotRead(only('Pow'), 'the only power that is a layer here is the square'),
    ],
    [
      'Softplus made safe below 15, where one can see it',
      {
        nodes: [
          node('Softplus', ['x'], ['p']),
          node('Greater', ['x', 'c'], ['g']),
          node('Where', ['g', 'x', 'p'], ['y']),
        ],
        numbers: [scalar('c', 14)],
      },
      cannotRead(only('Where', 'number 3 of 3'), 'alone, this is no layer here'),
    ],
    [
      'numbers that are turned again and again',
      {
        nodes: [
          ...Array.from({ length: 513 }, (_, i) => node('Transpose', ['w'], [`t${i}`])),
          relu('x', 'y'),
        ],
        numbers: [message([1, 64], [1, 64], [2, 1], [8, 'w'], [9, new Uint8Array(4 * 4096)])],
      },
      'fromONNX: the node number 513 of 514 (Transpose) turns more numbers than a page has room for',
    ],
    [
      'an infinite weight',
      {
        nodes: [node('Gemm', ['x', 'w'], ['y'], gemm)],
        numbers: [tensor('w', [3, 2], [1, 2, 3, 4, -Infinity, 6])],
      },
      'fromONNX: the numbers "w" hold -Infinity; every number must be finite',
    ],
    [
      'a factor that makes a bias infinite',
      {
        nodes: [node('Gemm', ['x', 'w', 'b'], ['y'], { ...gemm, beta: new Float(3e38) })],
        numbers: [tensor('w', [1, 2], [1, 2]), tensor('b', [1], [1e300], 'double raw')],
      },
      'fromONNX: the bias of Linear(2, 1) would not be finite',
    ],
  ])('%s', (_, parts, wanted) => {
    const call = () => fromONNX(file(parts));
    expect(call).toThrow(new PancakeError(wanted));
  });

  it('an output by a name that the graph does not have', () => {
    const bytes = file({ nodes: [relu('x', 'y')] });
    expect(() => fromONNX(bytes, { output: 'q' })).toThrow(
      new PancakeError('fromONNX got output = "q"; the graph has 1 outputs ("y")'),
    );
  });
});
