// What all parts of the stepper need to know to draw themselves.
import type { Numbers } from '../../a11y';
import type { FormulaLanguage } from '../formula';
import type { Chain, TermValues } from './chain';
import type { ChainRuleStepperLabels } from './labels';
import type { ChainStep } from './steps';

/** The figure at a step. */
export interface ChainView {
  chain: Chain;
  /** Every number by its term. */
  terms: TermValues;
  steps: readonly ChainStep[];
  /** The step shown. */
  step: number;
  /** The row of the batch whose numbers are shown. */
  sample: number;
  /** Whether the reader has come so far that a term is worked out, and it is not hidden. */
  isKnown: (term: string) => boolean;
  /** Whether this step works with a term. */
  isLit: (term: string) => boolean;
  words: ChainRuleStepperLabels;
  numbers: Numbers;
  /** How formulas are put into words. */
  language: FormulaLanguage;
}
