// ONNX files byte by byte: what a file may hold and how much of it, and what is said of all else, to the letter.
import { describe, expect, it } from 'vitest';
import { type Mul, PancakeError, fromONNX } from '../../src/engine-entry';
import { outlineOf } from '../../src/engine/onnx';
import { decodeModel } from '../../src/engine/onnx/decode';
import { encodeModel } from '../../src/engine/onnx/encode';
import { dataTypes, type OnnxModel, type OnnxTensor } from '../../src/engine/onnx/proto';
import { type Content, Float, file, message, node, value, varintBytes } from '../support/onnx';

const named = (rows: [given: Uint8Array, place: string, what: string][]) =>
  rows.map(([given, place, what]): [string, string, Uint8Array] => [place, what, given]);
const bytes = (...all: (number | readonly number[])[]) => Uint8Array.from(all.flat());
const relu = node('Relu', ['x'], ['y']);
const [input, output] = [value('x', 2), value('y', null)];
/** A file whose graph has a ReLU and more fields. */
const withGraph = (...more: [number, Content][]) =>
  message([7, [[1, relu], [11, input], [12, output], ...more]], [8, [[2, 17]]]);
const withNode = (...fields: [number, Content][]) => file({ nodes: [message(...fields)] });
const withAttribute = (attribute: Uint8Array) =>
  withNode([1, 'x'], [2, 'y'], [4, 'Relu'], [5, attribute]);
const withTensor = (one: Uint8Array) => file({ nodes: [relu], numbers: [one] });
/** A field of eight or four bytes that are all 0, and of other kinds. */
const tag = (field: number, kind: number) => varintBytes(BigInt(field * 8 + kind));
const [eight, four] = [Array<number>(8).fill(0), Array<number>(4).fill(0)];
const times = <T>(n: number, one: T) => Array<T>(n).fill(one);
const thrownBy = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(PancakeError);
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('bytes that are no message', () => {
  it.each(
    named([
      [bytes(2, 0), 'the file', 'it has a field 0'],
      [bytes(tag(2 ** 29, 0), 0), 'the file', 'it has a field 536870912'],
      ...[3, 4, 6, 7].map((kind): [Uint8Array, string, string] => [
        bytes(tag(1, kind), 0),
        'the file',
        `field 1 is of the kind ${kind}, which ONNX does not use`,
      ]),
      [bytes(8), 'the file', 'it ends inside a number'],
      [bytes(8, 128), 'the file', 'it ends inside a number'],
      [bytes(136), 'the file', 'it ends inside a number'],
      [bytes(8, times(10, 128), 1), 'the file', 'a number in it has no end'],
      [bytes(tag(2, 2), varintBytes(-1n)), 'the file', 'field 2 has a length below 0'],
      [bytes(tag(2, 2), 5, 65), 'the file', 'field 2 needs 4 bytes more than there are'],
      [bytes(tag(9, 1), 0, 0, 0), 'the file', 'field 9 needs 5 bytes more than there are'],
      [bytes(tag(9, 5), 0), 'the file', 'field 9 needs 3 bytes more than there are'],
      [message([1, 'eight']), 'the file', 'field 1 is not a whole number'],
      [message([2, 8]), 'the file', 'field 2 is not a piece of bytes'],
      [message([7, 8]), 'the file', 'field 7 is not a piece of bytes'],
      [message([8, bytes(8)]), 'opset_import', 'it ends inside a number'],
      [message([7, bytes(10, 9)]), 'graph', 'field 1 needs 9 bytes more than there are'],
      [withGraph([1, bytes(8)]), 'graph.node[1]', 'it ends inside a number'],
      [withGraph([5, bytes(8)]), 'graph.initializer[0]', 'it ends inside a number'],
      [withGraph([11, bytes(8)]), 'graph.value[1]', 'it ends inside a number'],
      [withGraph([13, bytes(8)]), 'graph.value[0]', 'it ends inside a number'],
      [withGraph([13, [[2, bytes(8)]]]), 'graph.value[0].type', 'it ends inside a number'],
      [
        withGraph([13, [[2, [[1, bytes(8)]]]]]),
        'graph.value[0].type.tensor_type',
        'it ends inside a number',
      ],
      [
        withGraph([13, [[2, [[1, [[2, bytes(8)]]]]]]]),
        'graph.value[0].type.shape',
        'it ends inside a number',
      ],
      [
        withGraph([
          13,
          [
            [
              2,
              [
                [
                  1,
                  [
                    [
                      2,
                      [
                        [1, [[1, 2]]],
                        [1, bytes(8)],
                      ],
                    ],
                  ],
                ],
              ],
            ],
          ],
        ]),
        'graph.value[0].type.shape.dim[1]',
        'it ends inside a number',
      ],
      [
        withAttribute(message([2, 8])),
        'graph.node[0].attribute[0]',
        'field 2 is not a number of 32 bits',
      ],
      [
        withAttribute(message([5, bytes(8)])),
        'graph.node[0].attribute[0].t',
        'it ends inside a number',
      ],
      [withTensor(bytes(tag(1, 5), four)), 'graph.initializer[0]', 'field 1 is not whole numbers'],
      [withTensor(message([4, 8])), 'graph.initializer[0]', 'field 4 is not numbers'],
      [withTensor(message([10, 8])), 'graph.initializer[0]', 'field 10 is not numbers'],
      [
        withTensor(message([4, bytes(1, 2, 3, 4, 5)])),
        'graph.initializer[0]',
        'field 4 ends inside a number',
      ],
      [
        withTensor(message([10, bytes(four)])),
        'graph.initializer[0]',
        'field 10 ends inside a number',
      ],
      [withTensor(message([1, bytes(128)])), 'graph.initializer[0]', 'it ends inside a number'],
    ]),
  )('in %s, %s', (place, what, given) => {
    expect(thrownBy(() => fromONNX(given))).toBe(
      `fromONNX: this is not a whole ONNX file; in ${place}, ${what}. It may be cut off, or of another kind.`,
    );
  });
});

describe('messages that are no model', () => {
  const numbers = (fields: [number, Content][]) => withTensor(message(...fields));
  const isElsewhere = (what: string) =>
    `fromONNX: ${what} lie in another file; save the model in one, in PyTorch with torch.onnx.export(..., external_data=False)`;

  const told = (rows: [given: Uint8Array, message: string][]) =>
    rows.map(([given, wanted]): [string, Uint8Array] => [wanted, given]);

  it.each(
    told([
      [bytes(), 'fromONNX got an empty file'],
      // A field that nobody knows is skipped, of whatever kind.
      ...[bytes(tag(2 ** 29 - 1, 0), 0), bytes(tag(30, 1), eight), bytes(tag(30, 5), four)].map(
        (given): [Uint8Array, string] => [
          given,
          'fromONNX: this is not an ONNX file; there is no graph in it',
        ],
      ),
      [
        message(
          [7, []],
          [
            8,
            [
              [1, 'com.example'],
              [2, 1],
            ],
          ],
        ),
        'fromONNX: this is not a whole ONNX file; it does not say which operators it uses',
      ],
      [
        withGraph([15, []]),
        'fromONNX: graph.sparse_initializer holds sparse numbers; save the model with dense ones',
      ],
      [
        numbers([
          [8, 'w'],
          [13, []],
        ]),
        isElsewhere('the numbers "w"'),
      ],
      [
        numbers([
          [14, 1],
          [13, []],
        ]),
        isElsewhere('the numbers at graph.initializer[0]'),
      ],
      [
        numbers([
          [1, bytes(times(9, 1))],
          [2, 1],
          [8, 'w'],
        ]),
        'fromONNX: the numbers "w" have the shape [1, 1, 1, 1, 1, 1, 1, 1, 1], which makes no sense',
      ],
      [
        numbers([
          [1, bytes(times(12, 1))],
          [2, 1],
        ]),
        'fromONNX: the numbers at graph.initializer[0] have the shape [1, 1, 1, 1, 1, 1, 1, 1, 1], which makes no sense',
      ],
      [
        numbers([
          [1, -1],
          [2, 1],
          [8, 'w'],
        ]),
        'fromONNX: the numbers "w" have the shape [-1], which makes no sense',
      ],
      [
        numbers([
          [1, 1],
          [2, 1],
          [8, 'w'],
          [9, bytes(1, 2, 3, 4, 5)],
        ]),
        'fromONNX: the numbers "w" end inside a number, after 5 bytes',
      ],
      [
        numbers([
          [1, 2],
          [1, 3],
          [2, 11],
          [8, 'w'],
          [9, bytes(eight)],
        ]),
        'fromONNX: the numbers "w", of shape [2, 3], should be 6; there are 1',
      ],
      [
        numbers([
          [2, 99],
          [8, 'w'],
        ]),
        'fromONNX: the numbers "w" are of the type unknown; it reads float32 and float64',
      ],
      [
        numbers([
          [2, 1],
          [8, 'a'.repeat(61)],
        ]),
        `fromONNX: the numbers "${'a'.repeat(59)}…", of shape [], should be 1; there are 0`,
      ],
      [
        numbers([
          [2, 1],
          [8, 'a'.repeat(60)],
        ]),
        `fromONNX: the numbers "${'a'.repeat(60)}", of shape [], should be 1; there are 0`,
      ],
    ]),
  )('%s', (wanted, given) => {
    expect(thrownBy(() => fromONNX(given))).toBe(wanted);
  });

  it.each(Object.entries(dataTypes))('numbers of the type %s', (name, type) => {
    const read = ['float32', 'float64', 'int32', 'int64', 'bool'];
    const given = numbers([
      [1, 0],
      [2, type],
      [8, 'w'],
    ]);
    if (read.includes(name)) expect(fromONNX(given).describe()).toBe('Sequential(ReLU)');
    else
      expect(thrownBy(() => fromONNX(given))).toBe(
        `fromONNX: the numbers "w" are of the type ${name}; it reads float32 and float64`,
      );
  });
});

describe('as much as a file may hold is read, and one more is not:', () => {
  const together = (a: Uint8Array, b: Uint8Array) => {
    const both = new Uint8Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return both;
  };
  const unnamed = message([1, 1], [2, 1], [4, new Float(1)]);
  const graphs: Record<string, [most: number, make: (n: number) => Uint8Array, refusal: string]> = {
    bytes: [
      16 * 2 ** 20,
      (n) => {
        const whole = withGraph();
        // A field that nobody knows, with its length in four bytes.
        const filling = n - whole.length - 6;
        const head = bytes(tag(30, 2), varintBytes(BigInt(filling)));
        return together(together(whole, head), new Uint8Array(filling));
      },
      'fromONNX got 16777217 bytes; it reads files of up to 16777216',
    ],
    nodes: [
      2000,
      (n) => withGraph(...times<[number, Content]>(n - 1, [1, node('Relu', ['x'], [])])),
      'fromONNX: the graph has more than 2000 nodes',
    ],
    numbers: [
      5000,
      (n) => withGraph(...times<[number, Content]>(n, [5, unnamed])),
      'fromONNX: the graph has more than 5000 initializers',
    ],
    values: [
      5000,
      (n) => withGraph(...times<[number, Content]>(n, [13, []])),
      'fromONNX: the graph has more than 5000 values',
    ],
    'parts of a node': [
      500,
      (n) =>
        withNode(
          ...([
            [3, 'n'],
            [4, 'Relu'],
            [1, 'x'],
            [2, 'y'],
          ] as [number, Content][]),
          ...times<[number, Content]>(n - 2, [5, []]),
        ),
      'fromONNX: graph.node[0] has more than 500 parts',
    ],
    'lengths of a shape': [
      8,
      (n) => withGraph([13, value('v', times(n, 1))]),
      'fromONNX: graph.value[0].type.shape has more than 8 dimensions',
    ],
  };

  it.each(Object.entries(graphs))('%s', (_, [most, make, refusal]) => {
    expect(fromONNX(make(most)).describe()).toBe('Sequential(ReLU)');
    expect(thrownBy(() => fromONNX(make(most + 1)))).toBe(refusal);
  });
});

it.each<[string, number, Uint8Array, number]>([
  ['float32', 1, new Uint8Array(Float32Array.of(-2.5).buffer), -2.5],
  ['float64', 11, new Uint8Array(Float64Array.of(1e-200).buffer), 1e-200],
  ['int32', 6, new Uint8Array(Int32Array.of(-70_000).buffer), -70_000],
  ['int64', 7, new Uint8Array(BigInt64Array.of(-(2n ** 40n)).buffer), -(2 ** 40)],
  ['bool', 9, bytes(1), 1],
])('a number is read of %s', (_, type, raw, wanted) => {
  const product = [node('Mul', ['x', 'k'], ['y'])];
  const numbers = [message([1, 1], [2, type], [8, 'k'], [9, raw])];
  const [layer] = fromONNX(file({ nodes: product, numbers })).layers as Mul[];
  expect(layer!.k.data[0]).toBe(wanted);
});

it('lists may come in pieces, one number each', () => {
  const one = (field: number, kind: number, raw: Uint8Array) => bytes(tag(field, kind), [...raw]);
  const single = new Uint8Array(Float32Array.of(0.5).buffer);
  const double = new Uint8Array(Float64Array.of(0.25).buffer);
  const tensors = [
    bytes([...message([1, 2], [1, 1], [2, 1])], [...one(4, 5, single)], [...one(4, 5, single)]),
    bytes([...message([1, 2], [2, 11])], [...one(10, 1, double)], [...one(10, 1, double)]),
    message([1, 2], [2, 6], [5, 3], [5, -4]),
    message([1, 2], [2, 7], [7, 3], [7, -4]),
  ];
  const found = decodeModel(file({ nodes: [relu], numbers: tensors })).graph.initializers;
  expect(found.map(({ type, dims, data }) => [type, dims, [...data]])).toEqual([
    ['float32', [2, 1], [0.5, 0.5]],
    ['float64', [2], [0.25, 0.25]],
    ['int32', [2], [3, -4]],
    ['int64', [2], [3, -4]],
  ]);
});

it('whole numbers have their sign, up to 64 bits', () => {
  for (const whole of [0, 1, 127, 128, 16_384, -1, -129, 2 ** 53 - 1, 2 ** 62, -(2 ** 63)]) {
    const given = withAttribute(message([1, 'n'], [3, BigInt(whole)]));
    expect(decodeModel(given).graph.nodes[0]!.attributes).toEqual([
      { name: 'n', kind: 'int', value: whole },
    ]);
  }
});

it('the operators of ONNX may be named as such, and others stand beside them', () => {
  const nodes = [node('Relu', ['x'], ['y'], {}, '', 'ai.onnx')];
  expect(fromONNX(file({ nodes })).describe()).toBe('Sequential(ReLU)');
  const opsets = (...all: [number, Content][][]) =>
    message(...all.map((one): [number, Content] => [8, one]), [
      7,
      [
        [1, relu],
        [11, input],
        [12, output],
      ],
    ]);
  const opsetOf = (given: Uint8Array) => decodeModel(given).opset;
  expect(
    opsetOf(
      opsets(
        [
          [1, 'ai.onnx'],
          [2, 19],
        ],
        [
          [1, 'ai.onnx.ml'],
          [2, 3],
        ],
      ),
    ),
  ).toBe(19);
  expect(
    opsetOf(
      opsets(
        [
          [1, 'com.example'],
          [2, 3],
        ],
        [[2, 12]],
      ),
    ),
  ).toBe(12);
  expect(opsetOf(opsets([]))).toBe(1);
});

it('a model with everything comes back as it was written', () => {
  const numbers = (name: string, type: OnnxTensor['type'], ...data: number[]): OnnxTensor => ({
    name,
    type,
    dims: [data.length],
    data: Float64Array.from(data),
  });
  const model: OnnxModel = {
    irVersion: 9,
    producer: 'someone',
    producerVersion: '1.2',
    doc: 'ein Modell für x²',
    opset: 19,
    graph: {
      name: 'the graph',
      nodes: [
        {
          name: 'first',
          op: 'Mystery',
          domain: 'com.example',
          inputs: ['x', '', 'w'],
          outputs: ['y', 'z'],
          attributes: [
            { name: 'a', kind: 'float', value: 0.5 },
            { name: 'b', kind: 'int', value: -3 },
            { name: 'c', kind: 'floats', value: [0.5, -2] },
            { name: 'd', kind: 'ints', value: [300, -1] },
            { name: 'e', kind: 'string', value: 'naïve' },
            { name: 'f', kind: 'tensor', value: numbers('t', 'float64', 1 / 3) },
            { name: 'g', kind: 'other', value: null },
          ],
        },
        { name: '', op: 'Relu', domain: '', inputs: ['z'], outputs: ['v'], attributes: [] },
      ],
      initializers: [
        numbers('w', 'float32', 0.5, -1.25),
        numbers('k', 'float64', Math.PI),
        numbers('i', 'int32', 7, -7),
        numbers('j', 'int64', 2 ** 40, -7),
        numbers('l', 'bool', 1, 0),
        { name: 's', type: 'float32', dims: [], data: Float64Array.of(2) },
        { name: 'none', type: 'float32', dims: [2, 0], data: new Float64Array() },
      ],
      inputs: [{ name: 'x', type: 'float32', dims: ['N', 2] }],
      outputs: [{ name: 'y', type: 'float64', dims: [1, 2] }],
      values: [
        { name: 'z', type: 'bool', dims: [] },
        { name: 'v', type: 'unknown', dims: null },
      ],
    },
  };
  const written = encodeModel(model);
  expect(decodeModel(written)).toEqual(model);
  expect(encodeModel(decodeModel(written))).toEqual(written);
  expect(outlineOf(written).nodes).toBe(2);
});
