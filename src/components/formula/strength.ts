// Strength: how tightly the parts of a formula hold together, and so where it needs parentheses.
import type { Formula } from './formula';

const strengths: Partial<Record<Formula['kind'], number>> = {
  equation: 0,
  because: 0,
  list: 0,
  compare: 1,
  cases: 1,
  sum: 2,
  total: 2,
  negative: 2,
  product: 3,
  power: 4,
};
const strongest = 5;

/** From 0, an equation, to 5, a single symbol. */
export function strengthOf(formula: Formula): number {
  if (formula.kind === 'number' && formula.text.includes('·10')) return strengths.product!;
  if (formula.kind === 'list' && formula.isTuple) return strongest;
  return strengths[formula.kind] ?? strongest;
}

/** Whether a factor needs parentheses; a negative number does not at the beginning. */
export function isFactorWrapped(factor: Formula, place: number): boolean {
  if (factor.kind === 'number') return factor.isNegative && place > 0;
  return strengthOf(factor) < strengths.product!;
}

/** Whether what is raised to a power, or turned on its side, needs parentheses. */
export function isBaseWrapped(base: Formula): boolean {
  if (base.kind === 'number' && base.isNegative) return true;
  return base.kind === 'fraction' || base.kind === 'partial' || strengthOf(base) < strongest;
}

/** Whether what has a minus in front of it needs parentheses. */
export function isNegatedWrapped(of: Formula): boolean {
  return of.kind === 'sum' || (of.kind === 'number' && of.isNegative);
}

/** A summand with its sign in front of it: a negative one is subtracted. */
export function signed(summand: Formula, place: number): { sign: '' | '+' | '−'; what: Formula } {
  if (place === 0) return { sign: '', what: summand };
  if (summand.kind === 'negative') return { sign: '−', what: summand.of };
  if (summand.kind === 'number' && summand.isNegative)
    return { sign: '−', what: unsigned(summand) };
  if (summand.kind === 'product') {
    const [first, ...rest] = summand.factors;
    if (first?.kind === 'number' && first.isNegative) {
      return { sign: '−', what: { ...summand, factors: [unsigned(first), ...rest] } };
    }
  }
  return { sign: '+', what: summand };
}

/** Whether a summand needs parentheses behind a sign. */
export function isSummandWrapped(what: Formula, sign: string): boolean {
  if (what.kind === 'sum') return sign === '−';
  return strengthOf(what) < strengths.sum!;
}

function unsigned(number: Extract<Formula, { kind: 'number' }>): Formula {
  return { ...number, text: number.text.slice(1), isNegative: false };
}
