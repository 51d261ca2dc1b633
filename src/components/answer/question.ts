// Question and verdict: what is asked, and what can be said of an answer.
import type { ExpressionProblem } from './problems';

/** One factor of the product that is asked for. */
export interface Factor {
  /** Its term id, as in `dE_dM`. */
  term: string;
  /** What it is called in a hint: `dE/dM`. */
  name: string;
  value: number;
  /** Whether it is a layer's own slope rather than what came in from above. @default false */
  isLocal?: boolean;
}

/** A number that the reader has to find. */
export interface Question {
  /** The right answer. */
  value: number;
  /** A value of the forward pass, or a derivative: decides which mistakes are likely. */
  kind: 'value' | 'gradient';
  /** The numbers that may be used by name: `{ k: 0.5, v: 42, dE_dM: 42 }`. */
  names: Readonly<Record<string, number>>;
  /** How far off is still right, as a share of the answer. @default right to 3 significant digits */
  tolerance?: number;
  /**
   * To how many decimals the page shows the numbers. What is right to these decimals, or is computed
   * from the factors or shares as they are shown, is then right too.
   */
  decimals?: number;
  /** The factors whose product is the answer, what comes in first. */
  factors?: readonly Factor[];
  /** What each sample of the batch adds; the answer is their sum. */
  shares?: readonly number[];
}

/** What a wrong number is; each is a statement about the number that is true of it. */
export type Hint =
  /** It is 0, and the answer is not. */
  | { mistake: 'zero' }
  /** It is minus the answer. */
  | { mistake: 'sign' }
  /** It is what one sample adds: the one of this row, or several of the `batch` if null. */
  | { mistake: 'oneSample'; row: number | null; batch: number }
  /** It is the mean over the batch. */
  | { mistake: 'mean'; batch: number }
  /** It is the sum without one sample. */
  | { mistake: 'sampleMissing'; row: number | null; batch: number }
  /** It is one factor: this one, or each of these. `rest` are those still missing. */
  | { mistake: 'alone'; factors: readonly string[]; rest: readonly string[]; isLocal: boolean }
  /** It is the product without these factors, or without one of several if null. */
  | { mistake: 'missing'; factors: readonly string[] | null }
  /** It has one factor more than once. */
  | { mistake: 'twice'; factor: string | null }
  /** It is divided by a factor instead of multiplied. */
  | { mistake: 'divided'; factor: string | null }
  /** It is 1 divided by the answer. */
  | { mistake: 'inverse' }
  /** It is the sum of the factors. */
  | { mistake: 'added' }
  /** It is another number of the page, of this name. */
  | { mistake: 'another'; name: string; is: 'value' | 'gradient' }
  /** It is half, or twice, the answer. */
  | { mistake: 'half' | 'double' }
  /** It is the answer times this power of ten. */
  | { mistake: 'powerOfTen'; exponent: number }
  /** It is within 2 percent, but not right to the digits asked for. */
  | { mistake: 'close'; digits: number }
  /** It is none of these. Sizes are distances from 0; `signDiffers` if one is above 0 and one below. */
  | { mistake: 'unknown'; size: 'tooLarge' | 'tooSmall' | 'same'; signDiffers: boolean };

/** The name of a mistake. */
export type Mistake = Hint['mistake'];

/** What is to be said of what was typed. */
export type Verdict =
  /** Right; `value` is what was typed, and `isComputed` says that it was more than one number. */
  | { kind: 'right'; value: number; isComputed: boolean }
  /** Right as far as it goes, but `digits` significant ones are asked for. */
  | { kind: 'coarse'; value: number; isComputed: boolean; given: number; digits: number }
  | { kind: 'wrong'; value: number; isComputed: boolean; hint: Hint }
  /** It could not be read or computed. */
  | { kind: 'unreadable'; problem: ExpressionProblem };

/** An answer that was checked, and what was said of it. */
export interface GivenAnswer {
  /** What the reader typed. */
  typed: string;
  verdict: Verdict;
}

/** Whether a number can be seen, and why: it was found, or asked for. */
export type AnswerState = 'hidden' | 'right' | 'shown';
