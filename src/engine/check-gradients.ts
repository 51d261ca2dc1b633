// The gradient check: the rule a layer states against the slope that its own numbers show.
import { ensure, show } from './errors';
import { checkResult, type Layer } from './layer';
import type { Loss } from './losses/loss';
import { createRng } from './random';
import { Tensor, sameShape, showShape, type TensorLike } from './tensor';

/** Options of {@link checkGradients}. */
export interface GradientCheckOptions {
  /** How far each number is moved, up and down. @default 1e-5 */
  eps?: number;
  /** The largest error that passes. @default 1e-6 */
  tolerance?: number;
  /** dObjective/dOut. @default random numbers, the same each time */
  dOut?: TensorLike;
  /** The objective, instead of a weighted sum of the outputs; needs `target`. */
  loss?: Loss<'mean' | 'sum'>;
  target?: TensorLike;
}

/** One number's derivative, by the rule and by measurement. */
export interface GradientCheckEntry {
  /** `input`, or the parameter's name. */
  name: string;
  /** The number's place in the tensor. */
  index: readonly number[];
  /** What backward says. */
  analytic: number;
  /** The central difference (f(v + eps) − f(v − eps)) / (2 eps). */
  numeric: number;
  /** |analytic − numeric| / max(1, |analytic|, |numeric|). */
  error: number;
  ok: boolean;
}

/** What a gradient check found. */
export interface GradientCheck {
  /** Whether every entry passed. */
  ok: boolean;
  maxError: number;
  entries: GradientCheckEntry[];
}

/**
 * Checks `backward` against central differences, entry by entry, for the input and all parameters.
 * Parameters, gradients and memory are left as they were; layers act as in use.
 *
 * @param model the layer or model
 * @param x an input, of any batch size
 * @throws PancakeError if eps is not above 0, a loss comes without a target, or a pass returns
 *   something else than a tensor of the right shape
 */
export function checkGradients(
  model: Layer,
  x: TensorLike,
  options: GradientCheckOptions = {},
): GradientCheck {
  const { eps = 1e-5, tolerance = 1e-6, loss, target } = options;
  ensure(
    typeof eps === 'number' && eps > 0 && eps < Infinity,
    () => `checkGradients got eps = ${show(eps)}; it must be a finite number above 0`,
  );
  ensure(!loss || target !== undefined, () => 'checkGradients got a loss without a target');

  ensure(
    typeof tolerance === 'number' && tolerance >= 0,
    () => `checkGradients got tolerance = ${show(tolerance)}; it must be a number of at least 0`,
  );

  const input = Tensor.from(x).clone();
  const view = model.view();
  const output = checkResult(model, 'forward', view.forward(input)).clone();
  const dOut = loss
    ? loss.gradient(output, target!).clone()
    : Tensor.from(options.dOut ?? randomLike(output)).clone();
  ensure(
    sameShape(dOut.shape, output.shape),
    () =>
      `checkGradients got dOut of shape ${showShape(dOut.shape)}; it must have the shape of the output, ${showShape(output.shape)}`,
  );

  const objective = () => {
    const out = view.forward(input);
    if (loss) return loss.evaluate(out, target!);
    let sum = 0;
    for (let i = 0; i < out.size; i++) sum += out.data[i]! * dOut.data[i]!;
    return sum;
  };

  const parameters = model.parameters();
  const before = parameters.map(({ grad }) => grad.clone());
  let analytic: { name: string; value: Tensor; grad: Tensor }[];
  try {
    for (const { grad } of parameters) grad.fill(0);
    const dIn = checkResult(model, 'backward', view.backward(dOut), input).clone();
    analytic = [
      { name: 'input', value: input, grad: dIn },
      ...parameters.map(({ name, value, grad }) => ({ name, value, grad: grad.clone() })),
    ];
  } finally {
    parameters.forEach(({ grad }, i) => grad.data.set(before[i]!.data));
  }

  const entries = analytic.flatMap(({ name, value, grad }) =>
    Array.from(grad.data, (slope, i): GradientCheckEntry => {
      const numeric = centralDifference(value.data, i, eps, objective);
      const scale = Math.max(1, Math.abs(slope), Math.abs(numeric));
      const error = Math.abs(slope - numeric) / scale;
      return {
        name,
        index: positionOf(i, value.shape),
        analytic: slope,
        numeric,
        error,
        ok: error <= tolerance,
      };
    }),
  );
  // NaN where a slope is NaN: Math.max hands it on.
  const maxError = entries.reduce((max, { error }) => Math.max(max, error), 0);
  return { ok: entries.every(({ ok }) => ok), maxError, entries };
}

function centralDifference(
  data: Float64Array,
  i: number,
  eps: number,
  objective: () => number,
): number {
  const value = data[i]!;
  try {
    data[i] = value + eps;
    const above = objective();
    data[i] = value - eps;
    return (above - objective()) / (2 * eps);
  } finally {
    data[i] = value;
  }
}

function randomLike({ shape }: Tensor): Tensor {
  const rng = createRng(1);
  const tensor = Tensor.zeros(shape);
  for (let i = 0; i < tensor.size; i++) tensor.data[i] = rng.normal();
  return tensor;
}

function positionOf(flat: number, shape: readonly number[]): number[] {
  const position: number[] = [];
  let rest = flat;
  for (const length of [...shape].reverse()) {
    position.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return position;
}
