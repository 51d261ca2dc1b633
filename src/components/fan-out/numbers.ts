// Every number of the figure, from passes of the engine.
import { NonFiniteError, Tensor, numericalSlope } from '../../engine';
import { circuitOf, wayOf, type FanOutRule, type FanOutWay } from './circuits';

/** The numbers of a circuit at a, forward and backward. */
export interface FanOutNumbers {
  /** What the second way makes of a. */
  second: number;
  /** b = a + f(a). */
  b: number;
  /** The gradients that come back along the two ways, ∂b/∂b = 1 having been sent into both. */
  ways: readonly [number, number];
  /** What backward says of ∂b/∂a, by the rule. */
  gradient: number;
  /** (b(a + ε) − b(a)) / ε. */
  measured: number;
}

/** @returns null if a number is too large to compute with */
export function numbersOf(
  name: FanOutWay,
  rule: FanOutRule,
  { a, k, epsilon }: { a: number; k: number; epsilon: number },
): FanOutNumbers | null {
  try {
    const circuit = circuitOf(name, k, rule);
    const x = Tensor.from([[a]]);
    const b = circuit.forward(x).data[0]!;
    const gradient = circuit.backward([[1]]).data[0]!;
    const way = wayOf(name, k);
    const second = way.forward(x).data[0]!;
    const back = way.backward([[1]]).data[0]!;
    const wire = wayOf('nothing', k);
    wire.forward(x);
    const straight = wire.backward([[1]]).data[0]!;
    const moved = x.clone();
    const measured = numericalSlope(() => circuit.predict(moved).data[0]!, moved.data, 0, epsilon);
    if (![second, b, back, gradient, measured].every(Number.isFinite)) return null;
    return { second, b, ways: [straight, back], gradient, measured };
  } catch (error) {
    if (error instanceof NonFiniteError) return null;
    throw error;
  }
}

/** What measuring says of a gradient; nothing if ε is too small, or too large, to tell. */
export type Verdict = 'agrees' | 'differs' | 'unclear';

/** Compares, as far as measuring can tell: it is off by about ε times the curvature, and by rounding. */
export function compare(
  { gradient, measured, b }: FanOutNumbers,
  { epsilon, a }: { epsilon: number; a: number },
): Verdict {
  const rounding = (4 * Number.EPSILON * Math.max(1, Math.abs(a), Math.abs(b))) / Math.abs(epsilon);
  const truncation = 2 * Math.abs(epsilon);
  // The two rules differ by the gradient of the first way, which is 1.
  if (!(truncation + rounding < 0.5)) return 'unclear';
  return Math.abs(measured - gradient) <= truncation + rounding ? 'agrees' : 'differs';
}
