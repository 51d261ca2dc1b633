// ONNX files as other programs make them, and the layers that they are.
import { Float, file, node, tensor, value } from './onnx';

export const gemm = { transB: 1, alpha: new Float(1), beta: new Float(1) };
export const weight = (name = 'w', how: 'float raw' | 'float list' = 'float raw') =>
  tensor(name, [3, 2], [1, 2, 3, 4, 5, 6], how);
const bias = tensor('b', [3], [0.5, -0.5, 0.25]);
export const scalar = (name: string, number: number) => tensor(name, [], [number]);
const constant = (name: string, number: number) =>
  node('Constant', [], [name], { value: scalar('', number) });

/** Files as other exporters make them: of newer PyTorch, of older ones, of scikit-learn and Keras. */
export const otherFiles: Record<string, [bytes: Uint8Array, layers: string]> = {
  'Gemm with weights as a list of numbers': [
    file({
      nodes: [node('Gemm', ['x', 'w', 'b'], ['y'], gemm)],
      numbers: [weight('w', 'float list'), bias],
    }),
    'Linear(2, 3)',
  ],
  'Gemm with weights the other way round, and factors': [
    file({
      nodes: [node('Gemm', ['x', 'w', 'b'], ['y'], { alpha: new Float(2), beta: new Float(3) })],
      numbers: [
        tensor('w', [2, 3], [1, 3, 5, 2, 4, 6], 'double list'),
        tensor('b', [3], [0.5, -0.5, 0.25], 'double raw'),
      ],
      outputs: [value('y', null, 11)],
      inputs: [value('x', 2, 11)],
    }),
    'Linear(2, 3)',
  ],
  'Gemm with one bias for all': [
    file({
      nodes: [node('Gemm', ['x', 'w', 'c'], ['y'], gemm)],
      numbers: [weight(), tensor('c', [1], [4])],
    }),
    'Linear(2, 3)',
  ],
  'Gemm without a bias, its weights as a node': [
    file({
      nodes: [
        node('Constant', [], ['w'], { value: weight('') }),
        node('Gemm', ['x', 'w'], ['y'], gemm),
      ],
    }),
    'Linear(2, 3)',
  ],
  'MatMul with turned weights, then Add from the left': [
    file({
      nodes: [
        node('Transpose', ['w'], ['t'], { perm: [1, 0] }),
        node('MatMul', ['x', 't'], ['m']),
        node('Add', ['b', 'm'], ['y']),
      ],
      numbers: [weight(), bias],
    }),
    'Linear(2, 3)',
  ],
  'numbers among the inputs, as old files have them': [
    file({
      nodes: [node('Gemm', ['x', 'w', 'b'], ['y'], gemm)],
      numbers: [weight(), bias],
      inputs: [value('x', 2), value('w', [3, 2]), value('b', [3])],
    }),
    'Linear(2, 3)',
  ],
  'GELU with its half first': [
    file({
      nodes: [
        node('Div', ['x', 'r'], ['d']),
        node('Erf', ['d'], ['e']),
        node('Add', ['e', 'o'], ['a']),
        node('Mul', ['h', 'a'], ['i']),
        node('Mul', ['x', 'i'], ['y']),
      ],
      numbers: [scalar('r', Math.SQRT2), scalar('o', 1), scalar('h', 0.5)],
    }),
    'GELU',
  ],
  'GELU with a product, its half in the middle': [
    file({
      nodes: [
        node('Mul', ['x', 'r'], ['d']),
        node('Erf', ['d'], ['e']),
        node('Add', ['o', 'e'], ['a']),
        node('Mul', ['x', 'h'], ['i']),
        node('Mul', ['i', 'a'], ['y']),
      ],
      numbers: [scalar('r', Math.SQRT1_2), scalar('o', 1), scalar('h', 0.5)],
    }),
    'GELU',
  ],
  'GELU as one operator': [file({ nodes: [node('Gelu', ['x'], ['y'])], opset: 20 }), 'GELU'],
  'SiLU, the sigmoid first': [
    file({ nodes: [node('Sigmoid', ['x'], ['s']), node('Mul', ['s', 'x'], ['y'])] }),
    'SiLU',
  ],
  'Softplus made safe for large numbers': [
    file({
      nodes: [
        constant('one', 1),
        constant('twenty', 20),
        node('Mul', ['x', 'one'], ['scaled']),
        node('Softplus', ['scaled'], ['p']),
        node('Div', ['p', 'one'], ['d']),
        node('Greater', ['scaled', 'twenty'], ['g']),
        node('Where', ['g', 'x', 'd'], ['y']),
      ],
    }),
    'Softplus',
  ],
  'ELU between factors of one': [
    file({
      nodes: [
        node('Constant', [], ['c'], { value_float: new Float(1) }),
        node('CastLike', ['c', 'x'], ['one']),
        node('Mul', ['x', 'one'], ['a']),
        node('Elu', ['a'], ['b'], { alpha: new Float(1) }),
        node('Mul', ['b', 'one'], ['y']),
      ],
    }),
    'ELU',
  ],
  'LayerNorm as one operator, without biases': [
    file({
      nodes: [
        node('LayerNormalization', ['x', 'g'], ['y'], { axis: -1, epsilon: new Float(1e-5) }),
      ],
      numbers: [tensor('g', [2], [1, 2])],
    }),
    'LayerNorm(2)',
  ],
  'LayerNorm spelled out, with axes as an input and no weights': [
    file({
      nodes: [
        node('ReduceMean', ['x', 'axes'], ['m']),
        node('Sub', ['x', 'm'], ['d']),
        node('Mul', ['d', 'd'], ['q']),
        node('ReduceMean', ['q', 'axes'], ['v']),
        node('Add', ['v', 'eps'], ['s']),
        node('Sqrt', ['s'], ['r']),
        node('Div', ['d', 'r'], ['y']),
      ],
      numbers: [tensor('axes', [1], [-1], 'int64 list'), scalar('eps', 1e-5)],
      opset: 18,
    }),
    'LayerNorm(2)',
  ],
  'Dropout with a setting, as before opset 12, and others that do nothing': [
    file({
      nodes: [
        node('Cast', ['x'], ['c'], { to: 1 }),
        node('Identity', ['c'], ['i']),
        node('Dropout', ['i'], ['d', 'mask'], { ratio: new Float(0.25) }),
        node('Flatten', ['d'], ['y'], { axis: 1 }),
      ],
      opset: 11,
    }),
    'Dropout(0.25)',
  ],
  'Softmax along its own axis of before opset 13': [
    file({ nodes: [node('Softmax', ['x'], ['y'])], opset: 11 }),
    'Softmax',
  ],
  'a Residual, what it made first': [
    file({
      nodes: [
        node('Tanh', ['x'], ['t']),
        node('Relu', ['t'], ['r']),
        node('Add', ['r', 'x'], ['y']),
      ],
    }),
    'Residual(Sequential(Tanh, ReLU))',
  ],
  'nodes that nothing needs': [
    file({ nodes: [node('Relu', ['x'], ['y']), node('Mystery', ['x'], ['z'])] }),
    'ReLU',
  ],
};
