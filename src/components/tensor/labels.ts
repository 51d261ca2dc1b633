// The words of tensors and of products of matrices.
import { formatCount, formatNumber, formatShort } from '../../a11y';
import type { TensorSummary } from './matrix';

/** What a grid of numbers says; any of it can be replaced. */
export interface TensorLabels {
  /** A shape: `(4, 2)`. */
  shape: (shape: readonly number[]) => string;
  /** What the grid shows, for those who cannot see it. */
  description: (name: string, summary: TensorSummary) => string;
  /** The table's name, for those who listen. */
  caption: (name: string, shape: readonly number[], rows: string, columns: string) => string;
  /** What rows and columns stand for, if the page says so. */
  meaning: (rows: string | undefined, columns: string | undefined) => string;
  row: string;
  column: string;
  /** The facts of a tensor too large to show at once. */
  facts: (summary: TensorSummary) => readonly (readonly [name: string, value: string])[];
  /** How many of its numbers are NaN or infinite. */
  notFinite: (count: number) => string;
  /** The picture of all its numbers, for those who listen. */
  picture: (name: string) => string;
  open: (name: string, count: number) => string;
  close: (name: string) => string;
  /** The region that scrolls. */
  region: (name: string) => string;
  /** Which rows, or columns, of many are shown. */
  some: (what: string, from: number, to: number, count: number) => string;
  earlier: (what: string) => string;
  later: (what: string) => string;
  /** Which matrix of a tensor of three dimensions is shown. */
  slice: (name: string, slice: number, count: number) => string;
  previousSlice: string;
  nextSlice: string;
  /** A tensor without numbers. */
  empty: string;
}

/** What a product says; any of it can be replaced. */
export interface ProductLabels extends TensorLabels {
  /** A derivative in plain text: `∂L/∂W1`. */
  derivative: (top: string, bottom: string) => string;
  /** A matrix turned over: `W1ᵀ`. */
  transposed: (name: string) => string;
  /** One number of a tensor: `W1[0, 2]`. */
  entry: (name: string, place: readonly (number | string)[]) => string;
  /** The heading of {@link LinearProduct}. */
  product: (output: string, input: string, weight: string, bias: string | null) => string;
  /** Below {@link LinearProduct}. */
  productCaption: (weight: string, shape: readonly number[]) => string;
  /** The heading of {@link LinearBackward}. */
  backward: (gradIn: string, gradOut: string, weight: string) => string;
  /** Below {@link LinearBackward}. */
  backwardCaption: (weight: string, transposed: string) => string;
  /** Says which lengths of a product must agree. */
  agree: (length: number, what: string) => string;
  sample: string;
  inputs: string;
  outputs: string;
  /** While no entry is chosen. */
  choose: (name: string) => string;
  /** The sum of a chosen entry, for those who listen. */
  sum: (name: string, terms: string, value: string) => string;
  /** In the middle of a long sum. */
  more: (count: number) => string;
  fewer: string;
  closeSum: string;
}

/** What {@link OuterProductSum} says; any of it can be replaced. */
export interface OuterProductLabels extends ProductLabels {
  heading: (parameter: string) => string;
  note: (added: number, count: number) => string;
  /** Why it is a sum, in a sentence. */
  explanation: (gradient: string, count: number) => string;
  biasExplanation: (gradient: string) => string;
  /** The share of one sample. */
  share: (sample: number) => string;
  /** The share of a sample, for the button that goes there. */
  goTo: (sample: number) => string;
  soFar: (gradient: string, added: number, count: number) => string;
  /** All shares, side by side. */
  shares: string;
  back: string;
  next: string;
  slider: string;
  sliderValue: (sample: number, count: number) => string;
  /** One number of a sum that is not complete. */
  entrySoFar: (entry: string) => string;
  /** What the sum runs over, when `last` is the sample added last. */
  overBatch: (last: number) => string;
}

const n = (value: number) => (Number.isNaN(value) ? '–' : formatShort(value, 3));
const dimensions = (shape: readonly number[]) => `(${shape.join(', ')})`;
const slope = (top: string, bottom: string) => `∂${top}/∂${bottom}`;
const indices = (place: readonly (number | string)[]) => `[${place.join(', ')}]`;

export const tensorLabels: TensorLabels = {
  shape: dimensions,
  description: (name, { shape, count, min, max, mean, notFinite }) => {
    if (count === 0) return `${name} has no numbers.`;
    const odd = notFinite ? ` ${tensorLabels.notFinite(notFinite)}.` : '';
    if (count === 1) return odd ? `${name} is NaN or infinite.` : `${name} is ${n(min)}.`;
    const numbers = `${name}, shape ${shape.join(' by ')}: ${formatCount(count)} numbers`;
    return notFinite === count
      ? `${numbers}, all NaN or infinite.`
      : `${numbers} from ${n(min)} to ${n(max)}, mean ${n(mean)}.${odd}`;
  },
  caption: (name, shape, rows, columns) =>
    shape.length === 0
      ? `${name}, a single number`
      : `${name}, shape ${shape.join(' by ')}: a row for each ${rows}, a column for each ${columns}`,
  meaning: (rows, columns) =>
    [rows && `a row for each ${rows}`, columns && `a column for each ${columns}`]
      .filter(Boolean)
      .join(', '),
  row: 'row',
  column: 'column',
  facts: ({ count, min, max, mean, zeros }) => [
    ['numbers', formatCount(count)],
    ['min', n(min)],
    ['mean', n(mean)],
    ['max', n(max)],
    ['zeros', `${formatNumber(100 * zeros, zeros === 0 || zeros === 1 ? 0 : 1)} %`],
  ],
  notFinite: (count) =>
    `${formatCount(count)} of them ${count === 1 ? 'is' : 'are'} NaN or infinite`,
  picture: (name) => `All numbers of ${name} as colours`,
  open: (name, count) => `Show all ${formatCount(count)} numbers of ${name}`,
  close: (name) => `Fold ${name}`,
  region: (name) => `Numbers of ${name}`,
  some: (what, from, to, count) =>
    from === to
      ? `${what} ${from} of ${formatCount(count)}`
      : `${what}s ${from}–${to} of ${formatCount(count)}`,
  earlier: (what) => `Earlier ${what}s`,
  later: (what) => `Later ${what}s`,
  slice: (name, slice, count) =>
    `${name}${indices([slice])}, ${slice + 1} of ${formatCount(count)}`,
  previousSlice: 'Previous sample',
  nextSlice: 'Next sample',
  empty: 'no numbers',
};

export const productLabels: ProductLabels = {
  ...tensorLabels,
  derivative: slope,
  transposed: (name) => `${name}ᵀ`,
  entry: (name, place) => `${name}${indices(place)}`,
  product: (output, input, weight, bias) =>
    `${output} = ${input} · ${weight}${bias === null ? '' : ` + ${bias}`}`,
  productCaption: (weight, shape) =>
    `Each row of the result is a sample. ${weight} is kept with shape ${dimensions(shape)}, a row for each output; ᵀ turns it over, so that its columns meet the rows on the left.`,
  backward: (gradIn, gradOut, weight) => `${gradIn} = ${gradOut} · ${weight}`,
  backwardCaption: (weight, transposed) =>
    `Forward multiplied by ${transposed}; the way back multiplies by ${weight} itself, the same numbers turned over: what an input sent to each output comes back from each.`,
  agree: (length, what) => `${length} ${what} on both sides: they must agree`,
  sample: 'sample',
  inputs: 'input',
  outputs: 'output',
  choose: (name) => `Choose a number of ${name} to see the sum that it is.`,
  sum: (name, terms, value) => `${name} = ${terms} = ${value}`,
  more: (count) => `… ${formatCount(count)} more`,
  fewer: 'show fewer',
  closeSum: 'Close the sum',
};

export const outerProductLabels: OuterProductLabels = {
  ...productLabels,
  heading: (gradient) => `${gradient}, sample by sample`,
  note: (added, count) =>
    `${added} of ${formatCount(count)} ${count === 1 ? 'sample' : 'samples'} added`,
  explanation: (gradient, count) =>
    count === 1
      ? `A weight gets its input times the gradient of its output. With more samples, each would add a table like this one to ${gradient}.`
      : `A weight gets its input times the gradient of its output, from each sample. All samples use the same weight, so that what they ask for is added up: ${gradient} += share.`,
  biasExplanation: (gradient) =>
    `A bias is added as it is, so that each sample's share is its row of gradients: ${gradient} += share.`,
  share: (sample) => `share of sample ${sample + 1}`,
  goTo: (sample) => `Sample ${sample + 1}`,
  soFar: (gradient, added, count) => (added === count ? gradient : `${gradient} so far`),
  shares: 'The shares of the samples',
  back: 'Back',
  next: 'Add the next sample',
  slider: 'Samples added',
  sliderValue: (sample, count) => `sample ${sample + 1} of ${count}`,
  entrySoFar: (entry) => `${entry} so far`,
  overBatch: (last) => `b = 0 … ${last}`,
};
