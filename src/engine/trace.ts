// Trace: a sample's or a batch's way through a model and back, step by step, with every number.
import { checkResult, type Layer } from './layer';
import { Sequential } from './sequential';
import { Tensor, type TensorLike } from './tensor';

/** What one layer did to a batch of B samples, often of one. Every tensor is a copy. */
export interface TraceStep {
  /** The step's place, from 0. */
  index: number;
  /** The layer's place in the model, as in a parameter's prefix: `'0'`, `'2.1'`. */
  path: string;
  /** The layer itself. */
  layer: Layer;
  /** The layer's kind: `Linear`. */
  type: string;
  /** The layer as a reader would write it: `Linear(2, 10)`. */
  description: string;
  /** Its formula in plain text. */
  formula: string;
  /** What came in, shape (B, I). */
  input: Tensor;
  /** What it computed, shape (B, O). */
  output: Tensor;
  /** What it keeps for the way back. */
  remembers: { name: string; value: Tensor }[];
  /**
   * dOut/dIn: a slope for each entry, (B, I), or a row for each output, (O, I) for one sample and
   * (B, O, I) for several.
   */
  local: { kind: 'elementwise' | 'jacobian'; value: Tensor };
  /** dObjective/dOut, which came from the layer above. */
  gradOut: Tensor;
  /** dObjective/dIn = dObjective/dOut · dOut/dIn, which goes to the layer below. */
  gradIn: Tensor;
  /** The layer's parameters, and what the batch adds to the gradient of each. */
  parameters: TracedParameter[];
}

/** A parameter on the way back. */
export interface TracedParameter {
  name: string;
  value: Tensor;
  /** What the whole batch adds to its gradient. */
  added: Tensor;
  /** What each sample adds, in the order of the batch: they sum to `added`. */
  shares: readonly Tensor[];
}

/** The steps, first layer first. */
export type Trace = readonly TraceStep[];

/**
 * A sample's way through a model, or a batch's: forward, then backward. The model, its memory and
 * its gradients stay as they are; layers act as in use, so that `Dropout` drops nothing. A
 * `Sequential` inside is followed layer by layer.
 *
 * @param model the model, or a single layer
 * @param x one sample, shape (I), or a batch, (B, I)
 * @param dOut dObjective/dOut of the model's output, shape (O) or (B, O); ones if not given
 * @throws PancakeError if a layer cannot take what it gets
 */
export function trace(model: Layer, x: TensorLike, dOut?: TensorLike): Trace {
  const leaves = leavesOf(model.view(), model, '');
  const passes: { leaf: Leaf; input: Tensor; output: Tensor }[] = [];
  let value = asBatch(x);
  for (const leaf of leaves) {
    const output = checkResult(leaf.view, 'forward', leaf.view.forward(value)).clone();
    passes.push({ leaf, input: value, output });
    value = output;
  }

  const steps: TraceStep[] = [];
  let gradient = dOut === undefined ? Tensor.full(value.shape, 1) : asBatch(dOut);
  for (const { leaf, input, output } of passes.reverse()) {
    const { view, layer, path } = leaf;
    const gradOut = gradient;
    const { gradIn, added } = backwardAside(view, gradOut, input);
    const shares = sharesOf(layer, input, gradOut, added);
    steps.unshift({
      index: passes.length - 1 - steps.length,
      path,
      layer,
      type: layer.type,
      description: layer.describe(),
      formula: layer.formula,
      input,
      output,
      remembers: view.memory().map(({ name, value: kept }) => ({ name, value: kept.clone() })),
      local: localDerivative(view, input, output),
      gradOut,
      gradIn,
      parameters: layer.parameters().map((parameter, i) => ({
        name: parameter.name,
        value: parameter.value.clone(),
        added: added[i]!,
        shares: shares[i]!,
      })),
    });
    gradient = gradIn;
  }
  return steps;
}

interface Leaf {
  view: Layer;
  layer: Layer;
  path: string;
}

function leavesOf(view: Layer, layer: Layer, path: string): Leaf[] {
  if (!(view instanceof Sequential && layer instanceof Sequential)) return [{ view, layer, path }];
  return view.layers.flatMap((inner, i) =>
    leavesOf(inner, layer.layers[i]!, path === '' ? String(i) : `${path}.${i}`),
  );
}

function asBatch(x: TensorLike): Tensor {
  const tensor = Tensor.from(x);
  if (tensor.shape.length === 1) return new Tensor(tensor.data.slice(), [1, tensor.size]);
  return tensor.clone();
}

/** One sample of a batch, as a batch of its own. */
export function sampleOf(batch: Tensor, sample: number): Tensor {
  return rowsOf(batch, [sample]);
}

/** Some samples of a batch, in this order, as a batch of their own. */
export function rowsOf(batch: Tensor, rows: readonly number[]): Tensor {
  const size = batch.size / batch.shape[0]!;
  const data = new Float64Array(size * rows.length);
  rows.forEach((row, i) => data.set(batch.data.subarray(row * size, (row + 1) * size), i * size));
  return new Tensor(data, [rows.length, ...batch.shape.slice(1)]);
}

// Runs backward and takes back what it added to the gradients, which the view shares.
function backwardAside(
  view: Layer,
  gradOut: Tensor,
  input: Tensor,
): { gradIn: Tensor; added: Tensor[] } {
  const grads = view.parameters().map(({ grad }) => grad);
  const before = grads.map((grad) => grad.clone());
  try {
    for (const grad of grads) grad.fill(0);
    const gradIn = checkResult(view, 'backward', view.backward(gradOut), input).clone();
    return { gradIn, added: grads.map((grad) => grad.clone()) };
  } finally {
    grads.forEach((grad, i) => grad.data.set(before[i]!.data));
  }
}

// What each sample adds to the gradients: its own pass through the layer, alone.
function sharesOf(layer: Layer, input: Tensor, gradOut: Tensor, added: Tensor[]): Tensor[][] {
  const count = input.shape[0] ?? 1;
  if (count === 1 || added.length === 0) return added.map((whole) => [whole]);
  const shares: Tensor[][] = added.map(() => []);
  const alone = layer.view();
  for (let sample = 0; sample < count; sample++) {
    const one = sampleOf(input, sample);
    alone.forward(one);
    const own = backwardAside(alone, sampleOf(gradOut, sample), one).added;
    own.forEach((share, i) => shares[i]!.push(share));
  }
  return shares;
}

// The layer's own rule gives its derivative: backward of ones for entries that stand alone, and of
// one output after the other for a full matrix. Samples never mix, so that one pass serves them all.
function localDerivative(view: Layer, input: Tensor, output: Tensor): TraceStep['local'] {
  if (view.elementwise) {
    const slopes = backwardAside(view, Tensor.full(output.shape, 1), input).gradIn;
    return { kind: 'elementwise', value: slopes };
  }
  const samples = input.shape[0] ?? 1;
  const [rows, columns] = [output.size / samples, input.size / samples];
  const jacobian = Tensor.zeros(samples === 1 ? [rows, columns] : [samples, rows, columns]);
  for (let row = 0; row < rows; row++) {
    const unit = Tensor.zeros(output.shape);
    for (let sample = 0; sample < samples; sample++) unit.data[sample * rows + row] = 1;
    const slopes = backwardAside(view, unit, input).gradIn.data;
    for (let sample = 0; sample < samples; sample++) {
      const from = slopes.subarray(sample * columns, (sample + 1) * columns);
      jacobian.data.set(from, (sample * rows + row) * columns);
    }
  }
  return { kind: 'jacobian', value: jacobian };
}
