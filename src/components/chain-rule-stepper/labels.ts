// The words of the chain rule stepper.
import { formatShort } from '../../a11y';
import type { ChainRule, StepName } from './chain-rule';

/** Everything that a sentence may speak of. */
export interface StepFacts extends ChainRule {
  k: number;
  v: number;
  epsilon: number;
}

/** What the stepper says; any of it can be replaced. */
export interface ChainRuleStepperLabels {
  heading: string;
  note: (k: number, v: number) => string;
  back: string;
  next: string;
  restart: string;
  /** The name of the buttons and what they move through. */
  steps: string;
  /** Where the reader is. */
  progress: (step: number, count: number) => string;
  /** What each step is called. */
  titles: Record<StepName, string>;
  /** What each step does, in a sentence. */
  sentences: Record<StepName, (facts: StepFacts) => string>;
  /** Each step as a line of code. */
  code: Record<StepName, string>;
  multiply: string;
  square: string;
  slope: string;
  numericalSlope: string;
  k: string;
  v: string;
  epsilon: string;
  /** How ε is written. */
  epsilonValue: (epsilon: number) => string;
  /** The field beside a slider. */
  exact: (name: string) => string;
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
}

const n = (value: number) => formatShort(value);

/** A number as a factor or under a power: `21`, `(−21)`. */
const factor = (value: number) => (value < 0 ? `(${n(value)})` : n(value));

/** `0.001`, `10⁻¹²`. */
const epsilonValue = (value: number) => n(value).replace(/^(−?)1\.00·/, '$1');

export const defaultLabels: ChainRuleStepperLabels = {
  heading: 'E = (k·v)²',
  note: (k, v) => `k = ${n(k)}, v = ${n(v)}`,
  back: 'Back',
  next: 'Next',
  restart: 'Start again',
  steps: 'Steps of the chain rule',
  progress: (step, count) => `step ${step} of ${count}`,
  titles: {
    start: 'Start',
    multiply: 'Forward: M = k·v',
    square: 'Forward: E = M²',
    backSquare: 'Backward: dE/dM = 2M',
    backMultiply: 'Backward: dE/dv = dE/dM · dM/dv',
    parameter: 'Backward: dE/dk = dE/dM · dM/dk',
    check: 'Check: the numerical slope',
  },
  sentences: {
    start: ({ k, v }) =>
      `Take the input v = ${n(v)} and the parameter k = ${n(k)}. Two functions in a row turn them into E.`,
    multiply: ({ k, v, M }) => `Multiply the input by k: M = ${n(k)} × ${factor(v)} = ${n(M)}.`,
    square: ({ M, E }) => `Square the result: E = ${factor(M)}² = ${n(E)}.`,
    backSquare: ({ M, dE_dM }) =>
      `The slope of M² is 2M = 2 × ${factor(M)} = ${n(dE_dM)}: move M a little, and E changes ${n(dE_dM)} times as much.`,
    backMultiply: ({ dE_dM, dM_dv, dE_dv }) =>
      `Multiply what came in, ${n(dE_dM)}, by the local slope k = ${n(dM_dv)}: dE/dv = ${n(dE_dM)} × ${factor(dM_dv)} = ${n(dE_dv)}.`,
    parameter: ({ dE_dM, dM_dk, dE_dk }) =>
      `Reuse what came in, ${n(dE_dM)}, and multiply it by the other slope, v = ${n(dM_dk)}: dE/dk = ${n(dE_dM)} × ${factor(dM_dk)} = ${n(dE_dk)}.`,
    check: ({ v, epsilon, slope, dE_dv }) =>
      v + epsilon === v
        ? `ε = ${epsilonValue(epsilon)} is too small beside v = ${n(v)}: for the computer v + ε is v itself, so the measured slope is ${n(slope)}. The chain rule says ${n(dE_dv)}.`
        : `Move v by ε = ${epsilonValue(epsilon)} and measure: (E(v + ε) − E(v)) / ε = ${formatShort(slope, 8)}. The chain rule says ${n(dE_dv)}.`,
  },
  code: {
    start: 'E = (k * v) ** 2',
    multiply: 'M = k * v',
    square: 'E = M ** 2',
    backSquare: 'dE_dM = 2 * M',
    backMultiply: 'dM_dv = k; dE_dv = dE_dM * dM_dv',
    parameter: 'dM_dk = v; dE_dk = dE_dM * dM_dk',
    check: '((k * (v + ε)) ** 2 - E) / ε',
  },
  multiply: '× k',
  square: 'square',
  slope: 'slope',
  numericalSlope: 'numerical slope',
  k: 'k',
  v: 'v',
  epsilon: 'ε',
  epsilonValue,
  exact: (name) => `${name}, exact value`,
  notANumber: (text) => `“${text}” is not a number; the last good value stays.`,
  beyond: (text) => `“${text}” is too large a number; the last good value stays.`,
  tooLarge: 'The numbers of this step grow too large to compute with. Choose a smaller k or v.',
  large: 'too large',
  missing: 'The steps need a number for k, for v and for ε, and an ε that is not zero.',
  unknown: 'not worked out yet',
};
