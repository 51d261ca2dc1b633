// The words of the decision boundary.
import { formatCount, formatNumber } from '../../a11y';
import type { Dataset, Task } from '../../engine';
import type { Snapshot } from '../../trainer';
import type { Overlay } from './overlays';
import type { LayerName } from './places';
import { moreLabels, type MoreLabels } from './sentences';

/** What the description is about. */
export interface BoundaryFacts {
  run: Snapshot;
  data: Dataset;
  test: Dataset | null;
  /** How many training points are classified wrong; null for regression. */
  wrong: number | null;
  /** How many points lie outside the picture. */
  outside: number;
  /** What the picture shows: the model's output, or something inside of it. */
  view: ViewFacts;
}

/** What a picture is of. */
export interface ViewFacts {
  overlay: Overlay;
  /** The neuron whose output is shown. */
  neuron: { layer: LayerName; unit: number } | null;
  /** The layer in whose coordinates the picture is drawn, and the one or two units chosen. */
  space: { layer: LayerName; units: readonly number[]; of: number } | null;
}

/** What the decision boundary says; any of it can be replaced. */
export interface DecisionBoundaryLabels extends MoreLabels {
  heading: string;
  /** What the colours mean. */
  note: (task: Task) => string;
  /** Said in the note's place when the run has diverged. */
  diverged: (run: Snapshot) => string;
  /** How to read the points. */
  caption: (task: Task, classes: number, hasTest: boolean) => string;
  /** What the figure shows, for those who cannot see it. */
  description: (facts: BoundaryFacts) => string;
  /** What the probe is called. */
  probe: string;
  /** What the model says at a point: a probability of class 1, a class with its probability, or a value. */
  reading: (reading: Reading) => string;
  /** The same with the point's place, for those who cannot see it. */
  spokenReading: (reading: Reading, x: number, y: number) => string;
  /** Where it is read, behind the reading: `at 0.5, −1.2`. */
  readingAt: (x: number, y: number) => string;
  /** Shown when the data is not two-dimensional. */
  notAPlane: (inputs: number) => string;
}

/** What the model says at one point. */
export interface Reading {
  task: Task;
  overlay: Overlay;
  /** A probability, or for regression the value; if a neuron is shown, its output. */
  value: number;
  /** The likeliest class; null for regression and for a neuron. */
  predicted: number | null;
  /** How unsure the model is, from 0 to 1; null where that has no meaning. */
  uncertainty: number | null;
  isNeuron: boolean;
}

const shapeNames = [
  'circles',
  'squares',
  'triangles',
  'diamonds',
  'crosses',
  'downward triangles',
  'hexagons',
  'stars',
];

export const defaultLabels: DecisionBoundaryLabels = {
  ...moreLabels,
  heading: 'Decision boundary',
  note: (task) =>
    ({
      binary: 'probability of class 1',
      multiclass: 'likeliest class, stronger where surer',
      regression: 'predicted value',
    })[task],
  diverged: ({ epoch }) => `diverged; this is epoch ${epoch}, the last good one`,
  caption: (task, classes, hasTest) => {
    if (task === 'regression') {
      return `Each point has the colour of its value.${hasTest ? ' Circles train, diamonds test.' : ''}`;
    }
    const filled = hasTest ? ' Filled points train, hollow ones test.' : '';
    const names = Array.from(
      { length: Math.min(classes, shapeNames.length) },
      (_, k) => `${shapeNames[k]} ${k === 0 ? 'are ' : ''}class ${k}`,
    ).join(', ');
    return `${names.charAt(0).toUpperCase()}${names.slice(1)}.${filled}`;
  },
  description: ({ run, data, test, wrong, outside, view }) => {
    const count = data.x.shape[0]!;
    const points = test
      ? `${count} training and ${test.x.shape[0]} test points`
      : `${count} training points`;
    const judged =
      wrong === null
        ? `loss ${formatNumber(run.loss)}`
        : `${formatCount(wrong)} of ${count} training points on the wrong side`;
    const unseen = outside ? ` ${outside} points lie outside the picture.` : '';
    return `${moreLabels.picture(view)}, with ${points}. Epoch ${run.epoch}: ${judged}.${unseen}`;
  },
  probe: 'Probe: what the model says at a point. Arrow keys move it.',
  readingAt: (x, y) => `at ${formatNumber(x, 1)}, ${formatNumber(y, 1)}`,
  reading: ({ task, overlay, value, predicted, uncertainty }) => {
    if (predicted === null || overlay === 'probability') {
      return task === 'multiclass' && predicted !== null
        ? `class ${predicted}: ${formatNumber(value)}`
        : formatNumber(value);
    }
    if (overlay === 'uncertainty') return `unsure: ${formatNumber(uncertainty, 2)}`;
    return `class ${predicted}`;
  },
  spokenReading: ({ task, overlay, value, predicted, uncertainty, isNeuron }, x, y) => {
    const place = `x ${formatNumber(x, 2)}, y ${formatNumber(y, 2)}`;
    if (isNeuron) return `${place}: the neuron gives ${formatNumber(value)}`;
    if (task === 'regression') return `${place}: value ${formatNumber(value)}`;
    const of = task === 'binary' ? 1 : predicted;
    const likely = `${place}: probability of class ${of} ${formatNumber(value)}`;
    if (overlay === 'hard') return `${place}: class ${predicted}`;
    return overlay === 'uncertainty'
      ? `${likely}, uncertainty ${formatNumber(uncertainty, 2)}`
      : likely;
  },
  notAPlane: (inputs) =>
    `This picture needs points with two inputs, x and y; the data has ${inputs}.`,
};
