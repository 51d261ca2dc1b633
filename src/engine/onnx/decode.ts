// An ONNX file as its parts. Sizes and counts have limits, and nesting is as deep as the format's own.
import { PancakeError, ensure, show } from '../errors';
import { dataTypes, fields } from './proto';
import type {
  DataTypeName,
  NumberType,
  OnnxAttribute,
  OnnxGraph,
  OnnxModel,
  OnnxNode,
  OnnxTensor,
  OnnxValue,
} from './proto';
import { readFields, type Field } from './wire-reader';

/** What a file may hold at most: more than any model that a page can train. */
export const limits = {
  bytes: 16 * 2 ** 20,
  nodes: 2000,
  tensors: 5000,
  /** Of one node: inputs, outputs, attributes. */
  parts: 500,
  dimensions: 8,
};

/**
 * The parts of an ONNX file.
 *
 * @throws PancakeError naming the place, if it is no such file, or holds more than `limits`
 */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  ensure(
    bytes.length <= limits.bytes,
    () => `fromONNX got ${bytes.length} bytes; it reads files of up to ${limits.bytes}`,
  );
  ensure(bytes.length > 0, () => 'fromONNX got an empty file');
  const { Model, OperatorSetId } = fields;
  const model = { irVersion: 0, producer: '', producerVersion: '', doc: '' };
  let opset: number | undefined;
  let graph: OnnxGraph | undefined;
  for (const field of readFields(bytes, 'the file')) {
    if (field.number === Model.irVersion) model.irVersion = field.integer();
    if (field.number === Model.producerName) model.producer = field.text();
    if (field.number === Model.producerVersion) model.producerVersion = field.text();
    if (field.number === Model.docString) model.doc = field.text();
    if (field.number === Model.graph) graph = graphOf(field);
    if (field.number === Model.opsetImport) {
      let [domain, version] = ['', 1];
      for (const part of field.message('opset_import')) {
        if (part.number === OperatorSetId.domain) domain = part.text();
        if (part.number === OperatorSetId.version) version = part.integer();
      }
      if (domain === '' || domain === 'ai.onnx') opset = version;
    }
  }
  ensure(graph, () => 'fromONNX: this is not an ONNX file; there is no graph in it');
  ensure(
    opset !== undefined,
    () => 'fromONNX: this is not a whole ONNX file; it does not say which operators it uses',
  );
  return { ...model, opset, graph };
}

function graphOf(field: Field): OnnxGraph {
  const { Graph } = fields;
  let name = '';
  const nodes: OnnxNode[] = [];
  const initializers: OnnxTensor[] = [];
  const inputs: OnnxValue[] = [];
  const outputs: OnnxValue[] = [];
  const values: OnnxValue[] = [];
  const lists: Record<number, OnnxValue[]> = {
    [Graph.input]: inputs,
    [Graph.output]: outputs,
    [Graph.valueInfo]: values,
  };
  for (const part of field.message('graph')) {
    const { number } = part;
    if (number === Graph.name) name = part.text();
    if (number === Graph.node) {
      within('nodes', nodes.length, limits.nodes);
      nodes.push(nodeOf(part, `graph.node[${nodes.length}]`));
    }
    if (number === Graph.initializer) {
      within('initializers', initializers.length, limits.tensors);
      initializers.push(tensorOf(part, `graph.initializer[${initializers.length}]`));
    }
    if (number === Graph.sparseInitializer) {
      throw new PancakeError(
        'fromONNX: graph.sparse_initializer holds sparse numbers; save the model with dense ones',
      );
    }
    const list = lists[number];
    if (list) {
      within('values', list.length, limits.tensors);
      list.push(valueOf(part, `graph.value[${list.length}]`));
    }
  }
  return { name, nodes, initializers, inputs, outputs, values };
}

function within(what: string, count: number, most: number, of = 'the graph'): void {
  ensure(count < most, () => `fromONNX: ${of} has more than ${most} ${what}`);
}

function nodeOf(field: Field, place: string): OnnxNode {
  const { Node } = fields;
  const node = { name: '', op: '', domain: '' };
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: OnnxAttribute[] = [];
  for (const part of field.message(place)) {
    within('parts', inputs.length + outputs.length + attributes.length, limits.parts, place);
    if (part.number === Node.input) inputs.push(part.text());
    if (part.number === Node.output) outputs.push(part.text());
    if (part.number === Node.name) node.name = part.text();
    if (part.number === Node.opType) node.op = part.text();
    if (part.number === Node.domain) node.domain = part.text();
    if (part.number === Node.attribute) {
      attributes.push(attributeOf(part, `${place}.attribute[${attributes.length}]`));
    }
  }
  return {
    ...node,
    domain: node.domain === 'ai.onnx' ? '' : node.domain,
    inputs,
    outputs,
    attributes,
  };
}

// A file may leave the type out; what is there tells it.
function attributeOf(field: Field, place: string): OnnxAttribute {
  const { Attribute } = fields;
  let name = '';
  let found: OnnxAttribute | undefined;
  const [floats, ints]: [number[], number[]] = [[], []];
  for (const part of field.message(place)) {
    if (part.number === Attribute.name) name = part.text();
    if (part.number === Attribute.f) found = { name, kind: 'float', value: part.float() };
    if (part.number === Attribute.i) found = { name, kind: 'int', value: part.integer() };
    if (part.number === Attribute.s) found = { name, kind: 'string', value: part.text() };
    if (part.number === Attribute.t) {
      found = { name, kind: 'tensor', value: tensorOf(part, `${place}.t`) };
    }
    if (part.number === Attribute.floats) append(floats, part.floats());
    if (part.number === Attribute.ints) append(ints, part.integers());
  }
  if (floats.length) return { name, kind: 'floats', value: floats };
  if (ints.length) return { name, kind: 'ints', value: ints };
  return found ? { ...found, name } : { name, kind: 'other', value: null };
}

function tensorOf(field: Field, place: string): OnnxTensor {
  const { Tensor } = fields;
  let name = '';
  let type = 0;
  let raw: Uint8Array | undefined;
  const dims: number[] = [];
  const typed: number[] = [];
  let isElsewhere = false;
  for (const part of field.message(place)) {
    const { number } = part;
    if (number === Tensor.name) name = part.text();
    if (number === Tensor.dataType) type = part.integer();
    if (number === Tensor.dims) append(dims, part.integers());
    if (number === Tensor.rawData) raw = part.raw();
    if (number === Tensor.floatData) append(typed, part.floats());
    if (number === Tensor.doubleData) append(typed, part.doubles());
    if (number === Tensor.int32Data || number === Tensor.int64Data) append(typed, part.integers());
    if (number === Tensor.externalData) isElsewhere = true;
    if (number === Tensor.dataLocation) isElsewhere ||= part.integer() !== 0;
  }
  const what = name ? `the numbers ${short(name)}` : `the numbers at ${place}`;
  ensure(
    !isElsewhere,
    () =>
      `fromONNX: ${what} lie in another file; save the model in one, in PyTorch with torch.onnx.export(..., external_data=False)`,
  );
  const known = typeName(type);
  ensure(
    known in readers,
    () => `fromONNX: ${what} are of the type ${known}; it reads float32 and float64`,
  );
  ensure(
    dims.length <= limits.dimensions && dims.every((length) => length >= 0),
    () => `fromONNX: ${what} have the shape [${dims.slice(0, 9).join(', ')}], which makes no sense`,
  );
  const data = raw ? fromRaw(raw, known as NumberType, what) : Float64Array.from(typed);
  const size = dims.reduce((product, length) => product * length, 1);
  ensure(
    data.length === size,
    () =>
      `fromONNX: ${what}, of shape [${dims.join(', ')}], should be ${size}; there are ${data.length}`,
  );
  return { name, type: known as NumberType, dims, data };
}

const readers: Record<NumberType, { width: number; read: (view: DataView, at: number) => number }> =
  {
    float32: { width: 4, read: (view, at) => view.getFloat32(at, true) },
    float64: { width: 8, read: (view, at) => view.getFloat64(at, true) },
    int32: { width: 4, read: (view, at) => view.getInt32(at, true) },
    int64: { width: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
    bool: { width: 1, read: (view, at) => view.getUint8(at) },
  };

function fromRaw(raw: Uint8Array, type: NumberType, what: string): Float64Array {
  const { width, read } = readers[type];
  ensure(
    raw.length % width === 0,
    () => `fromONNX: ${what} end inside a number, after ${raw.length} bytes`,
  );
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Float64Array.from({ length: raw.length / width }, (_, i) => read(view, i * width));
}

function valueOf(field: Field, place: string): OnnxValue {
  const { ValueInfo, Type, TensorType } = fields;
  const value: { name: string; type: OnnxValue['type']; dims: OnnxValue['dims'] } = {
    name: '',
    type: 'unknown',
    dims: null,
  };
  for (const part of field.message(place)) {
    if (part.number === ValueInfo.name) value.name = part.text();
    if (part.number !== ValueInfo.type) continue;
    for (const kind of part.message(`${place}.type`)) {
      if (kind.number !== Type.tensorType) continue;
      for (const of of kind.message(`${place}.type.tensor_type`)) {
        if (of.number === TensorType.elemType) value.type = typeName(of.integer());
        if (of.number === TensorType.shape) value.dims = shapeOf(of, `${place}.type.shape`);
      }
    }
  }
  return value;
}

function shapeOf(field: Field, place: string): (number | string)[] {
  const { Shape, Dimension } = fields;
  const dims: (number | string)[] = [];
  for (const dim of field.message(place)) {
    if (dim.number !== Shape.dim) continue;
    within('dimensions', dims.length, limits.dimensions, place);
    let length: number | string = '?';
    for (const one of dim.message(`${place}.dim[${dims.length}]`)) {
      if (one.number === Dimension.value) length = one.integer();
      if (one.number === Dimension.param) length = one.text();
    }
    dims.push(length);
  }
  return dims;
}

function typeName(type: number): DataTypeName | 'unknown' {
  const entry = Object.entries(dataTypes).find(([, number]) => number === type);
  return entry ? (entry[0] as DataTypeName) : 'unknown';
}

// Spreading a long list into push would overflow the stack.
function append(to: number[], more: readonly number[]): void {
  for (const value of more) to.push(value);
}

/** A name out of a file, cut to what a message has room for. */
export function short(name: string): string {
  return show(name.length > 60 ? `${name.slice(0, 59)}…` : name);
}
