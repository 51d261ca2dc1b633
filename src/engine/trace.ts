// Trace: one sample's way through a model and back, step by step, with every number.
import { ensure } from './errors';
import { checkResult, type Layer } from './layer';
import { Sequential } from './sequential';
import { Tensor, showShape, sizeOf, type TensorLike } from './tensor';

/** What one layer did to one sample. Every tensor is a copy. */
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
  /** What came in, shape (1, I). */
  input: Tensor;
  /** What it computed, shape (1, O). */
  output: Tensor;
  /** What it keeps for the way back. */
  remembers: { name: string; value: Tensor }[];
  /** dOut/dIn: a slope for each entry, (1, I), or a row for each output, (O, I). */
  local: { kind: 'elementwise' | 'jacobian'; value: Tensor };
  /** dObjective/dOut, which came from the layer above. */
  gradOut: Tensor;
  /** dObjective/dIn = dObjective/dOut · dOut/dIn, which goes to the layer below. */
  gradIn: Tensor;
  /** The layer's parameters, and what this sample adds to the gradient of each. */
  parameters: { name: string; value: Tensor; added: Tensor }[];
}

/** The steps of a sample, first layer first. */
export type Trace = readonly TraceStep[];

/**
 * One sample's way through a model: forward, then backward. The model, its memory and its gradients
 * stay as they are; layers act as in use, so that `Dropout` drops nothing. A `Sequential` inside is
 * followed layer by layer.
 *
 * @param model the model, or a single layer
 * @param x one sample, shape (1, I) or (I)
 * @param dOut dObjective/dOut of the model's output, shape (1, O) or (O); ones if not given
 * @throws PancakeError if x is more than one sample, or a layer cannot take what it gets
 */
export function trace(model: Layer, x: TensorLike, dOut?: TensorLike): Trace {
  const leaves = leavesOf(model.view(), model, '');
  const passes: { leaf: Leaf; input: Tensor; output: Tensor }[] = [];
  let value = oneSample(Tensor.from(x), 'an input');
  for (const leaf of leaves) {
    const output = checkResult(leaf.view, 'forward', leaf.view.forward(value)).clone();
    passes.push({ leaf, input: value, output });
    value = output;
  }

  const steps: TraceStep[] = [];
  let gradient =
    dOut === undefined ? Tensor.full(value.shape, 1) : oneSample(Tensor.from(dOut), 'a gradient');
  for (const { leaf, input, output } of passes.reverse()) {
    const { view, layer, path } = leaf;
    const gradOut = gradient;
    const { gradIn, added } = backwardAside(view, gradOut, input);
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

function oneSample(x: Tensor, what: string): Tensor {
  ensure(
    x.shape.length < 2 || x.shape[0] === 1,
    () =>
      `trace got ${what} of shape ${showShape(x.shape)}; it follows one sample, of shape [1, ${x.size / (x.shape[0] || 1)}]`,
  );
  return x.shape.length === 1 ? new Tensor(x.data.slice(), [1, x.size]) : x.clone();
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

// The layer's own rule gives its derivative: backward of ones for entries that stand alone, and of
// one output after the other for a full matrix.
function localDerivative(view: Layer, input: Tensor, output: Tensor): TraceStep['local'] {
  if (view.elementwise) {
    const slopes = backwardAside(view, Tensor.full(output.shape, 1), input).gradIn;
    return { kind: 'elementwise', value: slopes };
  }
  const [rows, columns] = [sizeOf(output.shape), sizeOf(input.shape)];
  const jacobian = Tensor.zeros([rows, columns]);
  for (let o = 0; o < rows; o++) {
    const unit = Tensor.zeros(output.shape);
    unit.data[o] = 1;
    jacobian.data.set(backwardAside(view, unit, input).gradIn.data, o * columns);
  }
  return { kind: 'jacobian', value: jacobian };
}
