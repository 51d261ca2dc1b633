// Expression: what a reader types, read from left to right and computed on the way. A reader of our
// own, since students write what languages for programs do not have: 2M, 1,5, k², ∂E/∂M; and since
// a mistake has to be told in their words, with its place. Nothing that is typed is ever run as code.
import { literalOf, type Literal } from './literal';
import { Reader } from './reader';

/** What an expression comes to. */
export interface Evaluation {
  value: number;
  /** How exactly it was written, if it is a number and nothing else. */
  literal: Literal | null;
}

/** How an expression is to be read. */
export interface ReadingOptions {
  /** Whether a comma is a decimal point, or stands between thousands. @default 'decimal' */
  comma?: 'decimal' | 'thousands';
}

/**
 * Computes what was typed: numbers (`1.5`, `1,5`, `1e-3`), `+ − × ÷` in all their spellings, powers
 * (`^`, `**`, `²`), brackets, products without a sign (`2M`, `k v`, `2(3+1)`), names, and the
 * functions exp, log, ln, sqrt, sin, cos, tanh, sigmoid, σ, relu, abs, max. A product without a sign
 * binds like any other: `1/2M` is half of M. A derivative is one name, in any spelling: `dE/dM`,
 * `dE_dM`, `∂E/∂M`. A comma between the arguments of `max` separates them.
 *
 * @param names the numbers that have a name, such as `{ k: 0.5, 'dE/dM': 42 }`
 * @throws ExpressionError saying what cannot be read or computed, and at which place
 */
export function evaluate(
  text: string,
  names: Readonly<Record<string, number>> = {},
  { comma = 'decimal' }: ReadingOptions = {},
): Evaluation {
  const reader = new Reader(Array.from(text), names, comma);
  return { value: reader.read(), literal: literalOf(reader.plain, comma) };
}
