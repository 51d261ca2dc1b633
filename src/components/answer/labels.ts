// The words of a hidden answer: what is asked, what is right, and what a wrong number is instead.
import { formatCount, formatShort } from '../../a11y';
import type { ExpressionProblem } from './problems';
import type { Hint, Question } from './question';

/** When a hint is given. */
export interface HintSituation {
  /** How many wrong numbers were tried, this one included. */
  tries: number;
  /** What is asked for. */
  kind: Question['kind'];
}

/** What a hidden answer says; any of it can be replaced. */
export interface AnswerLabels {
  /** What the field is called, after what is asked for. */
  asked: (name: string) => string;
  /** What stands in the field while it is empty. */
  placeholder: string;
  /** How to answer. */
  howTo: string;
  /** The words on the buttons, and what they are called for those who only hear them. */
  check: string;
  checkNamed: (name: string) => string;
  show: string;
  showNamed: (name: string) => string;
  hide: string;
  hideNamed: (name: string) => string;
  /** The button behind a hint. */
  showAnswer: string;
  /** How the number came to be there. */
  right: string;
  shown: string;
  /** What is said when the answer is right, when it is shown, and with what an expression comes to. */
  isRight: (name: string, value: string) => string;
  isShown: (name: string, value: string) => string;
  /** An expression with its value. */
  computed: (typed: string, value: string) => string;
  /** Said of an answer with too few digits. */
  coarse: (given: number, digits: number) => string;
  /** Said of a wrong answer. */
  hint: (hint: Hint, situation: HintSituation) => string;
  /** What is wrong with an expression, without a capital and a stop. */
  problem: (problem: ExpressionProblem) => string;
}

export const defaultLabels: AnswerLabels = {
  asked: (name) => `${name} = ?`,
  placeholder: '?',
  howTo: 'Type a number, a fraction or an expression, then press Enter.',
  check: 'check',
  checkNamed: (name) => `check ${name}`,
  show: 'show',
  showNamed: (name) => `show ${name}`,
  hide: 'hide',
  hideNamed: (name) => `hide ${name} again`,
  showAnswer: 'Show the answer',
  right: 'right',
  shown: 'shown',
  isRight: (name, value) => `Right: ${name} = ${value}.`,
  isShown: (name, value) => `${name} = ${value}.`,
  computed: (typed, value) => `${typed} = ${value}`,
  coarse: (given, digits) =>
    `Right as far as it goes, which is ${countDigits(given)}; ${digits} are asked for.`,
  hint: sayHint,
  problem: (problem) => {
    const at = 'place' in problem ? ` (place ${problem.place})` : '';
    return `${sayProblem(problem)}${at}`;
  },
};

function sayHint(hint: Hint, { tries, kind }: HintSituation): string {
  switch (hint.mistake) {
    case 'zero':
      return kind === 'gradient'
        ? 'It is not 0: a small change makes a difference.'
        : 'It is not 0.';
    case 'sign':
      return 'The size is right; the sign is not.';
    case 'oneSample': {
      const which = hint.row === null ? 'one sample' : `sample ${hint.row + 1}`;
      return `That is what ${which} adds; add up all ${hint.batch} of the batch.`;
    }
    case 'mean':
      return `That is the mean over the batch; the sum of all ${hint.batch} samples is asked for.`;
    case 'sampleMissing':
      return hint.row === null
        ? 'One sample of the batch is missing from the sum.'
        : `Sample ${hint.row + 1} of the batch is missing from the sum.`;
    case 'alone':
      return sayAlone(hint);
    case 'missing':
      if (hint.factors === null) return 'A factor is missing from the product.';
      return `${list(hint.factors, 'and')} ${hint.factors.length > 1 ? 'are' : 'is'} missing from the product.`;
    case 'twice':
      return `${hint.factor ?? 'One factor'} is in there twice.`;
    case 'divided':
      return `That is divided by ${hint.factor ?? 'a factor'} instead of multiplied.`;
    case 'inverse':
      return 'That is 1 divided by it: top and bottom are swapped.';
    case 'added':
      return 'That is the sum of the factors; their product is asked for.';
    case 'another':
      return sayAnother(hint, kind);
    case 'half':
      return 'That is half of it.';
    case 'double':
      return 'That is twice as much.';
    case 'powerOfTen': {
      const times = formatCount(Number(`1e${Math.abs(hint.exponent)}`));
      const way = hint.exponent > 0 ? 'too large' : 'too small';
      return `The digits are right, but that is ${times} times ${way}.`;
    }
    case 'close':
      return `Close, but not right to ${countDigits(hint.digits)}.`;
    case 'unknown':
      return tries < 2 ? 'Not yet.' : `Not yet: ${sayDifference(hint)}.`;
  }
}

function sayAlone({ factors, rest, isLocal }: Extract<Hint, { mistake: 'alone' }>): string {
  if (!rest.length) return `That is ${list(factors, 'or')} alone; the product of all is asked for.`;
  const others = list(rest, 'and');
  return isLocal
    ? `That is the local slope ${factors[0]} alone; multiply it by ${others}.`
    : `That is ${factors[0]} alone; it still has to be multiplied by ${others}.`;
}

function sayAnother(
  { name, is }: Extract<Hint, { mistake: 'another' }>,
  kind: Question['kind'],
): string {
  if (is === kind) return `That is ${name}; something else is asked for.`;
  return is === 'value'
    ? `That is ${name}, a value of the forward pass; the derivative is asked for.`
    : `That is ${name}, a derivative; the value is asked for.`;
}

function sayDifference({ size, signDiffers }: Extract<Hint, { mistake: 'unknown' }>): string {
  const sign = signDiffers ? ', and it has the other sign' : '';
  if (size === 'same') return `that is about as far from 0${sign}`;
  return `that is too ${size === 'tooLarge' ? 'far from' : 'close to'} 0${sign}`;
}

const expected = {
  number: 'a number',
  operator: 'a sign such as + or ×',
  opening: 'an opening bracket',
  closing: 'a closing bracket',
  exponent: 'a number above the line',
};

function sayProblem(problem: ExpressionProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'nothing is typed yet';
    case 'tooLong':
      return `that is longer than ${problem.limit} characters`;
    case 'tooDeep':
      return `that has more than ${problem.limit} brackets or signs in one another`;
    case 'expected': {
      const after = problem.after === null ? '' : ` after ${problem.after}`;
      return `expected ${expected[problem.what]}${after}`;
    }
    case 'unopened':
      return 'this bracket was never opened';
    case 'unknownName': {
      const known = problem.known.length ? `known are ${problem.known.join(', ')}` : 'use numbers';
      return `I do not know “${problem.name}”; ${known}`;
    }
    case 'unknownSign':
      return `I cannot read “${problem.sign}”`;
    case 'divisionByZero':
      return 'that divides by zero';
    case 'rootOfNegative':
      return 'a negative number has no such root';
    case 'logarithm':
      return 'only a number above 0 has a logarithm';
    case 'tooLarge':
      return 'that becomes too large a number';
    case 'notFinite':
      return `${problem.name} is not a number just now`;
  }
}

function list(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

function countDigits(count: number): string {
  return `${formatShort(count)} ${count === 1 ? 'digit' : 'digits'}`;
}
