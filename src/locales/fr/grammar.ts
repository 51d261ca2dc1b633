// Numbers, plurals and lists as French writes them.
import { listOf, numbersOf, pluralOf } from '../../a11y';

export const {
  formatCount,
  formatNumber,
  formatPercent,
  formatPower,
  formatShort,
  formatTight,
  localize,
  withPercent,
} = numbersOf('fr');
export const plural = pluralOf('fr');
export const list = listOf('fr');
export const either = listOf('fr', 'disjunction');

/** A count with its noun: `3 points`. */
export function counted(count: number, one: string, other: string): string {
  return `${formatCount(count)} ${plural(count, { one, other })}`;
}

/** The first letter large, at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A word between the quotation marks of French, with the narrow spaces that belong there. */
export function quoted(text: string): string {
  return `«\u202f${text}\u202f»`;
}

/** The first letter small, within a sentence. */
export function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A formula with cases, which the engine writes with `if` and `else`. */
export function casesOf(formula: string): string {
  return formula.replaceAll(', else ', ', sinon ').replaceAll(' if ', ' si ');
}
