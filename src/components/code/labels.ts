// The words of the code shown beside the numbers.
import { formatCount, formatShort, formatTight } from '../../a11y';
import type { NestedNumbers } from '../../engine';

/** What a listing of code says; any of it can be replaced. */
export interface CodeLabels {
  /** The name of a listing, for those who listen. */
  listing: (name: string, language: 'typescript' | 'python') => string;
  /** How the names in a listing are reached, for those who listen. */
  keys: string;
  /** The shape of a tensor. */
  shape: (shape: readonly number[]) => string;
  /** All numbers of a small tensor. */
  values: (values: NestedNumbers) => string;
  /** What is said of a tensor with many numbers. */
  summary: (of: { min: number; max: number; mean: number }) => string;
  /** The first numbers of such a tensor. */
  first: (values: readonly number[]) => string;
  /** A small tensor, for those who listen. */
  spoken: (name: string, shape: readonly number[], values: readonly number[]) => string;
  /** A tensor that is not worked out yet, or that the page hides. */
  unknown: string;
}

/** What {@link LayerCode} says; any of it can be replaced. */
export interface LayerCodeLabels extends CodeLabels {
  heading: (layer: string, phase: LayerCodePhase) => string;
  caption: string;
  show: string;
  both: string;
  typescript: string;
  numpy: string;
  /** What each side is. */
  typescriptNote: string;
  numpyNote: string;
  /** Above the code of a layer that is not one of this package's. */
  own: (layer: string) => string;
  /** In the phase of the parameters, of a layer that has none. */
  noParameters: (layer: string) => string;
}

/** Which part of a layer's work is shown: both of the last two are in `backward`. */
export type LayerCodePhase = 'forward' | 'backward' | 'parameters';

const dimensions = (shape: readonly number[]) => shape.map(formatCount).join(' × ');
// As NumPy prints them: [[0.48, −1.35], [2.10, 0.03]].
function nested(values: NestedNumbers): string {
  return typeof values === 'number' ? formatTight(values) : `[${values.map(nested).join(', ')}]`;
}
const n = (value: number) => formatShort(value, 4);

export const defaultLabels: LayerCodeLabels = {
  listing: (name, language) => `${name}, ${language === 'python' ? 'in NumPy' : 'in TypeScript'}`,
  keys: 'The arrow keys up and down go from name to name; its numbers are below the code.',
  shape: (shape) => (shape.length ? `shape ${dimensions(shape)}` : 'a single number'),
  values: nested,
  summary: ({ min, max, mean }) => `from ${n(min)} to ${n(max)}, mean ${n(mean)}`,
  first: (values) => `${values.map((value) => formatTight(value)).join(', ')}, …`,
  spoken: (name, shape, values) =>
    `${name}, ${shape.length ? `shape ${shape.join(' by ')}` : 'a single number'}: ${values.map(n).join(', ')}`,
  unknown: 'not worked out yet',
  heading: (layer, phase) =>
    ({
      forward: `${layer}: forward`,
      backward: `${layer}: backward`,
      parameters: `${layer}: backward, to its parameters`,
    })[phase],
  caption: 'The marked lines run in this step. Point at an underlined name to see its numbers.',
  show: 'Which code',
  both: 'Both',
  typescript: 'TypeScript',
  numpy: 'NumPy',
  typescriptNote: 'the code that runs on this page',
  numpyNote: 'the same, as in a notebook',
  own: (layer) =>
    `${layer} is a layer of your own: this is its code as the browser has it. It has no NumPy beside it, and no marks.`,
  noParameters: (layer) => `${layer} has no parameters: no line adds to a gradient.`,
};
