// The words of the chain rule stepper.
import { formatCount, formatPower, formatShort } from '../../a11y';
import type { StepFacts } from './sentences';
import { defaultSentences, defaultTitles, type StepSentences } from './sentences';

/** What the stepper says; any of it can be replaced. */
export interface ChainRuleStepperLabels {
  /** What each step is called. */
  titles: StepSentences;
  /** What each step does, in a sentence. */
  sentences: StepSentences;
  /** At the end of the heading: the values that a reader may set. */
  note: (quantities: readonly (readonly [name: string, value: number])[]) => string;
  /** The same for a batch. */
  batchNote: (sample: number, count: number) => string;
  back: string;
  next: string;
  restart: string;
  play: string;
  pause: string;
  pace: string;
  /** A pace, in steps a second. */
  paceOf: (pace: number) => string;
  scrub: string;
  /** The name of the buttons and what they move through. */
  steps: string;
  /** Where the reader is. */
  progress: (step: number, count: number) => string;
  /** A layer between two values: `× k`. */
  functionName: (type: string, description: string, parameters: readonly string[]) => string;
  /** What stands on top: a loss, or the sum of the outputs. */
  objectiveName: (kind: 'loss' | 'sum') => string;
  slope: string;
  stack: string;
  input: string;
  valueColumn: string;
  gradientColumn: string;
  /** Where the way back begins. */
  begin: (objective: string) => string;
  /** A derivative in plain text. */
  derivative: (top: string, bottom: string) => string;
  /** Rows and columns. */
  shape: (shape: readonly [number, number]) => string;
  products: string;
  product: (top: string, by: string) => string;
  fewerProducts: string;
  moreProducts: (count: number) => string;
  fold: (top: string, middle: string, bottom: string) => string;
  unfold: (top: string, bottom: string) => string;
  /** What folding did. */
  folded: (top: string, middle: string, bottom: string, upper: string, lower: string) => string;
  /** How to fold. */
  foldHint: string;
  foldAll: string;
  unfoldAll: string;
  order: string;
  objectiveFirst: string;
  inputFirst: string;
  /** Multiplications so far and in all, with known factors used again and without. */
  costs: (shared: number, alone: number, allShared: number, allAlone: number) => string;
  /** Below a slope that was measured. */
  measuredWith: (epsilon: number) => string;
  /** Beside a gradient: what measuring it gives. */
  measuredAs: (slope: string, epsilon: number) => string;
  epsilon: string;
  /** How ε is written. */
  epsilonValue: (epsilon: number) => string;
  /** The field beside a slider. */
  exact: (name: string) => string;
  /** A number of a tensor that can be set. */
  entry: (name: string, place: string) => string;
  sample: string;
  ofSamples: (count: number) => string;
  previousSample: string;
  nextSample: string;
  notANumber: (text: string) => string;
  /** A typed number beyond what a computer can hold. */
  beyond: (text: string) => string;
  /** The step has a number beyond what a computer can hold. */
  tooLarge: string;
  /** Such a number, in its place. */
  large: string;
  /** The page gave no number to compute with. */
  missing: string;
  /** What a number that is not worked out yet is called. */
  unknown: string;
  /** The model has no layers. */
  empty: string;
  /** The headings of the parts of a step. */
  remembers: string;
  nothing: string;
  incoming: string;
  local: string;
  outgoing: string;
  gradients: string;
  accumulate: (name: string, count: number) => string;
  matrices: string;
  /** The formulas of a step. */
  formulas: string;
  /** A term of a formula with its number, for those who hear it. */
  termValue: (term: string, value: string) => string;
  hide: string;
  hideHint: string;
  code: string;
  check: string;
  analytic: string;
  measured: string;
  difference: string;
  curve: string;
  curveHint: string;
  rounding: string;
  truncation: string;
  /** Instead of the sentence, while the reader works the result out. */
  workItOut: (asked: string, facts: StepFacts) => string;
}

const n = (value: number) => formatShort(value);
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;

/** `0.001`, `10⁻¹²`. */
const epsilonValue = (value: number) => (Math.abs(value) < 1e-4 ? formatPower(value) : n(value));

// Functions with a sign of their own; the others go by their names.
const signs: Readonly<Record<string, (parameters: readonly string[]) => string>> = {
  Mul: ([k]) => `× ${k}`,
  Square: () => 'square',
};

export const defaultLabels: ChainRuleStepperLabels = {
  titles: defaultTitles,
  sentences: defaultSentences,
  note: (quantities) => quantities.map(([name, value]) => `${name} = ${n(value)}`).join(', '),
  batchNote: (sample, count) => `sample ${sample + 1} of ${count}`,
  back: 'Back',
  next: 'Next',
  restart: 'Start again',
  play: 'Play',
  pause: 'Pause',
  pace: 'Pace',
  paceOf: (pace) => (pace >= 1 ? `${n(pace)} a second` : `every ${n(1 / pace)} s`),
  scrub: 'Step',
  steps: 'Steps of the chain rule',
  progress: (step, count) => `step ${step} of ${count}`,
  functionName: (type, description, parameters) => signs[type]?.(parameters) ?? description,
  objectiveName: (kind) => (kind === 'loss' ? 'Loss' : 'Sum'),
  slope: 'slope',
  stack: 'The layers, the last on top',
  input: 'Input',
  valueColumn: 'value, forward ↑',
  gradientColumn: 'gradient, backward ↓',
  begin: (objective) => `${slope(objective, objective)} = 1`,
  derivative: slope,
  shape: ([rows, columns]) => `${rows} × ${columns}`,
  products: 'The chain rule as products',
  product: (top, by) => `${slope(top, by)} as a product`,
  fewerProducts: 'show fewer products',
  moreProducts: (count) =>
    `show ${formatCount(count)} more ${count === 1 ? 'product' : 'products'}`,
  fold: (top, middle, bottom) =>
    `Fold ${slope(top, middle)} and ${slope(middle, bottom)} into ${slope(top, bottom)}`,
  unfold: (top, bottom) => `Unfold ${slope(top, bottom)}`,
  folded: (top, middle, bottom, upper, lower) =>
    `${slope(top, bottom)} = ${slope(top, middle)} · ${slope(middle, bottom)} = ${upper} × ${lower}. The product stays the same.`,
  foldHint: 'A × folds its two factors into one.',
  foldAll: 'fold all',
  unfoldAll: 'unfold all',
  order: 'Order of the factors',
  objectiveFirst: 'last layer first',
  inputFirst: 'first layer first',
  costs: (shared, alone, allShared, allAlone) =>
    `${formatCount(shared)} of ${formatCount(allShared)} multiplications (${formatCount(alone)} of ${formatCount(allAlone)} if none were shared)`,
  measuredAs: (slope, epsilon) => `measured with ε = ${epsilonValue(epsilon)}: ${slope}`,
  measuredWith: (epsilon) => `measured, ε = ${epsilonValue(epsilon)}`,
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}, exact value`,
  entry: (name, place) => `${name}${place}`,
  sample: 'Sample',
  ofSamples: (count) => `of ${formatCount(count)}`,
  previousSample: 'Previous sample',
  nextSample: 'Next sample',
  notANumber: (text) => `“${text}” is not a number; the last good value stays.`,
  beyond: (text) => `“${text}” is too large a number; the last good value stays.`,
  tooLarge: 'The numbers of this step grow too large to compute with. Choose smaller ones.',
  large: 'too large',
  missing: 'The steps need a number for k, for v and for ε, and an ε that is not zero.',
  unknown: 'not worked out yet',
  empty: 'This model has no layers yet: what goes in comes out, and its slope is 1.',
  remembers: 'Remembers for the way back',
  nothing: 'nothing',
  incoming: 'came in',
  local: 'local slope',
  outgoing: 'goes on',
  gradients: 'Gradients of the parameters',
  accumulate: (name, count) =>
    count === 1
      ? `added to the gradient of ${name}`
      : `each of the ${count} samples adds its share to the gradient of ${name}`,
  matrices: 'The whole batch, as matrices',
  formulas: 'the formulas',
  termValue: (term, value) => `${term} = ${value}`,
  hide: 'Let me work it out',
  hideHint: 'Each step’s result is hidden until you type it.',
  workItOut: (asked) => `What is ${asked}? Work it out, and type it below.`,
  code: 'Code of this step',
  check: 'Check by measuring',
  analytic: 'chain rule',
  measured: 'measured',
  difference: 'difference',
  rounding: 'rounding',
  truncation: 'truncation',
  curve: 'How far the measured slope is off, by ε',
  curveHint:
    'A large ε measures a curve as if it were straight; a tiny one loses its digits to rounding.',
};
