// An ONNX file as a model, if it is made of layers that exist here.
import { PancakeError, ensure, show } from '../errors';
import { findNonFinite } from '../finite';
import type { Layer } from '../layer';
import { Residual } from '../layers/residual';
import { Sequential } from '../sequential';
import { Tensor } from '../tensor';
import { decodeModel, short } from './decode';
import { GraphView } from './graph-view';
import type { OnnxNode, OnnxTensor } from './proto';
import { readers } from './read-layers';
import type { Column, Known, Step } from './steps';
import { widthAfter } from './widths';

/** What `fromONNX` may be told. */
export interface FromONNXOptions {
  /** The output that is meant, by name, where a graph has several. @default the only one */
  output?: string;
}

/** The most numbers that a model may have: parameters, and values on a point's way through it. */
const mostNumbers = 1_000_000;
/** How many layers may lie inside one another. */
const deepest = 100;

/**
 * A model from an ONNX file, as `toONNX` or PyTorch's exporters write it: a chain of the layers of this
 * package, also where they are spelled out in smaller operators, with residual connections. The numbers are
 * taken as they are in the file; what `toONNX` wrote with `float64` comes back to the last bit, with
 * stacks inside one another laid out as one.
 *
 * @throws PancakeError that says what in the file is not understood and where: a node for which there is no
 *   layer, numbers of another type or in another file, a file that is cut off or too large for a page
 */
export function fromONNX(
  bytes: Uint8Array | ArrayBuffer,
  options: FromONNXOptions = {},
): Sequential {
  const given: unknown = bytes;
  ensure(
    given instanceof Uint8Array || given instanceof ArrayBuffer,
    () =>
      `fromONNX got ${show(given)}; it takes the bytes of a file, as a Uint8Array or ArrayBuffer`,
  );
  const file = decodeModel(given instanceof Uint8Array ? given : new Uint8Array(given));
  const view = new GraphView(file.graph, file.opset);
  const { dims, type, name } = view.input;
  ensure(
    type === 'float32' || type === 'float64' || type === 'unknown',
    () =>
      `fromONNX: the input ${short(name)} is of the type ${type}; it must be float32 or float64`,
  );
  ensure(
    !dims || dims.length === 2,
    () =>
      `fromONNX: the input ${short(name)} has the shape [${dims!.join(', ')}]; a model here takes [N, features]`,
  );
  const output = view.output(options.output);
  const used = nodesBefore(view, output);
  checkOperators(view, used);
  checkNumbers(view, used);
  const width = typeof dims?.[1] === 'number' && dims[1] > 0 ? dims[1] : undefined;
  return new Sequential(new Assembly().layersOf(stepsTo(view, used, output), width).layers);
}

// The nodes that an output depends on, in the order of the graph.
function nodesBefore(view: GraphView, output: string): OnnxNode[] {
  const wanted = new Set([output]);
  const found: OnnxNode[] = [];
  for (const node of [...view.graph.nodes].reverse()) {
    const isUsed = node.outputs.some((name) => wanted.has(name) && !view.constant(name));
    if (!isUsed) continue;
    found.push(node);
    node.inputs.forEach((name) => wanted.add(name));
  }
  return found.reverse();
}

// Of the operators that need more than one.
const inputsNeeded: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['Gemm', 'MatMul', 'Add', 'Sub', 'Mul', 'Div', 'Pow', 'Greater', 'Gather'].map((op) => [op, 2]),
  ),
  LayerNormalization: 2,
  Where: 3,
  Constant: 0,
};

function checkOperators(view: GraphView, nodes: readonly OnnxNode[]): void {
  for (const node of nodes) {
    const isKnown = node.domain === '' && Object.hasOwn(readers, node.op);
    ensure(
      isKnown,
      () =>
        `fromONNX cannot read ${view.describe(node)}${node.domain && ` of ${short(node.domain)}`}: ` +
        'there is no layer for it here. A model is made of Linear, activations, Softmax, Dropout, LayerNorm, Features and Residual',
    );
    const needed = inputsNeeded[node.op] ?? 1;
    const given = node.inputs.slice(0, needed).filter(Boolean).length;
    ensure(
      given === needed,
      () => `fromONNX: ${view.describe(node)} has ${given} inputs; it needs ${needed}`,
    );
  }
}

function checkNumbers(view: GraphView, nodes: readonly OnnxNode[]): void {
  const seen = new Set<OnnxTensor>();
  for (const tensor of nodes.flatMap((node) => view.split(node).constants)) {
    if (seen.has(tensor)) continue;
    seen.add(tensor);
    const at = findNonFinite(new Tensor(tensor.data, [tensor.data.length]));
    ensure(
      at < 0,
      () =>
        `fromONNX: the numbers ${short(tensor.name)} hold ${tensor.data[at]}; every number must be finite`,
    );
  }
}

/** The steps from the input to an output. */
function stepsTo(view: GraphView, nodes: readonly OnnxNode[], output: string): Step[] {
  const steps = new Map<string, Step>();
  const columns = new Map<string, Column>();
  const problems = new Map<string, string>();
  const known: Known = {
    view,
    step: (name) => steps.get(name),
    column: (name) => (name === undefined ? undefined : columns.get(name)),
  };
  for (const node of nodes) {
    node.outputs.forEach((name, i) => {
      // A second output is something else, but for those that cut values into pieces.
      if (i > 0 && node.op !== 'Split') return;
      const meaning = readers[node.op]?.(known, node, i);
      if (typeof meaning === 'string') problems.set(name, meaning);
      else if (meaning && 'column' in meaning) columns.set(name, meaning.column);
      else if (meaning) steps.set(name, meaning);
    });
  }
  const found: Step[] = [];
  for (let at = output; at !== view.input.name;) {
    const step = steps.get(at);
    if (!step) {
      const why = problems.get(at) ?? 'alone, this is no layer here';
      const node = view.producer(at);
      throw new PancakeError(
        node
          ? `fromONNX cannot read ${view.describe(node)}: ${why}`
          : `fromONNX: the graph ends in the numbers ${short(at)} and does not look at its input`,
      );
    }
    found.push(step);
    at = step.from;
  }
  return found.reverse();
}

// What a layer says of numbers that make no sense for it.
function named<T>(what: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof PancakeError)) throw error;
    throw new PancakeError(`fromONNX: ${what}${error.message}`);
  }
}

/** Makes layers of steps, and looks after what they need before it is taken. */
class Assembly {
  private numbers = 0;

  layersOf(
    steps: readonly Step[],
    before: number | undefined,
    depth = 0,
  ): { layers: Layer[]; width: number | undefined } {
    ensure(
      depth <= deepest,
      () => `fromONNX: there are more than ${deepest} Residuals inside one another`,
    );
    const layers: Layer[] = [];
    let width = before;
    for (const step of steps) {
      const layer = step.inner
        ? this.residualOf(step.inner, width, depth)
        : step.make && this.make(step, width);
      if (!layer) continue;
      layers.push(layer);
      width = named(`${layer.describe()} `, () => widthAfter(layer, width));
      this.take(width ?? 0);
    }
    return { layers, width };
  }

  private residualOf(inner: readonly Step[], width: number | undefined, depth: number): Layer {
    const { layers, width: after } = this.layersOf(inner, width, depth + 1);
    const layer = new Residual(layers.length === 1 ? layers[0]! : new Sequential(layers));
    ensure(
      after === width || width === undefined,
      () =>
        `fromONNX: ${layer.describe()} goes around layers that make ${after} of ${width} features`,
    );
    return layer;
  }

  private make(step: Step, width: number | undefined): Layer {
    this.take(step.parameters ?? 0);
    const layer = named('', () => step.make!(width));
    for (const { name, value } of layer.parameters()) {
      // A factor on the weights may have led beyond what a number can be.
      ensure(
        findNonFinite(value) < 0,
        () => `fromONNX: the ${name} of ${layer.describe()} would not be finite`,
      );
    }
    return layer;
  }

  private take(count: number): void {
    this.numbers += count;
    ensure(
      this.numbers <= mostNumbers,
      () => `fromONNX: the model has more than ${mostNumbers} numbers, more than a page can train`,
    );
  }
}
