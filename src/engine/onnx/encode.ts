// A model as the bytes of an ONNX file.
import { attributeTypes, dataTypes, fields } from './proto';
import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor, OnnxValue } from './proto';
import { MessageWriter } from './wire-writer';

/** The bytes of an ONNX file. */
export function encodeModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const { Model, OperatorSetId, Graph } = fields;
  const { name, nodes, initializers, inputs, outputs, values } = model.graph;
  const graph = new MessageWriter()
    .messages(Graph.node, nodes, nodeOf)
    .text(Graph.name, name)
    .messages(Graph.initializer, initializers, tensorOf)
    .messages(Graph.input, inputs, valueOf)
    .messages(Graph.output, outputs, valueOf)
    .messages(Graph.valueInfo, values, valueOf);
  return (
    new MessageWriter()
      .integer(Model.irVersion, model.irVersion)
      .text(Model.producerName, model.producer)
      .text(Model.producerVersion, model.producerVersion)
      .text(Model.docString, model.doc)
      .message(Model.graph, graph)
      // Without a domain it is about ONNX's own operators.
      .message(Model.opsetImport, new MessageWriter().integer(OperatorSetId.version, model.opset))
      .finish()
  );
}

function nodeOf({ name, op, domain, inputs, outputs, attributes }: OnnxNode): MessageWriter {
  const { Node } = fields;
  const message = new MessageWriter();
  // An input that is left out is an empty name, and has to be written.
  for (const input of inputs) message.bytes(Node.input, new TextEncoder().encode(input));
  for (const output of outputs) message.text(Node.output, output);
  return message
    .text(Node.name, name)
    .text(Node.opType, op)
    .messages(Node.attribute, attributes, attributeOf)
    .text(Node.domain, domain);
}

function attributeOf({ name, ...rest }: OnnxAttribute): MessageWriter {
  const { Attribute } = fields;
  const message = new MessageWriter().text(Attribute.name, name);
  switch (rest.kind) {
    case 'float':
      message.float(Attribute.f, rest.value);
      break;
    case 'int':
      message.integer(Attribute.i, rest.value);
      break;
    case 'floats':
      for (const value of rest.value) message.float(Attribute.floats, value);
      break;
    case 'ints':
      for (const value of rest.value) message.integer(Attribute.ints, value);
      break;
    case 'string':
      message.text(Attribute.s, rest.value);
      break;
    case 'tensor':
      message.message(Attribute.t, tensorOf(rest.value));
      break;
    default:
      return message;
  }
  return message.integer(Attribute.type, attributeTypes[rest.kind]);
}

function tensorOf({ name, type, dims, data }: OnnxTensor): MessageWriter {
  const { Tensor } = fields;
  return new MessageWriter()
    .integers(Tensor.dims, dims)
    .integer(Tensor.dataType, dataTypes[type])
    .text(Tensor.name, name)
    .bytes(Tensor.rawData, rawOf(type, data));
}

// Little-endian, whatever the machine.
function rawOf(type: OnnxTensor['type'], data: Float64Array): Uint8Array {
  const width = { float32: 4, float64: 8, int32: 4, int64: 8, bool: 1 }[type];
  const view = new DataView(new ArrayBuffer(data.length * width));
  data.forEach((value, i) => {
    const at = i * width;
    if (type === 'float32') view.setFloat32(at, value, true);
    else if (type === 'float64') view.setFloat64(at, value, true);
    else if (type === 'int32') view.setInt32(at, value, true);
    else if (type === 'int64') view.setBigInt64(at, BigInt(value), true);
    else view.setUint8(at, value);
  });
  return new Uint8Array(view.buffer);
}

function valueOf({ name, type, dims }: OnnxValue): MessageWriter {
  const { ValueInfo, Type, TensorType, Shape, Dimension } = fields;
  const tensor = new MessageWriter();
  if (type !== 'unknown') tensor.integer(TensorType.elemType, dataTypes[type]);
  if (dims) {
    tensor.message(
      TensorType.shape,
      new MessageWriter().messages(Shape.dim, dims, (length) =>
        typeof length === 'number'
          ? new MessageWriter().integer(Dimension.value, length)
          : new MessageWriter().text(Dimension.param, length),
      ),
    );
  }
  return new MessageWriter()
    .text(ValueInfo.name, name)
    .message(ValueInfo.type, new MessageWriter().message(Type.tensorType, tensor));
}
