// The gradient check: the rule a layer states against the slope that its own numbers show.
import { isAtKink, numericalSlope } from './difference';
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
  /**
   * Which numbers of a tensor to check, by their places row by row.
   * @param name `input`, or the parameter's name
   * @param size how many numbers the tensor has
   * @default all of them
   */
  entries?: (name: string, size: number) => readonly number[];
}

/**
 * What is to be thought of a derivative, in the light of the measurement.
 *
 * `agrees`: the two are as close as the tolerance asks. `kink`: the slope jumps within eps of the
 * number, so that a measurement across the jump says nothing against the rule. `epsilon`: another eps
 * shows that the two agree; this one is too large or too small to measure with. `wrong`: they differ.
 */
export type GradientVerdict = 'agrees' | 'kink' | 'epsilon' | 'wrong';

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
  /** Whether the error is within the tolerance. */
  ok: boolean;
  verdict: GradientVerdict;
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

  const measure = (data: Float64Array, i: number, by: number) =>
    numericalSlope(objective, data, i, by, 'central');
  const judge = ({ data }: Tensor, i: number, slope: number): GradientVerdict => {
    const isKinked = (reach: number) => isAtKink(objective, data, i, reach);
    if (isKinked(smallestReliable)) return 'kink';
    const agrees = reliable.some((by) => errorOf(slope, measure(data, i, by)) <= tolerance);
    if (!agrees) return 'wrong';
    return isKinked(eps) ? 'kink' : 'epsilon';
  };
  const entries = analytic.flatMap(({ name, value, grad }) =>
    placesOf(name, value.size, options.entries).map((i): GradientCheckEntry => {
      const slope = grad.data[i]!;
      const numeric = measure(value.data, i, eps);
      const error = errorOf(slope, numeric);
      const ok = error <= tolerance;
      return {
        name,
        index: positionOf(i, value.shape),
        analytic: slope,
        numeric,
        error,
        ok,
        verdict: ok ? 'agrees' : judge(value, i, slope),
      };
    }),
  );
  // NaN where a slope is NaN: Math.max hands it on.
  const maxError = entries.reduce((max, { error }) => Math.max(max, error), 0);
  return { ok: entries.every(({ ok }) => ok), maxError, entries };
}

// Where neither truncation nor rounding is likely to matter.
const reliable = [1e-4, 1e-5, 1e-6];
const smallestReliable = 1e-6;

function errorOf(analytic: number, numeric: number): number {
  return Math.abs(analytic - numeric) / Math.max(1, Math.abs(analytic), Math.abs(numeric));
}

function placesOf(
  name: string,
  size: number,
  choose: GradientCheckOptions['entries'],
): readonly number[] {
  if (!choose) return Array.from({ length: size }, (_, i) => i);
  const places = choose(name, size);
  for (const place of places) {
    ensure(
      Number.isInteger(place) && place >= 0 && place < size,
      () =>
        `checkGradients got the place ${show(place)} for ${name}; it must be a whole number from 0 to ${size - 1}`,
    );
  }
  return places;
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
