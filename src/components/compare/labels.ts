// The words of a comparison.
import { formatCount, formatNumber } from '../../a11y';
import type { GroupSnapshot, Snapshot } from '../../trainer';
import type { ModelName } from './runs';

/** One run, as the description tells it. */
export interface ComparedState {
  name: string;
  run: Snapshot;
}

/** What a comparison says; any of it can be replaced. */
export interface CompareLabels {
  heading: string;
  /** How to read it. */
  caption: string;
  play: string;
  pause: string;
  step: string;
  /** What the step button does, for those who cannot see what changes. */
  stepHint: string;
  reset: string;
  resetHint: string;
  newWeights: string;
  newWeightsHint: string;
  /** The names of the models that are compared unless the page says otherwise. */
  models: Readonly<Record<ModelName, string>>;
  /** What the buttons are called together. */
  controls: string;
  epoch: string;
  /** How large a run's model is. */
  parameters: (count: number) => string;
  /** Which boundary a picture is, for those who cannot see what stands above it. */
  boundary: (name: string) => string;
  /** Which loss a chart shows. */
  loss: (name: string) => string;
  /** What the comparison shows, in words, best run first. */
  description: (group: GroupSnapshot, states: readonly ComparedState[]) => string;
}

export const defaultLabels: CompareLabels = {
  heading: 'Comparison',
  caption:
    'Above what each model says of the plane, below its loss by epoch. All have the same points, seed and epoch, and all charts the same axes.',
  play: 'Play all',
  pause: 'Pause',
  step: 'Step',
  stepHint: 'Step: train every model for one epoch',
  reset: 'Reset',
  resetHint: 'Reset: start all over from the same weights',
  newWeights: 'New weights',
  newWeightsHint: 'New weights: start all over from the next seed',
  models: {
    minimal: 'Minimal',
    shallow: 'Shallow',
    deep: 'Deep',
    overParametrised: 'Over-parametrised',
  },
  controls: 'Controls of all runs',
  epoch: 'epoch',
  parameters: (count) => `${formatCount(count)} parameters`,
  boundary: (name) => `Decision boundary, ${name}`,
  loss: (name) => `Loss, ${name}`,
  description: ({ epoch }, states) => {
    const ranked = [...states].sort((a, b) => a.run.loss - b.run.loss);
    const list = ranked.map(({ name, run }) => {
      const test = run.testLoss === null ? '' : `, test ${formatNumber(run.testLoss)}`;
      const state = run.status === 'diverged' ? ' (diverged)' : '';
      return `${name} ${formatNumber(run.loss)}${test}${state}`;
    });
    return `Epoch ${formatCount(epoch)}. Loss, from the lowest: ${list.join('; ')}.`;
  },
};
