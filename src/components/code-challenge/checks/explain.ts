// The first difference between what code gives and what it must give, in words.
import type { Numbers } from '../../../sandbox';
import type { ChallengeLabels, MistakeName } from '../challenge-labels';
import type { CheckedValue, Complaint } from '../check-labels';
import { flat, placeOf, sameShape, shapeOf } from './lists';

/** A mistake that others made before, and what it gives. */
export interface KnownMistake {
  gives: Numbers;
  mistake: MistakeName;
}

/** What is being compared. */
export interface Comparison {
  value: CheckedValue;
  want: Numbers;
  /** How many points are in the batch; a wrong factor of it is the most common of all. */
  batch: number;
  known?: readonly KnownMistake[];
  /** The largest difference that is due to rounding or to measuring. */
  tolerance?: number;
}

/** What is wrong with a value, in one sentence; null if nothing is. */
export function explain(
  got: unknown,
  comparison: Comparison,
  words: ChallengeLabels,
): string | null {
  return inWords(comparison.value, complaintOf(got, comparison, words), words);
}

/** The same for the form alone: numbers in lists of this shape. */
export function explainForm(
  got: unknown,
  value: CheckedValue,
  want: readonly number[] | null,
  words: ChallengeLabels,
): string | null {
  return inWords(value, formComplaint(got, want), words);
}

function inWords(
  value: CheckedValue,
  complaint: Complaint | null,
  { checkWords }: ChallengeLabels,
): string | null {
  return complaint && checkWords.complaint(checkWords.value(value), complaint);
}

function complaintOf(
  got: unknown,
  { want, batch, known = [], tolerance = 1e-6 }: Comparison,
  words: ChallengeLabels,
): Complaint | null {
  const form = formComplaint(got, shapeOf(want));
  if (form) return form;
  const numbers = flat(got as Numbers);
  const wanted = flat(want);
  const close = (a: number, b: number) =>
    Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
  const alike = (a: readonly number[], b: readonly number[]) => a.every((v, i) => close(v, b[i]!));
  if (alike(numbers, wanted)) return null;

  const made = known.find(({ gives }) => fits(gives, want) && alike(numbers, flat(gives)));
  if (made) return { kind: 'mistake', words: words.mistakes[made.mistake] };
  if (numbers.every((value) => value === 0)) return { kind: 'zero' };
  return factorComplaint(numbers, wanted, batch, close) ?? entryComplaint(numbers, want, close);
}

function formComplaint(got: unknown, want: readonly number[] | null): Complaint | null {
  if (got === undefined || got === null) {
    return { kind: 'missing', got: got === null ? 'null' : 'undefined' };
  }
  if (typeof got === 'object' && 'odd' in got) return { kind: 'odd', type: String(got.odd) };
  const shape = shapeOf(got);
  if (!shape) return { kind: 'ragged' };
  if (!want) return null;
  if (!sameShape(shape, want)) {
    const isTurned = shape.length === 2 && sameShape([...shape].reverse(), want);
    return { kind: 'shape', got: shape, wanted: want, isTurned };
  }
  const numbers = flat(got as Numbers);
  const odd = numbers.findIndex((value) => !Number.isFinite(value));
  return odd < 0 ? null : { kind: 'notFinite', place: placeOf(odd, shape), value: numbers[odd]! };
}

type Close = (a: number, b: number) => boolean;

function factorComplaint(
  numbers: readonly number[],
  wanted: readonly number[],
  batch: number,
  close: Close,
): Complaint | null {
  const at = wanted.reduce((best, v, i) => (Math.abs(v) > Math.abs(wanted[best]!) ? i : best), 0);
  const factor = numbers[at]! / wanted[at]!;
  const all = numbers.every((value, i) => close(value, factor * wanted[i]!));
  if (!all || !Number.isFinite(factor) || numbers.length < 2) return null;
  if (close(factor, -1)) return { kind: 'sign' };
  const isTooSmall = Math.abs(factor) < 1;
  const times = isTooSmall ? 1 / Math.abs(factor) : Math.abs(factor);
  const isNegative = factor < 0;
  const isBatch = !isNegative && close(times, batch);
  return { kind: 'factor', times, isTooSmall, isNegative, isBatch };
}

function entryComplaint(numbers: readonly number[], want: Numbers, close: Close): Complaint {
  const wanted = flat(want);
  const at = numbers.findIndex((value, i) => !close(value, wanted[i]!));
  const wrong = numbers.filter((value, i) => !close(value, wanted[i]!)).length;
  const place = placeOf(at, shapeOf(want)!);
  const [got, right] = [numbers[at]!, wanted[at]!];
  return { kind: 'entry', place, got, wanted: right, wrong, count: numbers.length };
}

const fits = (gives: Numbers, want: Numbers) => sameShape(shapeOf(gives) ?? [-1], shapeOf(want)!);
