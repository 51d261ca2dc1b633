// A graph to be asked: which node gives a value, and which values are numbers known beforehand.
import { PancakeError, ensure } from '../errors';
import { limits, short } from './decode';
import type { OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from './proto';

/** What a graph computes, value by value. */
export class GraphView {
  /** What the model is given. */
  readonly input: OnnxValue;
  private readonly producers = new Map<string, OnnxNode>();
  private readonly constants = new Map<string, OnnxTensor>();
  private readonly positions = new Map<OnnxNode, number>();
  private turned = 0;

  /** @throws PancakeError if a node reads what nothing before it gives, or there is not one input */
  constructor(
    readonly graph: OnnxGraph,
    readonly opset: number,
  ) {
    for (const tensor of graph.initializers)
      if (tensor.name) this.constants.set(tensor.name, tensor);
    // Old files list their numbers among the inputs, too.
    const inputs = graph.inputs.filter(({ name }) => !this.constants.has(name));
    ensure(
      inputs.length === 1,
      () =>
        `fromONNX: the graph has ${inputs.length} inputs${namesOf(inputs)}; a model here takes one`,
    );
    this.input = inputs[0]!;
    const known = new Set(['', this.input.name, ...this.constants.keys()]);
    graph.nodes.forEach((node, i) => {
      this.positions.set(node, i);
      for (const name of node.inputs) {
        ensure(
          known.has(name),
          () =>
            `fromONNX: ${this.describe(node)} reads ${short(name)}, which nothing before it gives`,
        );
      }
      for (const name of node.outputs.filter(Boolean)) {
        ensure(
          !known.has(name),
          () => `fromONNX: ${this.describe(node)} gives ${short(name)}, which is there already`,
        );
        known.add(name);
        this.producers.set(name, node);
        const constant = this.fold(node, name);
        if (constant) this.constants.set(name, constant);
      }
    });
  }

  /** A value that the model gives: the only one, or the one of this name. */
  output(name: string | undefined): string {
    const { outputs } = this.graph;
    const found =
      name === undefined
        ? outputs.length === 1 && outputs[0]
        : outputs.find((o) => o.name === name);
    if (!found) {
      throw new PancakeError(
        name === undefined
          ? `fromONNX: the graph has ${outputs.length} outputs${namesOf(outputs)}; say which one with the option output`
          : `fromONNX got output = ${short(name)}; the graph has ${outputs.length} outputs${namesOf(outputs)}`,
      );
    }
    ensure(
      this.producers.has(found.name) || found.name === this.input.name,
      () => `fromONNX: nothing gives the output ${short(found.name)}`,
    );
    return found.name;
  }

  /** The node that gives a value; undefined for the input and for numbers. */
  producer(name: string): OnnxNode | undefined {
    return this.constants.has(name) ? undefined : this.producers.get(name);
  }

  /** The node that gives a value, if it is one of this operator. */
  made(name: string | undefined, op: string): OnnxNode | undefined {
    const node = name === undefined ? undefined : this.producer(name);
    return node?.op === op && node.domain === '' ? node : undefined;
  }

  /** Where a value is in the order of computing. */
  position(name: string): number {
    const node = this.producer(name);
    return node ? this.positions.get(node)! : -1;
  }

  /** Numbers that do not depend on the input. */
  constant(name: string | undefined): OnnxTensor | undefined {
    return name === undefined ? undefined : this.constants.get(name);
  }

  /** The same for a single number. */
  scalar(name: string | undefined): number | undefined {
    const tensor = this.constant(name);
    return tensor?.data.length === 1 ? exact(tensor.data[0]!, tensor.type) : undefined;
  }

  /** The inputs of a node that are computed, and those that are numbers. */
  split({ inputs }: OnnxNode): { values: string[]; constants: OnnxTensor[] } {
    return {
      values: inputs.filter((name) => name && !this.constants.has(name)),
      constants: inputs.map((name) => this.constants.get(name)).filter((found) => !!found),
    };
  }

  /** A setting of a node, a number. */
  number({ attributes }: OnnxNode, name: string, byDefault: number): number {
    const found = attributes.find((one) => one.name === name);
    if (found?.kind === 'float') return exact(found.value, 'float32');
    return found?.kind === 'int' ? found.value : byDefault;
  }

  /** A setting of a node, a list: an attribute, or since later versions an input. */
  list(node: OnnxNode, name: string, input: number): readonly number[] | undefined {
    const found = node.attributes.find((one) => one.name === name);
    if (found?.kind === 'ints') return found.value;
    const given = this.constant(node.inputs[input]);
    return given && [...given.data];
  }

  /** A setting of a node, a word. */
  word({ attributes }: OnnxNode, name: string): string | undefined {
    const found = attributes.find((one) => one.name === name);
    return found?.kind === 'string' ? found.value : undefined;
  }

  /** How a node is named in messages. */
  describe(node: OnnxNode): string {
    const at = `number ${this.positions.get(node)! + 1} of ${this.graph.nodes.length}`;
    return `the node ${node.name ? short(node.name) : at} (${short(node.op).slice(1, -1)}${node.name ? `, ${at}` : ''})`;
  }

  // Nodes that give numbers known beforehand.
  private fold(node: OnnxNode, name: string): OnnxTensor | undefined {
    if (node.domain !== '') return undefined;
    const first = this.constants.get(node.inputs[0] ?? '');
    switch (node.op) {
      case 'Constant':
        return constantOf(node, name);
      case 'Identity':
      case 'Cast':
      case 'CastLike':
        return first && { ...first, name };
      case 'Transpose':
        if (first?.dims.length !== 2) return undefined;
        // A small file could ask for much by turning the same numbers many times.
        this.turned += first.data.length;
        ensure(
          this.turned <= limits.bytes / 8,
          () => `fromONNX: ${this.describe(node)} turns more numbers than a page has room for`,
        );
        return transposed(first, name);
      default:
        return undefined;
    }
  }
}

function constantOf({ attributes }: OnnxNode, name: string): OnnxTensor | undefined {
  const [found] = attributes.filter((one) => one.name.startsWith('value'));
  switch (found?.kind) {
    case 'tensor':
      return { ...found.value, name };
    case 'float':
      return { name, type: 'float32', dims: [], data: Float64Array.of(found.value) };
    case 'int':
      return { name, type: 'int64', dims: [], data: Float64Array.of(found.value) };
    case 'floats':
    case 'ints': {
      const type = found.kind === 'floats' ? 'float32' : 'int64';
      return { name, type, dims: [found.value.length], data: Float64Array.from(found.value) };
    }
    default:
      return undefined;
  }
}

function transposed({ type, dims, data }: OnnxTensor, name: string): OnnxTensor {
  const [rows, columns] = dims as [number, number];
  const turned = new Float64Array(data.length);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) turned[c * rows + r] = data[r * columns + c]!;
  }
  return { name, type, dims: [columns, rows], data: turned };
}

// A setting such as 0.01 was written by a person: it is the shortest decimal that rounds to these 32 bits.
function exact(value: number, type: OnnxTensor['type']): number {
  if (type !== 'float32') return value;
  for (let digits = 1; digits <= 9; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return decimal;
  }
  return value;
}

function namesOf(values: readonly OnnxValue[]): string {
  if (!values.length) return '';
  const names = values.slice(0, 8).map(({ name }) => short(name));
  return ` (${names.join(', ')}${values.length > 8 ? ', …' : ''})`;
}
