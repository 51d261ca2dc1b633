// An ONNX file as lines to read: its input, its numbers, and its nodes with the shapes of what they give.
import { decodeModel } from './decode';
import type { OnnxAttribute, OnnxNode, OnnxTensor, OnnxValue } from './proto';

/** What is in an ONNX file, in words. */
export interface Outline {
  /** A line for each part, numbers as Python would write them. */
  text: string;
  nodes: number;
}

/** @throws PancakeError if the bytes are no ONNX file */
export function outlineOf(bytes: Uint8Array): Outline {
  const { opset, producer, graph } = decodeModel(bytes);
  const { inputs, outputs, values, nodes, initializers } = graph;
  const shapes = new Map([...inputs, ...values, ...outputs].map((one) => [one.name, one]));
  const types = [...new Set(inputs.map(({ type }) => type))].join(', ');
  const isOutput = (name: string) => outputs.some((output) => output.name === name);
  // A value is called by the node that gives it.
  const called = new Map(
    nodes.flatMap(({ name, outputs: given }) =>
      given.filter((one) => name && !isOutput(one)).map((one) => [one, name] as const),
    ),
  );
  const lineOf = (node: OnnxNode) => {
    const settings = node.attributes.map(settingOf);
    const read = [...node.inputs.map((name) => called.get(name) ?? name), ...settings];
    const [given = ''] = node.outputs;
    const name = isOutput(given) ? `${given} = ${node.name || node.op}` : node.name || node.op;
    return `${name}(${read.join(', ')})  # ${shapeOf(shapes.get(given))}`;
  };
  const lines = [
    `# ONNX, opset ${opset}, ${types}, by ${producer}`,
    ...inputs.map((input) => `${input.name}  # ${shapeOf(input)}`),
    ...initializers.map(numbersOf),
    ...nodes.map(lineOf),
  ];
  return { text: `${lines.join('\n')}\n`, nodes: nodes.length };
}

const shapeOf = (value: OnnxValue | undefined) =>
  value?.dims ? `[${value.dims.join(', ')}]` : 'any shape';

// Single numbers are told, of others the shape.
function numbersOf({ name, dims, data }: OnnxTensor): string {
  return dims.length === 0 ? `${name} = ${data[0]}` : `${name}  # [${dims.join(', ')}]`;
}

function settingOf(attribute: OnnxAttribute): string {
  const { name } = attribute;
  switch (attribute.kind) {
    case 'float':
      return `${name}=${Number(attribute.value.toPrecision(7))}`;
    case 'int':
      return `${name}=${attribute.value}`;
    case 'string':
      return `${name}="${attribute.value}"`;
    case 'floats':
    case 'ints':
      return `${name}=[${attribute.value.join(', ')}]`;
    default:
      return name;
  }
}
