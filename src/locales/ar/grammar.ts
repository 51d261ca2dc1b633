// Numbers, plurals, lists and marks of direction as Arabic writes them.
import { listOf, numbersOf, pluralOf, type PluralForms } from '../../a11y';

// With the digits 0 to 9, as code and the charts' formulas have them.
const tag = 'ar-u-nu-latn';

export const {
  formatCount,
  formatNumber,
  formatPercent,
  formatPower,
  formatShort,
  formatTight,
  localize,
  withPercent,
} = numbersOf(tag);
export const plural = pluralOf(tag);
export const list = listOf(tag);
export const either = listOf(tag, 'disjunction');

/** A noun with its numbers: those for one and two say the number themselves, the others follow it. */
export type Noun = Required<Omit<PluralForms<string>, 'zero'>>;

/** A count with its noun: `نقطة واحدة`, `نقطتان`, `3 نقاط`, `11 نقطة`. */
export function counted(count: number, noun: Noun): string {
  const number = formatCount(count);
  return plural(count, {
    one: noun.one,
    two: noun.two,
    few: `${number} ${noun.few}`,
    many: `${number} ${noun.many}`,
    other: `${number} ${noun.other}`,
  });
}

/** A word between quotation marks, its own direction kept apart from the sentence's. */
export function quoted(text: string): string {
  return `«\u2068${text}\u2069»`;
}

/** A formula or code within a sentence, which stays from left to right. */
export function code(text: string): string {
  return `\u2066${text}\u2069`;
}

/** An Arabic comment within code, which stays from right to left. */
export function comment(text: string): string {
  return `\u2067${text}\u2069`;
}

/** A formula with cases, which the engine writes with `if` and `else`. */
export function casesOf(formula: string): string {
  return formula.replaceAll(', else ', '، وإلا ').replaceAll(' if ', ' إذا ');
}
