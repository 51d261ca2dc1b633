// The words of the layer stack.
import { formatCount, formatNumber } from '../../a11y';
import type { Task } from '../../engine';
import type { Phase } from '../../trainer';
import {
  slowLabels,
  type BatchLabels,
  type OptimizerLabels,
  type SlowMotionLabels,
} from './slow-labels';

/** What is said of the chosen point. */
export interface SampleFacts {
  sample: number;
  count: number;
  x: readonly number[];
  target: number;
  task: Task;
  /** What the model says: a probability, a class, or a number. */
  prediction: string;
  loss: number;
}

/** What the layer stack says; any of it can be replaced. */
export interface LayerStackLabels extends SlowMotionLabels, BatchLabels, OptimizerLabels {
  heading: string;
  /** At the end of the heading. */
  note: (sample: number, phase: Phase, step: number, count: number) => string;
  /** Instead of the note, when the run has diverged. */
  diverged: (epoch: number) => string;
  value: string;
  gradient: string;
  input: string;
  loss: string;
  /** Beside the loss: what the model should have said. */
  target: (target: number, task: Task) => string;
  /** Beside the gradient of the loss by itself, where the way back begins. */
  start: string;
  parameters: (count: number) => string;
  shape: (from: number, to: number) => string;
  /** A layer's or a loss's formula, as the engine writes it; a loss's may say `if`. */
  formula: (formula: string) => string;
  /** One number, for the readout and for those who cannot see it. */
  cell: (column: 'value' | 'gradient', unit: number, of: string, number: string) => string;
  /** The readout while no number is chosen. */
  hint: string;
  /** Below the figure, unless the page says something else there. */
  caption: string;
  more: (count: number) => string;
  fewer: string;
  details: (of: string) => string;
  remembers: string;
  nothing: string;
  localElementwise: string;
  localJacobian: string;
  parameterValue: (name: string) => string;
  parameterAdded: (name: string) => string;
  summary: (shape: string, low: number, high: number) => string;
  point: string;
  ofPoints: (count: number) => string;
  previous: string;
  next: string;
  place: (x: readonly number[], target: number, task: Task) => string;
  description: (facts: SampleFacts) => string;
  noLayers: string;
  /** What the model says, for {@link SampleFacts}: a class and its probability. */
  predictedClass: (label: number, probability: number) => string;
  /** The same where it is one number. */
  predictedNumber: (value: number) => string;
  /** Instead of the stack, when a number on the way is not finite. */
  overflow: (message: string) => string;
}

const coordinates = (x: readonly number[]) =>
  x.map((value, i) => `${['x', 'y'][i] ?? `x${i + 1}`} ${formatNumber(value, 2)}`).join(', ');
const goal = (target: number, task: Task) =>
  task === 'regression' ? `target ${formatNumber(target, 2)}` : `class ${target}`;

export const defaultLabels: LayerStackLabels = {
  ...slowLabels,
  heading: 'Layer stack',
  note: (sample, phase, step, count) =>
    phase.kind === 'between'
      ? `point ${sample + 1}: values up, gradients down`
      : `training step: ${phase.kind}, ${step} of ${count}`,
  diverged: (epoch) => `diverged; this is epoch ${epoch}, the last good one`,
  value: 'value, forward ↑',
  gradient: 'gradient, backward ↓',
  input: 'Input',
  loss: 'Loss',
  target: (target, task) => `for ${goal(target, task)}`,
  start: 'dLoss/dLoss',
  parameters: (count) => `${formatCount(count)} ${count === 1 ? 'parameter' : 'parameters'}`,
  shape: (from, to) => `${from} → ${to}`,
  formula: (formula) => formula,
  cell: (column, unit, of, number) => `${of}, ${column} ${unit + 1}: ${number}`,
  hint: 'Point at a cell to read its number.',
  caption:
    'The strongest colour of each row is its largest number; a minus marks the negative ones.',
  more: (count) => `show ${count} more`,
  fewer: 'show fewer',
  details: (of) => `${of}: what it remembers, its derivative and its parameters`,
  remembers: 'Remembers for the way back',
  nothing: 'nothing',
  localElementwise: 'Local slope dOut/dIn, an entry each',
  localJacobian: 'Local derivative dOut/dIn, a row for each output',
  parameterValue: (name) => name,
  parameterAdded: (name) => `added to the gradient of ${name} by this point`,
  summary: (shape, low, high) =>
    `${shape} numbers, from ${formatNumber(low)} to ${formatNumber(high)}`,
  point: 'Point',
  ofPoints: (count) => `of ${formatCount(count)}`,
  previous: 'Previous point',
  next: 'Next point',
  place: (x, target, task) => `${coordinates(x)}, ${goal(target, task)}`,
  description: ({ sample, count, x, target, task, prediction, loss }) =>
    `Point ${sample + 1} of ${count}: ${coordinates(x)}, ${goal(target, task)}. The model says ${prediction}; loss ${formatNumber(loss)}.`,
  noLayers: 'This model has no layers yet: what goes in comes out.',
  predictedClass: (label, probability) => `class ${label}, with ${formatNumber(probability)}`,
  predictedNumber: (value) => formatNumber(value),
  overflow: (message) =>
    `The numbers have become too large to follow this point: ${message}. Reset the run, with a smaller learning rate.`,
};
