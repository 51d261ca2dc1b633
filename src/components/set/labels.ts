// The words of <Set>: options and what is done with them, as they stand in a sentence.
import { formatCount, formatShort } from '../../a11y';
import { Layer, Loss } from '../../engine';
import type { TrainerOptions } from '../../trainer';

/** What is done once the options are set. */
export type SetAction = 'play' | 'pause' | 'step' | 'reset' | 'newWeights' | 'newData';

/** What `<Set>` says; any of it can be replaced. */
export interface SetLabels {
  /** An option with its value, where nothing else is written. */
  option: (name: keyof TrainerOptions, value: unknown) => string;
  /** What is done, where nothing else is written. */
  action: (action: SetAction) => string;
  /** What a press does, and what the next one does. */
  hint: string;
  undoHint: string;
  /** Why a press changed nothing. */
  refused: (message: string) => string;
}

const names: Record<keyof TrainerOptions, string> = {
  model: 'layers',
  activation: 'activation',
  features: 'features',
  dropout: 'dropout',
  initialization: 'initial weights',
  data: 'data',
  points: 'points',
  noise: 'noise',
  testRatio: 'share of test points',
  loss: 'loss',
  reduction: 'reduction',
  optimizer: 'optimizer',
  optimizerOptions: 'optimizer options',
  learningRate: 'learning rate',
  schedule: 'schedule',
  l1: 'L1 rate',
  l2: 'L2 rate',
  batchSize: 'batch size',
  shuffle: 'shuffling',
  zeroGrad: 'zeroGrad',
  seed: 'seed',
  dataSeed: 'data seed',
  autoplay: 'autoplay',
  speed: 'speed',
  stopWhen: 'stop rule',
  posterEpoch: 'first epoch shown',
  weights: 'saved weights',
};

const actions: Record<SetAction, string> = {
  play: 'play',
  pause: 'pause',
  step: 'one epoch more',
  reset: 'start over',
  newWeights: 'other weights',
  newData: 'other points',
};

export const defaultLabels: SetLabels = {
  option: (name, value) => {
    const written = writeValue(value);
    return written === null ? names[name] : `${names[name]} ${written}`;
  },
  action: (action) => actions[action],
  hint: 'Press to set this',
  undoHint: 'Press again to put back what was there before',
  refused: (message) => `(${message})`,
};

function writeValue(value: unknown): string | null {
  if (value === undefined) return 'as at first';
  if (value === Infinity) return 'as fast as it goes';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? formatCount(value) : formatShort(value);
  }
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === 'full') return 'all points';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const isSizes = value.every((one) => typeof one === 'number');
    return value.join(isSizes ? '–' : ', ');
  }
  if (value instanceof Layer || value instanceof Loss) return value.describe();
  if (typeof value !== 'object' || value === null) return null;
  if ('x' in value || 'train' in value) return null;
  const parts = Object.entries(value).map(([key, one]) =>
    key === 'name' ? String(one) : `${key} ${writeValue(one) ?? ''}`.trim(),
  );
  return parts.join(', ');
}
