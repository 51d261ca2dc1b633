// The words of the fan-out.
import { formatShort } from '../../a11y';
import type { FanOutRule, FanOutWay } from './circuits';

/** The numbers of a step, written out. */
export interface FanOutFacts {
  rule: FanOutRule;
  a: string;
  b: string;
  /** What the second way makes of a. */
  second: string;
  /** The gradients that come back along the two ways. */
  ways: readonly [string, string];
  /** What the fork then holds. */
  gradient: string;
}

/** What the figure says; any of it can be replaced. */
export interface FanOutLabels {
  /** What the figure is called, for a circuit. */
  heading: (formula: string) => string;
  /** The circuit in symbols. */
  formula: (way: FanOutWay) => string;
  /** What stands on the second way, in its box. */
  way: (way: FanOutWay, k: string) => string;
  ways: string;
  rule: string;
  /** The rules, as they are written in code. */
  rules: Readonly<Record<FanOutRule, string>>;
  /** The two gradients at the fork, put together by the rule. */
  atFork: (rule: FanOutRule, ways: readonly [string, string], gradient: string) => string;
  backward: string;
  measured: (epsilon: string) => string;
  agrees: string;
  differs: (by: string) => string;
  /** ε is too small or too large to measure with. */
  unclear: string;
  /** A step in a sentence: forward, back along the first way, back along the second. */
  sentence: (step: number, facts: FanOutFacts) => string;
  /** What the fork holds before both ways have been gone back. */
  soFar: string;
  previous: string;
  next: string;
  step: (step: number, count: number) => string;
  picture: (formula: string) => string;
  forward: string;
  back: string;
  tooLarge: string;
  exact: (name: string) => string;
  notANumber: (text: string) => string;
  beyond: (text: string) => string;
  epsilon: string;
  epsilonValue: (epsilon: number) => string;
}

const formulas: Readonly<Record<FanOutWay, string>> = {
  nothing: 'b = a + a',
  mul: 'b = a + k·a',
  square: 'b = a + a²',
};

export const defaultLabels: FanOutLabels = {
  heading: (formula) => `One value used twice: ${formula}`,
  formula: (way) => formulas[way],
  way: (way, k) => ({ nothing: '', mul: `× ${k}`, square: 'square' })[way],
  ways: 'Circuit',
  rule: 'At the fork',
  rules: { add: 'add: grad += …', overwrite: 'overwrite: grad = …' },
  atFork: (rule, [first, second], gradient) =>
    rule === 'add'
      ? `${first} + ${second.startsWith('−') ? `(${second})` : second} = ${gradient}`
      : `${first}, then ${second}: ${gradient} is left`,
  backward: 'backward says ∂b/∂a',
  measured: (epsilon) => `measured with ε = ${epsilon}`,
  agrees: 'they agree',
  differs: (by) => `off by ${by}`,
  unclear: 'this ε cannot tell',
  sentence: (step, { rule, a, b, second, ways: [first] }) => {
    if (step === 0) {
      return `Forward: a goes both ways. One brings ${a}, the other ${second}, and b is their sum, ${b}. The gradient of a is still 0.`;
    }
    if (step === 1) {
      return `Backward along the first way, where nothing changes a: the gradient 1 of b comes back as ${first}, and the fork keeps it.`;
    }
    return rule === 'add'
      ? 'A change of a reaches b along both ways, so its two gradients are added.'
      : 'The second gradient took the place of the first, as if a reached b along one way only. Measuring shows that this is wrong.';
  },
  soFar: 'grad at the fork so far',
  previous: 'Back',
  next: 'Next',
  step: (step, count) => `Step ${step} of ${count}`,
  picture: (formula) => `The circuit ${formula}: a goes two ways, and both meet in a sum.`,
  forward: 'forward',
  back: 'backward',
  tooLarge: 'These numbers grow too large to compute with. Choose a smaller one.',
  exact: (name) => `${name}, exact value`,
  notANumber: (text) => `“${text}” is not a number; the last good value stays.`,
  beyond: (text) => `“${text}” is too large a number; the last good value stays.`,
  epsilon: 'ε',
  epsilonValue: (value) => formatShort(value).replace(/^(−?)1\.00·/, '$1'),
};
