// ONNX for tests, apart from the engine's own code: ONNX Runtime to run files, a reader that knows
// nothing of ONNX but numbers of fields, and a writer for files as other programs make them.
import * as ort from 'onnxruntime-web';
import {
  Dropout,
  ELU,
  Features,
  GELU,
  LayerNorm,
  LeakyReLU,
  Linear,
  Mul,
  ReLU,
  Residual,
  Sequential,
  SiLU,
  Sigmoid,
  Sin,
  Softmax,
  Softplus,
  Square,
  Tanh,
  Tensor,
  type Layer,
  type Rng,
} from '../../src/engine-entry';

ort.env.wasm.numThreads = 1;

/** What ONNX Runtime predicts, and of which shape. */
export async function runONNX(
  bytes: Uint8Array,
  x: Tensor,
  names: readonly [string, string] = ['x', 'y'],
) {
  const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const [input, output] = names;
  const { type } = session.inputMetadata[0] as { type: string };
  const fed =
    type === 'float64'
      ? new ort.Tensor('float64', x.data, x.shape)
      : new ort.Tensor('float32', Float32Array.from(x.data), x.shape);
  const found = (await session.run({ [input]: fed }))[output]!;
  await session.release();
  return new Tensor(Float64Array.from(found.data as Float32Array), found.dims);
}

/** Every layer of the package, for points of so many features. */
export const layerCases: Readonly<Record<string, (width: number, rng: Rng) => Layer>> = {
  Linear: (width, rng) => new Linear(width, rng.int(5) + 1, { rng }),
  Mul: (_, rng) => new Mul({ k: rng.normal(0, 1) }),
  Square: () => new Square(),
  ReLU: () => new ReLU(),
  LeakyReLU: () => new LeakyReLU({ negativeSlope: 0.03 }),
  Tanh: () => new Tanh(),
  Sigmoid: () => new Sigmoid(),
  Softplus: () => new Softplus(),
  ELU: () => new ELU({ alpha: 0.7 }),
  SiLU: () => new SiLU(),
  GELU: () => new GELU(),
  Sin: () => new Sin(),
  Softmax: () => new Softmax(),
  Dropout: () => new Dropout({ p: 0.3 }),
  LayerNorm: (width, rng) => {
    const layer = new LayerNorm(width, { eps: 0.01 });
    for (const { value } of layer.parameters())
      value.data.forEach((_, i) => (value.data[i] = rng.normal(0.5, 1)));
    return layer;
  },
  Residual: (width, rng) =>
    new Residual(
      new Sequential([new Linear(width, 3, { rng }), new Tanh(), new Linear(3, width, { rng })]),
    ),
  Sequential: (width, rng) =>
    new Sequential([new Sequential([]), new Linear(width, 2, { rng }), new Sin()]),
};

/** Features take points of two numbers only, and stand first. */
export const featuresCases = [
  ['x'],
  ['y'],
  ['xy'],
  ['sinY', 'x2'],
  ['x', 'y', 'x2', 'y2', 'xy', 'sinX', 'sinY'],
].map((names) => new Features(names));

/** Some points of so many features, in numbers that 32 bits hold exactly. */
export function points(rows: number, width: number, rng: Rng): Tensor {
  const data = Float64Array.from({ length: rows * width }, () => Math.fround(rng.normal(0, 1.5)));
  return new Tensor(data, [rows, width]);
}

/** A message's fields, one after the other: whole numbers as they are, all else as bytes. */
export type WireField = [field: number, value: bigint | Uint8Array];

export function readWire(bytes: Uint8Array): WireField[] {
  const found: WireField[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]!;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, value);
    }
  };
  const take = (length: number) => bytes.subarray(at, (at += length));
  while (at < bytes.length) {
    const tag = Number(varint());
    const kind = tag & 7;
    const value = kind === 0 ? varint() : take(kind === 1 ? 8 : kind === 5 ? 4 : Number(varint()));
    found.push([tag >> 3, value]);
  }
  return found;
}

/** The bytes of a message. Texts and lists are pieces of bytes, numbers are whole numbers. */
export type Content = string | number | bigint | Uint8Array | Float | readonly [number, Content][];
/** A number of 32 bits. */
export class Float {
  constructor(readonly value: number) {}
}

export function message(...fields: [number, Content][]): Uint8Array {
  return Uint8Array.from(fields.flatMap(([field, content]) => [...fieldBytes(field, content)]));
}

function fieldBytes(field: number, content: Content): number[] {
  if (typeof content === 'number' || typeof content === 'bigint') {
    return [...varintBytes(BigInt(field) << 3n), ...varintBytes(BigInt(content))];
  }
  if (content instanceof Float) {
    return [
      ...varintBytes((BigInt(field) << 3n) | 5n),
      ...new Uint8Array(Float32Array.of(content.value).buffer),
    ];
  }
  const bytes =
    typeof content === 'string'
      ? new TextEncoder().encode(content)
      : content instanceof Uint8Array
        ? content
        : message(...(content as [number, Content][]));
  return [
    ...varintBytes((BigInt(field) << 3n) | 2n),
    ...varintBytes(BigInt(bytes.length)),
    ...bytes,
  ];
}

export function varintBytes(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

// Below: ONNX by its field numbers, written out once more from onnx.proto.

type Attributes = Readonly<
  Record<string, number | Float | string | readonly number[] | Uint8Array>
>;

/** A node: operator, inputs, outputs, settings. */
export function node(
  op: string,
  inputs: string[],
  outputs: string[],
  attributes: Attributes = {},
  name = '',
  domain = '',
) {
  return message(
    ...inputs.map((one): [number, Content] => [1, one]),
    ...outputs.map((one): [number, Content] => [2, one]),
    [3, name],
    [4, op],
    ...Object.entries(attributes).map(([key, value]): [number, Content] => [
      5,
      attribute(key, value),
    ]),
    [7, domain],
  );
}

function attribute(name: string, value: Attributes[string]): Uint8Array {
  if (value instanceof Float) return message([1, name], [2, value], [20, 1]);
  if (typeof value === 'number') return message([1, name], [3, value], [20, 2]);
  if (typeof value === 'string') return message([1, name], [4, value], [20, 3]);
  if (value instanceof Uint8Array) return message([1, name], [5, value], [20, 4]);
  return message([1, name], ...value.map((one): [number, Content] => [8, one]), [20, 7]);
}

/** Numbers of a type, raw or as their type's own list. */
export function tensor(
  name: string,
  dims: number[],
  data: number[],
  how: 'float raw' | 'double raw' | 'float list' | 'double list' | 'int64 list' = 'float raw',
  type = how.startsWith('float') ? 1 : how.startsWith('double') ? 11 : 7,
) {
  const head: [number, Content][] = [
    [1, Uint8Array.from(dims.flatMap((length) => varintBytes(BigInt(length))))],
    [2, type],
    [8, name],
  ];
  const floats = () => new Uint8Array(Float32Array.from(data).buffer);
  const doubles = () => new Uint8Array(Float64Array.from(data).buffer);
  switch (how) {
    case 'float raw':
      return message(...head, [9, floats()]);
    case 'double raw':
      return message(...head, [9, doubles()]);
    case 'float list':
      return message(...head, [4, floats()]);
    case 'double list':
      return message(...head, [10, doubles()]);
    case 'int64 list':
      return message(...head, [7, Uint8Array.from(data.flatMap((n) => varintBytes(BigInt(n))))]);
  }
}

/** A value of a shape: of so many features, of all its lengths, or of none that is said. */
export function value(name: string, shape: number | (number | string)[] | null, type = 1) {
  const lengths = typeof shape === 'number' ? ['N', shape] : shape;
  const dims = lengths?.map((one): [number, Content] => [
    1,
    typeof one === 'string' ? [[2, one]] : [[1, one]],
  ]);
  return message(
    [1, name],
    [2, [[1, [[1, type], ...(dims ? [[2, dims] as [number, Content]] : [])]]]],
  );
}

interface Parts {
  nodes: Uint8Array[];
  numbers?: Uint8Array[];
  inputs?: Uint8Array[];
  outputs?: Uint8Array[];
  opset?: number;
}

/** A file. */
export function file({ nodes, numbers = [], inputs, outputs, opset = 17 }: Parts): Uint8Array {
  const graph: [number, Content][] = [
    ...nodes.map((one): [number, Content] => [1, one]),
    [2, 'main_graph'],
    ...numbers.map((one): [number, Content] => [5, one]),
    ...(inputs ?? [value('x', 2)]).map((one): [number, Content] => [11, one]),
    ...(outputs ?? [value('y', null)]).map((one): [number, Content] => [12, one]),
  ];
  return message(
    [1, 8],
    [2, 'pytorch'],
    [3, '2.5.0'],
    [7, graph],
    [
      8,
      [
        [1, ''],
        [2, opset],
      ],
    ],
  );
}
