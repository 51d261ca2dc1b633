// The words of a goal.
import { formatCount, formatShort } from '../../a11y';
import type { GoalName } from './conditions';

/** What {@link Goal} says; any of it can be replaced. */
export interface GoalLabels {
  /** Before what is to be reached. */
  goal: string;
  open: string;
  done: string;
  /** A condition: `loss at most 0.1`. */
  wanted: (name: GoalName, value: number) => string;
  /** Where the run is: `now 0.69`. */
  now: (name: GoalName, value: number) => string;
}

const percent = (value: number) => `${formatShort(Math.floor(value * 1000) / 10, 4)} %`;
const isShare = (name: GoalName) => name === 'accuracy' || name === 'testAccuracy';

const nouns: Readonly<Record<GoalName, (value: string) => string>> = {
  loss: (value) => `loss at most ${value}`,
  testLoss: (value) => `test loss at most ${value}`,
  accuracy: (value) => `accuracy at least ${value}`,
  testAccuracy: (value) => `test accuracy at least ${value}`,
  epoch: (value) => `within ${value} epochs`,
  maxParams: (value) => `at most ${value} parameters`,
};

function numberOf(name: GoalName, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (isShare(name)) return percent(value);
  return Number.isInteger(value) ? formatCount(value) : formatShort(value, 3);
}

export const defaultLabels: GoalLabels = {
  goal: 'Goal',
  open: 'not yet',
  done: 'reached',
  wanted: (name, value) => nouns[name](numberOf(name, value)),
  now: (name, value) => `now ${numberOf(name, value)}`,
};
