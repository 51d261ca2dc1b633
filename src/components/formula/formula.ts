// Formula: a piece of mathematics as a tree, to be drawn, read aloud, or copied as LaTeX.
import { formatShort } from '../../a11y';
import { derivative } from './names';

/** A formula. What stands for a value, a parameter or a derivative has its id as `term`. */
export type Formula =
  | { kind: 'number'; text: string; isNegative: boolean; term?: string }
  /** A name, and the place of one of its numbers: F1[0, 2]. */
  | { kind: 'symbol'; name: string; place: string; term?: string }
  /** ∂top/∂bottom, or one number of it. */
  | { kind: 'partial'; top: string; topPlace: string; bottom: string; bottomPlace: string }
  /** Factors: numbers with a cross between them, symbols with a dot, or nothing between. */
  | { kind: 'product'; sign: '×' | '·' | ''; factors: readonly Formula[] }
  | { kind: 'sum'; summands: readonly Formula[] }
  | { kind: 'negative'; of: Formula }
  | { kind: 'power'; base: Formula; exponent: Formula }
  | { kind: 'transposed'; of: Formula }
  | { kind: 'fraction'; top: Formula; bottom: Formula }
  | { kind: 'root'; of: Formula }
  | { kind: 'absolute'; of: Formula }
  | { kind: 'call'; name: string; inputs: readonly Formula[] }
  /** One value or another, by a condition; none means otherwise. */
  | { kind: 'cases'; rows: readonly { value: Formula; condition: Formula | null }[] }
  | { kind: 'compare'; left: Formula; sign: '>' | '≤' | '='; right: Formula }
  /** Σ over an index. */
  | { kind: 'total'; over: string; of: Formula }
  /** Sides with the same sign between them. */
  | { kind: 'equation'; sign: '=' | '+='; sides: readonly Formula[] }
  | { kind: 'list'; items: readonly Formula[]; isTuple: boolean }
  | { kind: 'because'; what: Formula; reason: Formula }
  /** The derivative of a function, by what it is called with: f′(x). */
  | { kind: 'slopeOf'; of: Formula & { kind: 'call' } }
  | { kind: 'dots' };

/** A place in a tensor as it is written: `[0, 2]`; nothing for a tensor of one number. */
export function placeText(place: readonly number[]): string {
  return place.length === 0 ? '' : `[${place.join(', ')}]`;
}

/** A number's place in a tensor, by its index in a row; none in a tensor of one number. */
export function placeIn(shape: readonly number[], index: number): number[] {
  if (shape.every((length) => length === 1)) return [];
  const place: number[] = [];
  let rest = index;
  for (const length of [...shape].reverse()) {
    place.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return place;
}

/** @param digits the most significant digits that are shown */
export function number(value: number, digits: number, term?: string): Formula {
  const text = formatShort(value, digits);
  return { kind: 'number', text, isNegative: text.startsWith('−'), ...(term && { term }) };
}

/** A whole number of the formula itself, such as the 2 of a derivative. */
export function constant(value: number): Formula {
  return number(value, 7);
}

/** A value or a parameter that can be pointed at. */
export function term(name: string, place: readonly number[] = []): Formula {
  return { kind: 'symbol', name, place: placeText(place), term: name };
}

/** A letter that stands for nothing in the figure. */
export function letter(name: string): Formula {
  return { kind: 'symbol', name, place: '' };
}

export function partial(
  top: string,
  bottom: string,
  topPlace: readonly number[] = [],
  bottomPlace: readonly number[] = [],
): Formula {
  const places = { topPlace: placeText(topPlace), bottomPlace: placeText(bottomPlace) };
  return { kind: 'partial', top, bottom, ...places };
}

/** Numbers multiplied. */
export function times(...factors: Formula[]): Formula {
  return product('×', factors);
}

/** Symbols multiplied. */
export function dot(...factors: Formula[]): Formula {
  return product('·', factors);
}

/** Factors side by side, as in 2x. */
export function beside(...factors: Formula[]): Formula {
  return product('', factors);
}

function product(sign: '×' | '·' | '', factors: Formula[]): Formula {
  return factors.length === 1 ? factors[0]! : { kind: 'product', sign, factors };
}

export function sum(...summands: Formula[]): Formula {
  return summands.length === 1 ? summands[0]! : { kind: 'sum', summands };
}

export function transposed(of: Formula): Formula {
  return { kind: 'transposed', of };
}

export function minus(of: Formula): Formula {
  return { kind: 'negative', of };
}

export function square(base: Formula): Formula {
  return { kind: 'power', base, exponent: constant(2) };
}

export function exp(exponent: Formula): Formula {
  return { kind: 'power', base: letter('e'), exponent };
}

export function fraction(top: Formula, bottom: Formula): Formula {
  return { kind: 'fraction', top, bottom };
}

export function call(name: string, ...inputs: Formula[]): Formula & { kind: 'call' } {
  return { kind: 'call', name, inputs };
}

/** `value` where `what` is above 0, else `otherwise`. */
export function whereAboveZero(what: Formula, value: Formula, otherwise: Formula): Formula {
  const condition: Formula = { kind: 'compare', left: what, sign: '>', right: constant(0) };
  return {
    kind: 'cases',
    rows: [
      { value, condition },
      { value: otherwise, condition: null },
    ],
  };
}

export function total(over: string, of: Formula): Formula {
  return { kind: 'total', over, of };
}

/** Equal sides; one that says the same as the one before is left out. */
export function equals(...sides: Formula[]): Formula {
  const told = sides.filter((side, i) => i === 0 || !isSame(side, sides[i - 1]!));
  return { kind: 'equation', sign: '=', sides: told };
}

/** What is added to a gradient. */
export function adds(gradient: Formula, what: Formula): Formula {
  return { kind: 'equation', sign: '+=', sides: [gradient, what] };
}

/** A sum in which many summands are left out of the middle. */
export function shortSum(summands: readonly Formula[]): Formula {
  if (summands.length <= mostSummands) return sum(...summands);
  const [first, second] = summands;
  return sum(first!, second!, { kind: 'dots' }, summands.at(-1)!);
}

/** The most summands that are all written. */
export const mostSummands = 5;

/** The id of what a node itself stands for. */
export function termOf(formula: Formula): string | undefined {
  if (formula.kind === 'partial') return derivative(formula.top, formula.bottom);
  return formula.kind === 'number' || formula.kind === 'symbol' ? formula.term : undefined;
}

function isSame(a: Formula, b: Formula): boolean {
  return a.kind === 'number' && b.kind === 'number' && a.text === b.text;
}
