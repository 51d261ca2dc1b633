// The words of the figure of gradients that add up.
import { formatCount, formatShort } from '../../a11y';

/** The numbers that a sentence speaks of. */
export interface AccumulationFacts {
  /** The number's name: `W1[0, 2]`. */
  name: string;
  zeroGrad: boolean;
  /** What the gradient holds when the step begins. */
  held: number;
  /** What the batch adds to it. */
  added: number;
  /** Their sum, which the optimizer uses. */
  used: number;
  /** How far the weight then moves. */
  moved: number;
}

/** What the figure says; any of it can be replaced. */
export interface GradientAccumulationLabels {
  heading: (name: string) => string;
  note: (step: number) => string;
  zeroGrad: string;
  step: string;
  parameter: string;
  entry: string;
  of: (count: number) => string;
  previous: string;
  next: string;
  held: string;
  added: string;
  used: string;
  /** What a step would use if it had begun at zero. */
  alone: string;
  /** The bars in words. */
  picture: (name: string, steps: number) => string;
  sentence: (facts: AccumulationFacts) => string;
  /** Below the first bar. */
  stepNumber: (step: number) => string;
  stepToCome: string;
  failed: (message: string) => string;
  none: string;
}

const n = (value: number) => formatShort(value, 3);

export const defaultLabels: GradientAccumulationLabels = {
  heading: (name) => `The gradient of ${name}, step by step`,
  note: (step) => `step ${formatCount(step + 1)} is next`,
  zeroGrad: 'zeroGrad',
  step: 'Take a step',
  parameter: 'Parameter',
  entry: 'Number',
  of: (count) => `of ${formatCount(count)}`,
  previous: 'Previous number',
  next: 'Next number',
  held: 'held from earlier steps',
  added: 'added by this batch',
  used: 'what the optimizer uses',
  alone: 'what it would use with zeroGrad',
  picture: (name, steps) =>
    `What the gradient of ${name} holds and gets in ${formatCount(steps)} ${steps === 1 ? 'step' : 'steps'}`,
  sentence: ({ name, zeroGrad, held, added, used, moved }) =>
    zeroGrad || held === 0
      ? `The step begins with grad = 0, so that grad becomes what the batch asks for: ${n(used)}. ${name} moves by ${n(moved)}.${zeroGrad ? '' : ' The next steps will add to it.'}`
      : `grad still holds ${n(held)} from the steps before. The batch adds ${n(added)}, and ${name} moves by ${n(moved)}, as if the gradient were ${n(used)}.`,
  stepNumber: (step) => `step ${formatCount(step + 1)}`,
  stepToCome: 'next step',
  failed: (message) => `The next step cannot be taken: ${message}. Reset the run, or go back.`,
  none: 'This model has no parameters, and so no gradients to add up.',
};
