// Mistakes: the numbers that typical mistakes would give, in the order in which they are tried.
import type { Factor, Hint, Question } from './question';
import { isDerivative, writeName } from './spelling';

/** A number that a mistake gives, and what is then to be said. */
interface Candidate {
  value: number;
  hint: Hint;
}

// The factors and shares only if there are several: one alone is the answer itself.
type Parts = Pick<Question, 'value' | 'names'> & {
  factors: readonly Factor[];
  shares: readonly number[];
};

/**
 * Looks for the mistake that gives a number. The order: the sign; what belongs to the batch (one
 * sample, the mean, one left out); one factor alone; factors missing; one used twice; divided
 * instead of multiplied; upside down; added instead of multiplied; another number of the page; half
 * or twice; a power of ten. If several of one kind fit, the hint names none of them in particular.
 *
 * @param isIt whether a number is the one that was typed
 * @param isRight whether a number is the answer, or too close to it to be told apart
 */
export function findMistake(
  question: Question,
  isIt: (value: number) => boolean,
  isRight: (value: number) => boolean,
): Hint | null {
  const { value, names, factors = [], shares = [] } = question;
  const parts: Parts = {
    value,
    names,
    factors: factors.length > 1 ? factors : [],
    shares: shares.length > 1 ? shares : [],
  };
  for (const candidatesOf of inOrder) {
    // A mistake that gives nothing, or the right answer, says nothing.
    const fitting = candidatesOf(parts).filter(
      (one) =>
        Number.isFinite(one.value) && one.value !== 0 && !isRight(one.value) && isIt(one.value),
    );
    if (fitting.length) return fitting.map(({ hint }) => hint).reduce(merged);
  }
  return null;
}

const inOrder: ((parts: Parts) => Candidate[])[] = [
  sign,
  oneSample,
  mean,
  sampleMissing,
  alone,
  missing,
  twice,
  divided,
  inverse,
  added,
  another,
  halfOrDouble,
  powersOfTen,
];

function sign({ value }: Parts): Candidate[] {
  return [{ value: -value, hint: { mistake: 'sign' } }];
}

function oneSample({ shares }: Parts): Candidate[] {
  const batch = shares.length;
  return shares.map((value, row) => ({ value, hint: { mistake: 'oneSample', row, batch } }));
}

function mean({ value, shares: { length: batch } }: Parts): Candidate[] {
  return batch ? [{ value: value / batch, hint: { mistake: 'mean', batch } }] : [];
}

function sampleMissing({ value, shares }: Parts): Candidate[] {
  const batch = shares.length;
  return shares.map((share, row) => ({
    value: value - share,
    hint: { mistake: 'sampleMissing', row, batch },
  }));
}

function alone({ factors }: Parts): Candidate[] {
  return factors.map(({ value, name, isLocal = false }, place) => {
    const rest = namesOf(factors.filter((_, other) => other !== place));
    return { value, hint: { mistake: 'alone', factors: [name], rest, isLocal } };
  });
}

// The way back so far, the way that is left, and everything but one; with at least two factors.
function missing({ factors }: Parts): Candidate[] {
  const without = (isMissing: (place: number) => boolean): Candidate => ({
    value: product(factors.filter((_, place) => !isMissing(place))),
    hint: { mistake: 'missing', factors: namesOf(factors.filter((_, place) => isMissing(place))) },
  });
  const found: Candidate[] = [];
  for (let cut = 2; cut <= factors.length - 2; cut++) {
    found.push(without((place) => place >= cut));
    found.push(without((place) => place < cut));
  }
  if (factors.length > 2)
    factors.forEach((_, one) => found.push(without((place) => place === one)));
  return found;
}

function twice({ value, factors }: Parts): Candidate[] {
  return factors.map((factor) => ({
    value: value * factor.value,
    hint: { mistake: 'twice', factor: factor.name },
  }));
}

function divided({ value, factors }: Parts): Candidate[] {
  return factors.map((factor) => ({
    value: value / factor.value / factor.value,
    hint: { mistake: 'divided', factor: factor.name },
  }));
}

function inverse({ value }: Parts): Candidate[] {
  return [{ value: 1 / value, hint: { mistake: 'inverse' } }];
}

function added({ factors }: Parts): Candidate[] {
  const value = factors.reduce((sum, factor) => sum + factor.value, 0);
  return [{ value, hint: { mistake: 'added' } }];
}

function another({ names }: Parts): Candidate[] {
  return Object.entries(names).map(([name, value]) => {
    const is = isDerivative(name) ? 'gradient' : 'value';
    return { value, hint: { mistake: 'another', name: writeName(name), is } };
  });
}

function halfOrDouble({ value }: Parts): Candidate[] {
  return [
    { value: value / 2, hint: { mistake: 'half' } },
    { value: value * 2, hint: { mistake: 'double' } },
  ];
}

function powersOfTen({ value }: Parts): Candidate[] {
  return [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6].map((exponent) => ({
    value: value * Number(`1e${exponent}`),
    hint: { mistake: 'powerOfTen', exponent },
  }));
}

// What is true of a number that two mistakes of one kind give alike.
function merged(a: Hint, b: Hint): Hint {
  if (a.mistake === 'alone' && b.mistake === 'alone') {
    const factors = [...new Set([...a.factors, ...b.factors])];
    if (factors.length === 1) return a;
    return { ...a, factors, rest: [], isLocal: false };
  }
  if ('row' in a) return { ...a, row: null };
  if (a.mistake === 'missing') return { ...a, factors: null };
  if ('factor' in a && 'factor' in b) return a.factor === b.factor ? a : { ...a, factor: null };
  return a;
}

function namesOf(factors: readonly Factor[]): string[] {
  return factors.map(({ name }) => name);
}

function product(factors: readonly Factor[]): number {
  return factors.reduce((result, { value }) => result * value, 1);
}
