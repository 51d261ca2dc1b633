// Functions and powers that a reader may use in an expression.
import { cos, exp, log, powi, sigmoid, sin, tanh } from '../../engine/math';
import type { ExpressionProblem } from './problems';

/** A number, or what is wrong. */
export type Outcome = number | Extract<ExpressionProblem, { place: number }>['kind'];

interface Known {
  /** Whether it takes any number of arguments instead of one. */
  isOfMany?: boolean;
  compute: (...values: number[]) => Outcome;
}

const logarithm: Known = { compute: (x = NaN) => (x > 0 ? log(x) : 'logarithm') };
const logistic: Known = { compute: (x = NaN) => sigmoid(x) };

const functions: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['exp', { compute: (x = NaN) => exp(x) }],
  ['log', logarithm],
  ['ln', logarithm],
  ['sqrt', { compute: (x = NaN) => (x < 0 ? 'rootOfNegative' : Math.sqrt(x)) }],
  ['sin', { compute: (x = NaN) => sin(x) }],
  ['cos', { compute: (x = NaN) => cos(x) }],
  ['tanh', { compute: (x = NaN) => tanh(x) }],
  ['sigmoid', logistic],
  ['σ', logistic],
  ['relu', { compute: (x = NaN) => Math.max(0, x) }],
  ['abs', { compute: (x = NaN) => Math.abs(x) }],
  ['max', { isOfMany: true, compute: Math.max }],
]);

/** The function of this name, in capitals or not. */
export function functionCalled(name: string): Known | undefined {
  return functions.get(name.toLowerCase());
}

/** One number to the power of another. */
export function power(base: number, exponent: number): Outcome {
  if (base === 0 && exponent < 0) return 'divisionByZero';
  if (Number.isInteger(exponent)) {
    return exponent < 0 ? 1 / powi(base, -exponent) : powi(base, exponent);
  }
  if (base < 0) return 'rootOfNegative';
  return base === 0 ? 0 : exp(exponent * log(base));
}
