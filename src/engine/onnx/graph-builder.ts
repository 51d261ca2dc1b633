// A graph in the making: nodes and numbers get their names, values their shapes.
import type { OnnxAttribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from './proto';

/** What the numbers of a file are: 32 bits each, as other engines compute, or 64, as this one does. */
export type Precision = 'float32' | 'float64';

/** A value on its way through the graph. */
export interface Flow {
  readonly name: string;
  /** Its shape; the batch is `N`. */
  readonly dims: readonly (number | string)[];
}

/** How a node differs from the plain one: more inputs, settings, another shape. */
interface NodeOptions {
  attributes?: readonly OnnxAttribute[];
  dims?: Flow['dims'];
  /** @default the precision of the graph */
  type?: 'bool' | Precision;
}

/** Collects the nodes of a graph. Everything that is added gets a name of its own. */
export class GraphBuilder {
  private readonly nodes: OnnxNode[] = [];
  private readonly initializers: OnnxTensor[] = [];
  private readonly values: OnnxValue[] = [];
  private readonly taken = new Set<string>();

  /** @param reserved names that nothing in the graph may have */
  constructor(
    readonly precision: Precision,
    reserved: readonly string[],
  ) {
    reserved.forEach((name) => this.taken.add(name));
  }

  /**
   * A node, named as PyTorch's exporter names them: by the place of its layer and its operator.
   *
   * @param place the layer's place in the model, as in a parameter's name: `2.inner.0`
   */
  node(
    place: string,
    op: string,
    inputs: readonly (Flow | string)[],
    { attributes = [], dims, type }: NodeOptions = {},
  ): Flow {
    const name = this.free(`/${place.replaceAll('.', '/')}/${op}`);
    const first = inputs[0];
    const output: Flow = {
      name: this.free(`${name}_output_0`),
      dims: dims ?? (typeof first === 'object' ? first.dims : []),
    };
    this.nodes.push({
      name,
      op,
      domain: '',
      inputs: inputs.map((input) => (typeof input === 'string' ? input : input.name)),
      outputs: [output.name],
      attributes,
    });
    this.values.push({ ...output, type: type ?? this.precision });
    return output;
  }

  /** Numbers by name; the name is returned. */
  numbers(
    name: string,
    dims: readonly number[],
    data: ArrayLike<number>,
    type: OnnxTensor['type'] = this.precision,
  ): string {
    const own = this.free(name);
    this.initializers.push({ name: own, type, dims, data: Float64Array.from(data) });
    return own;
  }

  /** One number, which nobody trains. */
  constant(place: string, name: string, value: number): string {
    return this.numbers(`${place}.${name}`, [], [value]);
  }

  /** The graph from `input` to what the last node gave, which is called `outputName` from now on. */
  finish(name: string, input: Flow, last: Flow, outputName: string): OnnxGraph {
    const end = last === input ? this.node('end', 'Identity', [input]) : last;
    const rename = (value: string) => (value === end.name ? outputName : value);
    return {
      name,
      nodes: this.nodes.map((node) => ({
        ...node,
        inputs: node.inputs.map(rename),
        outputs: node.outputs.map(rename),
      })),
      initializers: this.initializers,
      inputs: [{ ...input, type: this.precision }],
      outputs: [{ name: outputName, dims: end.dims, type: this.precision }],
      values: this.values.filter((value) => value.name !== end.name),
    };
  }

  private free(name: string): string {
    let own = name;
    for (let i = 1; this.taken.has(own); i++) own = `${name}_${i}`;
    this.taken.add(own);
    return own;
  }
}
