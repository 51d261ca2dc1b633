// Numbers, plurals and lists as German writes them.
import { listOf, numbersOf, pluralOf } from '../../a11y';

export const { formatCount, formatNumber, formatPercent, formatPower, formatShort, formatTight } =
  numbersOf('de');
export const plural = pluralOf('de');
export const list = listOf('de');
export const oder = listOf('de', 'disjunction');

/** A count with its noun: `3 Punkte`. */
export function counted(count: number, one: string, other: string): string {
  return `${formatCount(count)} ${plural(count, { one, other })}`;
}

/** The first letter large, at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A formula with cases, which the engine writes with `if` and `else`. */
export function casesOf(formula: string): string {
  return formula.replaceAll(', else ', ', sonst ').replaceAll(' if ', ' falls ');
}
