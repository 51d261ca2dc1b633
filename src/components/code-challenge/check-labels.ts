// The words of the checks: what is asked of a reader's code, and what is wrong with it.
import { formatNumber } from '../../a11y';

/** What is wrong with a value of the reader's code. */
export type Complaint =
  | { kind: 'missing'; got: 'null' | 'undefined' }
  /** Something that is no list of numbers: `string`, `function`. */
  | { kind: 'odd'; type: string }
  | { kind: 'ragged' }
  /** Lists of another shape; nothing in a shape is a single number. */
  | { kind: 'shape'; got: readonly number[]; wanted: readonly number[]; isTurned: boolean }
  /** A number, at a place such as `[0][2]`, that is not finite. */
  | { kind: 'notFinite'; place: string; value: number }
  /** A mistake that others made before, in words. */
  | { kind: 'mistake'; words: string }
  | { kind: 'zero' }
  | { kind: 'sign' }
  /** All numbers are too large, or too small, by one factor; `isBatch` if it is the batch's size. */
  | { kind: 'factor'; times: number; isTooSmall: boolean; isNegative: boolean; isBatch: boolean }
  | {
      kind: 'entry';
      place: string;
      got: number;
      wanted: number;
      /** How many numbers differ, of how many. */
      wrong: number;
      count: number;
    };

/** What a check looks at. */
export type CheckedValue =
  | { kind: 'output' }
  /** By the name that it has in the code: `grad_w`, `dObj/dIn`. */
  | { kind: 'named'; name: string }
  | { kind: 'afterTwoCalls'; name: string }
  | { kind: 'afterSteps'; steps: number; name: string }
  | { kind: 'afterZeroGrad'; name: string }
  | { kind: 'afterEpochs'; epochs: number; name: string }
  /** What a function was called with. */
  | { kind: 'given'; call: string };

/** What the checks say. */
export interface CheckWords {
  /** What is asked of a layer, of one point or of several at once. */
  forward: (formula: string, points: number) => string;
  /** The formula of a function of the reader's own choice. */
  anyFunction: string;
  input: (points: number) => string;
  parameter: (name: string, points: number) => string;
  addsUp: (name: string) => string;
  /** What is asked of an optimizer. */
  step: string;
  zeroGrad: string;
  twoSteps: string;
  /** What is asked of a training loop. */
  asked: string;
  goesBack: string;
  oneEpoch: string;
  secondEpoch: string;
  /** A function that is never called, and what it must be given. */
  notCalled: (call: string, given: string) => string;
  /** What is compared. */
  value: (value: CheckedValue) => string;
  /** What is wrong with it, in a sentence that begins with its name. */
  complaint: (name: string, complaint: Complaint) => string;
  /** The reader's code does not define what is looked for. */
  undefined: (name: string) => string;
  /** What checks the code did not come over the network. */
  notLoaded: string;
  /** A function that gives no number at some input. */
  noNumber: (layer: string, what: 'value' | 'slope', number: number, at: number) => string;
}

const points = (count: number) => (count === 1 ? 'one point' : `${count} points at once`);
const withArticle = (word: string) => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
const shape = (sizes: readonly number[]) =>
  sizes.length ? `[${sizes.join(', ')}]` : 'a single number';
// Whole factors as they are said: 4, and not 4.000.
const inTimes = (times: number) =>
  Math.abs(times - Math.round(times)) < 1e-4 ? String(Math.round(times)) : formatNumber(times);

function complaintOf(name: string, complaint: Complaint): string {
  switch (complaint.kind) {
    case 'missing':
      return `${name} is ${complaint.got}; is a return missing?`;
    case 'odd':
      return `${name} is ${withArticle(complaint.type)}; it must be numbers in lists`;
    case 'ragged':
      return `${name} is not a table of numbers; every row must have the same length and hold numbers only`;
    case 'shape': {
      const why = complaint.isTurned ? '; rows and columns are exchanged' : '';
      return `${name} has the shape ${shape(complaint.got)}; it must have ${shape(complaint.wanted)}${why}`;
    }
    case 'notFinite': {
      const why = Number.isNaN(complaint.value)
        ? 'a calculation met something that is no number, often a place beyond the end of a list'
        : 'a number grew beyond all bounds';
      return `${name}${complaint.place} is ${complaint.value}: ${why}`;
    }
    case 'mistake':
      return `${name} ${complaint.words}`;
    case 'zero':
      return `${name} is still zero everywhere; nothing is put into it`;
    case 'sign':
      return `${name} has the wrong sign everywhere`;
    case 'factor': {
      const { times, isTooSmall, isNegative, isBatch } = complaint;
      const sign = isNegative ? ', and has the wrong sign' : '';
      const small = ': sum over the batch, without dividing';
      const large = ': each point must be added only once';
      const why = !isBatch ? '' : isTooSmall ? small : large;
      return `${name} has the right shape but is ${inTimes(times)} times too ${isTooSmall ? 'small' : 'large'}${sign}${why}`;
    }
    case 'entry': {
      const { place, got, wanted, wrong, count } = complaint;
      const others = wrong > 1 ? ` (${wrong} of ${count} numbers differ)` : '';
      return `${name}${place} is ${formatNumber(got)}; it must be ${formatNumber(wanted)}${others}`;
    }
  }
}

function valueName(value: CheckedValue): string {
  switch (value.kind) {
    case 'output':
      return 'the output';
    case 'named':
      return value.name;
    case 'afterTwoCalls':
      return `after two calls, ${value.name}`;
    case 'afterSteps':
      return `${value.steps === 1 ? 'after a step' : 'after two steps'}, ${value.name}`;
    case 'afterZeroGrad':
      return `after zeroGrad, the gradient of ${value.name}`;
    case 'afterEpochs':
      return `${value.epochs === 1 ? 'after an epoch' : 'after two epochs'}, ${value.name}`;
    case 'given':
      return `what ${value.call} was given`;
  }
}

export const checkWords: CheckWords = {
  forward: (formula, count) => `forward gives ${formula} for ${points(count)}`,
  anyFunction: 'a number for every number',
  input: (count) => `backward returns dObj/dIn for ${points(count)}`,
  parameter: (name, count) => `backward adds to ${name} for ${points(count)}`,
  addsUp: (name) => `${name} adds up over two calls of backward`,
  step: 'step moves every parameter against its gradient, by the learning rate',
  zeroGrad: 'zeroGrad sets every gradient to zero',
  twoSteps: 'two steps of training follow one another',
  asked: 'the model is asked for all four points',
  goesBack: 'the gradient goes back through the model',
  oneEpoch: 'one epoch moves every number against its gradient',
  secondEpoch: 'the second epoch begins with gradients of zero',
  notCalled: (call, given) => `${call} is never called; it must be given ${given}`,
  value: valueName,
  complaint: complaintOf,
  undefined: (name) => `${name} is not there; the checks look for it by this name`,
  notLoaded:
    'What checks the code could not be loaded; is the page still connected? “Check my code” tries again.',
  noNumber: (layer, what, number, at) =>
    `${layer} gives ${what === 'slope' ? `the slope ${number}` : number} at ${at}; it must give a number everywhere`,
};
