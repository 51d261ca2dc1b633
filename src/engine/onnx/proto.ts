// ONNX as this package needs to know it: the parts of a model file, and the numbers by which a file
// names them. After onnx.proto of the ONNX project; what is not listed here is skipped in reading.

/** The version of the file format that is written; ONNX Runtime reads it since 1.11 (2022). */
export const irVersion = 8;
/** The version of the operators that is written: the first that has LayerNormalization. */
export const opset = 17;

/** Field numbers, by message. */
export const fields = {
  Model: {
    irVersion: 1,
    producerName: 2,
    producerVersion: 3,
    docString: 6,
    graph: 7,
    opsetImport: 8,
    functions: 25,
  },
  OperatorSetId: { domain: 1, version: 2 },
  Graph: {
    node: 1,
    name: 2,
    initializer: 5,
    docString: 10,
    input: 11,
    output: 12,
    valueInfo: 13,
    sparseInitializer: 15,
  },
  Node: { input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7 },
  Attribute: {
    name: 1,
    f: 2,
    i: 3,
    s: 4,
    t: 5,
    floats: 7,
    ints: 8,
    type: 20,
  },
  Tensor: {
    dims: 1,
    dataType: 2,
    floatData: 4,
    int32Data: 5,
    int64Data: 7,
    name: 8,
    rawData: 9,
    doubleData: 10,
    externalData: 13,
    dataLocation: 14,
  },
  ValueInfo: { name: 1, type: 2 },
  Type: { tensorType: 1 },
  TensorType: { elemType: 1, shape: 2 },
  Shape: { dim: 1 },
  Dimension: { value: 1, param: 2 },
} as const;

/** `AttributeProto.AttributeType`, for the kinds that layers use. */
export const attributeTypes = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  floats: 6,
  ints: 7,
} as const;

/** `TensorProto.DataType`: all by name, so that a message can say what a file holds. */
export const dataTypes = {
  float32: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float16: 10,
  float64: 11,
  uint32: 12,
  uint64: 13,
  bfloat16: 16,
} as const;

/** The name of a type of numbers. */
export type DataTypeName = keyof typeof dataTypes;
/** The types that a tensor is read of. */
export type NumberType = 'float32' | 'float64' | 'int32' | 'int64' | 'bool';

/** Numbers with a shape; whole numbers of 64 bits as doubles. */
export interface OnnxTensor {
  readonly name: string;
  readonly type: NumberType;
  readonly dims: readonly number[];
  readonly data: Float64Array;
}

/** A setting of a node. */
export type OnnxAttribute = { readonly name: string } & (
  | { readonly kind: 'float' | 'int'; readonly value: number }
  | { readonly kind: 'floats' | 'ints'; readonly value: readonly number[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'tensor'; readonly value: OnnxTensor }
  | { readonly kind: 'other'; readonly value: null }
);

/** One operation: reads values by name, and names what it gives. */
export interface OnnxNode {
  readonly name: string;
  readonly op: string;
  /** Whose operator it is; empty for ONNX's own. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly OnnxAttribute[];
}

/** A value's name, type and shape, in which a length may be a name: `[N, 2]`. */
export interface OnnxValue {
  readonly name: string;
  readonly type: DataTypeName | 'unknown';
  readonly dims: readonly (number | string)[] | null;
}

/** A graph: nodes in an order in which they can be computed. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** The values between. */
  readonly values: readonly OnnxValue[];
}

/** A model file. */
export interface OnnxModel {
  readonly irVersion: number;
  readonly producer: string;
  readonly producerVersion: string;
  readonly doc: string;
  /** The version of ONNX's own operators. */
  readonly opset: number;
  readonly graph: OnnxGraph;
}
