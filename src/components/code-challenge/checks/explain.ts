// The first difference between what code gives and what it must give, in words.
import { formatNumber } from '../../../a11y';
import type { Numbers } from '../../../sandbox';
import { flat, placeOf, sameShape, shapeInWords, shapeOf } from './lists';

/** A mistake that others made before: what it gives, and what to say of it. */
export interface KnownMistake {
  gives: Numbers;
  words: string;
}

/** What is being compared. */
export interface Comparison {
  /** As the code calls it: `grad_w`. */
  name: string;
  want: Numbers;
  /** How many points are in the batch; a wrong factor of it is the most common of all. */
  batch: number;
  known?: readonly KnownMistake[];
  /** The largest difference that is due to rounding or to measuring. */
  tolerance?: number;
}

/** What is wrong with a value, in one sentence; null if nothing is. */
export function explain(got: unknown, comparison: Comparison): string | null {
  const { name, want } = comparison;
  const form = explainForm(got, name, shapeOf(want));
  if (form) return form;
  const numbers = flat(got as Numbers);
  const wanted = flat(want);
  const { tolerance = 1e-6 } = comparison;
  const close = (a: number, b: number) =>
    Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
  const alike = (a: readonly number[], b: readonly number[]) => a.every((v, i) => close(v, b[i]!));
  if (alike(numbers, wanted)) return null;

  const known = comparison.known?.find(
    ({ gives }) => fits(gives, want) && alike(numbers, flat(gives)),
  );
  if (known) return `${name} ${known.words}`;
  if (numbers.every((value) => value === 0)) {
    return `${name} is still zero everywhere; nothing is put into it`;
  }
  return (
    explainFactor(numbers, wanted, comparison, close) ??
    explainEntry(numbers, wanted, comparison, close)
  );
}

/** The same for the form alone: numbers in lists of this shape. */
export function explainForm(
  got: unknown,
  name: string,
  want: readonly number[] | null,
): string | null {
  if (got === undefined || got === null) {
    return `${name} is ${got === null ? 'null' : 'undefined'}; is a return missing?`;
  }
  if (typeof got === 'object' && 'odd' in got) {
    return `${name} is ${withArticle(String(got.odd))}; it must be numbers in lists`;
  }
  const shape = shapeOf(got);
  if (!shape) {
    return `${name} is not a table of numbers; every row must have the same length and hold numbers only`;
  }
  if (!want) return null;
  if (!sameShape(shape, want)) {
    const turned = shape.length === 2 && sameShape([...shape].reverse(), want);
    const why = turned ? '; rows and columns are exchanged' : '';
    return `${name} has the shape ${shapeInWords(shape)}; it must have ${shapeInWords(want)}${why}`;
  }
  const odd = flat(got as Numbers).findIndex((value) => !Number.isFinite(value));
  if (odd < 0) return null;
  const value = flat(got as Numbers)[odd]!;
  const why = Number.isNaN(value)
    ? 'a calculation met something that is no number, often a place beyond the end of a list'
    : 'a number grew beyond all bounds';
  return `${name}${placeOf(odd, shape)} is ${value}: ${why}`;
}

type Close = (a: number, b: number) => boolean;

function explainFactor(
  numbers: readonly number[],
  wanted: readonly number[],
  { name, batch }: Comparison,
  close: Close,
): string | null {
  const at = wanted.reduce((best, v, i) => (Math.abs(v) > Math.abs(wanted[best]!) ? i : best), 0);
  const factor = numbers[at]! / wanted[at]!;
  const all = numbers.every((value, i) => close(value, factor * wanted[i]!));
  if (!all || !Number.isFinite(factor) || numbers.length < 2) return null;
  if (close(factor, -1)) return `${name} has the wrong sign everywhere`;
  const times = Math.abs(factor) < 1 ? 1 / Math.abs(factor) : Math.abs(factor);
  const sign = factor < 0 ? ', and has the wrong sign' : '';
  const how = Math.abs(factor) < 1 ? 'small' : 'large';
  const why = !sign && close(times, batch) ? reasonOfBatch(how) : '';
  return `${name} has the right shape but is ${inTimes(times)} times too ${how}${sign}${why}`;
}

const reasonOfBatch = (how: 'small' | 'large') =>
  how === 'small'
    ? ': sum over the batch, without dividing'
    : ': each point must be added only once';

function explainEntry(
  numbers: readonly number[],
  wanted: readonly number[],
  { name, want }: Comparison,
  close: Close,
): string {
  const at = numbers.findIndex((value, i) => !close(value, wanted[i]!));
  const wrong = numbers.filter((value, i) => !close(value, wanted[i]!)).length;
  const others = wrong > 1 ? ` (${wrong} of ${numbers.length} numbers differ)` : '';
  return `${name}${placeOf(at, shapeOf(want)!)} is ${formatNumber(numbers[at])}; it must be ${formatNumber(wanted[at])}${others}`;
}

const fits = (gives: Numbers, want: Numbers) => sameShape(shapeOf(gives) ?? [-1], shapeOf(want)!);

const withArticle = (word: string) => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;

// Whole factors as they are said: 4, and not 4.000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? String(Math.round(times)) : formatNumber(times);
