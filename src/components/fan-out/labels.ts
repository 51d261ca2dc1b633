// The words of the fan-out.
import { formatShort } from '../../a11y';
import type { FanOutRule, FanOutWay } from './circuits';

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
  /** The whole in a sentence. */
  sentence: (rule: FanOutRule) => string;
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
  sentence: (rule) =>
    rule === 'add'
      ? 'A change of a reaches b along both ways, so its two gradients are added.'
      : 'The second gradient took the place of the first, as if a reached b along one way only. Measuring shows that this is wrong.',
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
