// Numbers and lists as Simplified Chinese writes them; its nouns have no plural.
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
} = numbersOf('zh-Hans');

const and = listOf('zh-Hans');
const or = listOf('zh-Hans', 'disjunction');

export const list: typeof and = (words) => spaced(and(words));
export const either: typeof or = (words) => spaced(or(words));

/** Spaces where Chinese characters meet letters and digits, for sentences that are put together from parts. */
export function spaced(text: string): string {
  return text
    .replace(/(\p{Script=Han})([\w∂])/gu, '$1 $2')
    .replace(/([\w%\])])(\p{Script=Han})/gu, '$1 $2');
}

/** A count with its measure word and noun: `3 个点`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}`;
}

/** A word between quotation marks. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** A formula with cases, which the engine writes with `if` and `else`. */
export function casesOf(formula: string): string {
  return formula.replaceAll(' if ', '，若 ').replaceAll(', else ', '；否则 ');
}
