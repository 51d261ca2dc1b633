// The words of the chain rule stepper.
import { formatShort as n } from '../../a11y';
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
  /** Where the reader is. */
  progress: (step: number, count: number) => string;
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
  /** The field beside a slider. */
  exact: (name: string) => string;
  notANumber: (text: string) => string;
  tooLarge: string;
  /** What a number that is not worked out yet is called. */
  unknown: string;
}

export const defaultLabels: ChainRuleStepperLabels = {
  heading: 'E = (k·v)²',
  note: (k, v) => `k = ${n(k)}, v = ${n(v)}`,
  back: 'Back',
  next: 'Next',
  restart: 'Start again',
  progress: (step, count) => `step ${step} of ${count}`,
  sentences: {
    start: ({ k, v }) =>
      `Take the input v = ${n(v)} and the parameter k = ${n(k)}. Two functions in a row turn them into E.`,
    multiply: ({ k, v, M }) => `Forward: multiply v by k. M = ${n(k)} × ${n(v)} = ${n(M)}.`,
    square: ({ M, E }) => `Forward: square the result. E = ${n(M)}² = ${n(E)}.`,
    backSquare: ({ M, dE_dM }) =>
      `Backward: the slope of squaring is 2M. If M grows a little, E grows 2 × ${n(M)} = ${n(dE_dM)} times as much.`,
    backMultiply: ({ dE_dM, dM_dv, dE_dv }) =>
      `Backward: multiply what came in, ${n(dE_dM)}, by the local slope k = ${n(dM_dv)}. So dE/dv = ${n(dE_dv)}.`,
    parameter: ({ dE_dM, dM_dk, dE_dk }) =>
      `The parameter: reuse ${n(dE_dM)} and multiply it by the local slope v = ${n(dM_dk)}. So dE/dk = ${n(dE_dk)}.`,
    check: ({ epsilon, slope, dE_dv }) =>
      `Check: move v by ε = ${n(epsilon)} and measure. E changes ${n(slope, 8)} times as much; the chain rule says ${n(dE_dv)}.`,
  },
  code: {
    start: 'k, v',
    multiply: 'M = k * v',
    square: 'E = M ** 2',
    backSquare: 'dE_dM = 2 * M',
    backMultiply: 'dE_dv = dE_dM * k',
    parameter: 'dE_dk = dE_dM * v',
    check: '((k * (v + ε)) ** 2 - E) / ε',
  },
  multiply: '× k',
  square: 'square',
  slope: 'slope',
  numericalSlope: 'numerical slope',
  k: 'k',
  v: 'v',
  epsilon: 'ε',
  exact: (name) => `${name}, exact value`,
  notANumber: (text) => `“${text}” is not a number; the last good value stays.`,
  tooLarge: 'These numbers grow too large to compute with. Choose smaller ones.',
  unknown: 'not worked out yet',
};
