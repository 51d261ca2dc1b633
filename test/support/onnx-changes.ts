// Changes of ONNX files, one at a time: other operators, inputs, settings and numbers.
import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor } from '../../src/engine/onnx/proto';

/** An operator that is used as another one is, and means something else. */
const others: Readonly<Record<string, string>> = {
  ...{ Add: 'Sub', Sub: 'Add', Mul: 'Div', Div: 'Mul', Greater: 'Less', Pow: 'Mul' },
  ...{ Relu: 'Tanh', Tanh: 'Relu', Sigmoid: 'Tanh', Softplus: 'Relu', Elu: 'Tanh', Sin: 'Exp' },
  ...{ Exp: 'Neg', Neg: 'Exp', Abs: 'Neg', Log: 'Sqrt', Sqrt: 'Log', Erf: 'Tanh' },
  ...{ ReduceMean: 'ReduceMax', Softmax: 'Identity', Identity: 'Tanh', Cast: 'Relu' },
  ...{ Gelu: 'Relu', Concat: 'Sum', Transpose: 'Identity', Where: 'Max', CastLike: 'Add' },
};

const turned = <T>([a, b, ...rest]: readonly T[]): T[] => [b!, a!, ...rest];

/** A copy of a list with another entry at a place, or without it. */
const other = <T>(list: readonly T[], at: number, ...entry: T[]): T[] =>
  list.toSpliced(at, 1, ...entry);

function* tensorChanges(tensor: OnnxTensor): Generator<[string, OnnxTensor]> {
  const { type, data, dims } = tensor;
  if (data.length === 1) {
    const more = type.startsWith('float') ? 0.25 : 1;
    yield ['a little more', { ...tensor, data: data.map((value) => value + more) }];
    yield ['doubled', { ...tensor, data: data.map((value) => 2 * value) }];
    yield ['as a list', { ...tensor, dims: [1] }];
    return;
  }
  yield ['one alone', { ...tensor, dims: [1], data: data.slice(0, 1) }];
  if (dims.length === 1)
    yield ['one less', { ...tensor, dims: [data.length - 1], data: data.slice(1) }];
  else yield ['of another shape', { ...tensor, dims: [...dims].reverse() }];
}

function* attributeChanges(one: OnnxAttribute): Generator<[string, OnnxAttribute]> {
  if (one.kind === 'int') {
    yield ['one more', { ...one, value: one.value + 1 }];
    yield ['negated', { ...one, value: -one.value }];
    yield ['zero', { ...one, value: 0 }];
  } else if (one.kind === 'float') yield ['doubled', { ...one, value: 2 * one.value }];
  else if (one.kind === 'ints') {
    yield ['one more', { ...one, value: one.value.map((n) => n + 1) }];
    yield ['twice', { ...one, value: [...one.value, ...one.value] }];
  } else if (one.kind === 'tensor') {
    for (const [what, value] of tensorChanges(one.value)) yield [what, { ...one, value }];
  }
}

function* nodeChanges(node: OnnxNode): Generator<[string, OnnxNode]> {
  const { op, inputs, attributes } = node;
  if (op in others) yield [`is ${others[op]}`, { ...node, op: others[op]! }];
  if (inputs.length > 1 && inputs[0] !== inputs[1]) {
    yield ['has its inputs turned around', { ...node, inputs: turned(inputs) }];
  }
  if (inputs.length > 1) yield ['lacks an input', { ...node, inputs: inputs.slice(0, -1) }];
  for (const [i, input] of inputs.entries()) {
    if (input !== 'x') yield [`reads x for ${input}`, { ...node, inputs: other(inputs, i, 'x') }];
  }
  for (const [i, attribute] of attributes.entries()) {
    const { name } = attribute;
    yield [`lacks ${name}`, { ...node, attributes: other(attributes, i) }];
    for (const [what, changed] of attributeChanges(attribute)) {
      yield [`has ${name} ${what}`, { ...node, attributes: other(attributes, i, changed) }];
    }
  }
}

/** A model's changes, and what each is. */
export function* changesOf(model: OnnxModel): Generator<[string, OnnxModel]> {
  const { graph } = model;
  const { nodes, initializers } = graph;
  yield ['nothing', model];
  for (const opset of [11, 18]) yield [`opset ${opset}`, { ...model, opset }];
  for (const [i, node] of nodes.entries()) {
    for (const [what, changed] of nodeChanges(node)) {
      const title = `${node.op} ${i + 1} ${what}`;
      yield [title, { ...model, graph: { ...graph, nodes: other(nodes, i, changed) } }];
    }
  }
  for (const [i, tensor] of initializers.entries()) {
    for (const [what, changed] of tensorChanges(tensor)) {
      const own = { ...graph, initializers: other(initializers, i, changed) };
      yield [`${tensor.name} ${what}`, { ...model, graph: own }];
    }
  }
}
