// Numbers, plurals and lists as Japanese writes them.
import { listOf, numbersOf } from '../../a11y';

export const {
  formatCount,
  formatNumber,
  formatPercent,
  formatPower,
  formatShort,
  formatTight,
  localize,
  withPercent,
} = numbersOf('ja');
export const list = listOf('ja');
export const either = listOf('ja', 'disjunction');

/** A word between the quotation marks of Japanese. */
export function quoted(text: string): string {
  return `「${text}」`;
}

/** A formula with cases, whose condition stands behind the value in Japanese. */
export function casesInWords(formula: string): string {
  return formula.replace(/ if ([^,]+), else /, '（$1のとき）、それ以外は');
}
