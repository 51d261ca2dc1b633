// The words of a number that can be changed.
import { formatShort } from '../../a11y';
import type { EditableName } from './edits';

/** What an editable number says; any of it can be replaced. */
export interface ValueLabels {
  /** What the number is called. */
  name: (of: EditableName) => string;
  /** What a number of the model is called. */
  parameterName: (parameter: string, place: number) => string;
  /** How it is changed. */
  hint: string;
  /** What is wrong with what was typed. */
  notANumber: (text: string) => string;
  notWhole: (value: number) => string;
  beyond: (min: number, max: number) => string;
  /** What stays in force after a mistake. */
  stays: (complaint: string, value: string) => string;
}

const names: Record<EditableName, string> = {
  learningRate: 'learning rate',
  batchSize: 'batch size',
  l1: 'L1 rate',
  l2: 'L2 rate',
  dropout: 'dropout',
  points: 'points',
  noise: 'noise',
  speed: 'speed, in epochs a second',
  testRatio: 'share of test points',
  dataSeed: 'seed of the data',
  seed: 'seed of the weights',
};

export const defaultLabels: ValueLabels = {
  name: (of) => names[of],
  parameterName: (parameter, place) => `${parameter}, number ${place + 1}`,
  hint: 'Drag sideways, or use the arrow keys; Enter or a double click to type',
  notANumber: (text) => `“${text.trim()}” is not a number`,
  notWhole: (value) => `${formatShort(value)} is not a whole number`,
  beyond: (min, max) =>
    max === Infinity
      ? `it must be at least ${formatShort(min)}`
      : min === -Infinity
        ? `it must be at most ${formatShort(max)}`
        : `it must be from ${formatShort(min)} to ${formatShort(max)}`,
  stays: (complaint, value) => `(${complaint}; it stays at ${value})`,
};
