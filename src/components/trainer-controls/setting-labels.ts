// The words of the settings.
import { formatCount, formatShort } from '../../a11y';
import type { NumberLimits, ScheduleName } from './limits';

/** A rule that the weights are held small by. */
export type PenaltyName = 'none' | 'l1' | 'l2' | 'both';

/** A number of an optimizer or a schedule, by the name of its option. */
export type ParameterLabel =
  | 'momentum'
  | 'nesterov'
  | 'weightDecay'
  | 'beta1'
  | 'beta2'
  | 'alpha'
  | 'eps'
  | 'stepSize'
  | 'gamma'
  | 'epochs'
  | 'end';

/** Why something cannot be set. */
export type Obstacle =
  | 'modelOwnsActivation'
  | 'modelOwnsDropout'
  | 'noHiddenLayer'
  | 'needsSums'
  | 'needsProbabilities'
  | 'differsByLayer';

/** What the settings say; any of it can be replaced. */
export interface SettingLabels {
  learningRate: string;
  /** The field beside a slider, for those who cannot see that it belongs there. */
  asNumber: (setting: string) => string;
  speed: string;
  /** A speed in the list. */
  epochsPerSecond: (speed: number) => string;
  schedule: string;
  scheduleName: (name: ScheduleName | 'custom') => string;
  /** What the schedule makes of the learning rate just now. */
  scheduledRate: (rate: number) => string;
  batchSize: string;
  batch: (size: number | 'full', points: number) => string;
  lossFunction: string;
  /** A loss by its type, or `custom`. */
  lossName: (type: string) => string;
  optimizer: string;
  /** An optimizer by its name, or `custom`. */
  optimizerName: (name: string) => string;
  regularization: string;
  penalty: (name: PenaltyName) => string;
  penaltyRate: (name: 'l1' | 'l2') => string;
  dropout: string;
  activation: string;
  /** An activation by its name; `none` where the sums go on as they are, `mixed` for several. */
  activationName: (name: string) => string;
  zeroGrad: string;
  /** Whether gradients are set to zero, in words. */
  zeroGradState: (isOn: boolean) => string;
  parameter: (name: ParameterLabel) => string;
  /** Opens the settings that are folded on a narrow screen. */
  moreSettings: string;
  /** Why a setting cannot be changed. */
  locked: string;
  /** The same for all of them. */
  allLocked: string;
  obstacle: (obstacle: Obstacle) => string;
  /** What is wrong with what was typed, and what would do. */
  notANumber: (text: string) => string;
  beyond: (limits: NumberLimits, byAuthor: boolean) => string;
}

const schedules = {
  constant: 'constant',
  step: 'in steps',
  cosine: 'half a cosine',
  warmup: 'warm-up',
  custom: 'custom',
};

const losses: Record<string, string> = {
  BinaryCrossEntropy: 'binary cross-entropy',
  BinaryCrossEntropyWithLogits: 'binary cross-entropy of logits',
  CrossEntropy: 'cross-entropy',
  MeanSquaredError: 'mean squared error',
  custom: 'custom',
};

const parameters: Record<ParameterLabel, string> = {
  momentum: 'momentum',
  nesterov: 'Nesterov',
  weightDecay: 'weight decay',
  beta1: 'β₁',
  beta2: 'β₂',
  alpha: 'α',
  eps: 'ε',
  stepSize: 'every n epochs',
  gamma: 'times γ',
  epochs: 'over n epochs',
  end: 'down to',
};

const obstacles: Record<Obstacle, string> = {
  modelOwnsActivation: 'part of this model',
  modelOwnsDropout: 'part of this model',
  noHiddenLayer: 'no hidden layer',
  needsSums: 'needs a model without a last Sigmoid',
  needsProbabilities: 'needs a model with a last Sigmoid',
  differsByLayer: 'differs by layer',
};

export const defaultSettingLabels: SettingLabels = {
  learningRate: 'Learning rate',
  asNumber: (setting) => `${setting}, as a number`,
  speed: 'Speed',
  epochsPerSecond: (speed) =>
    speed === Infinity
      ? 'as fast as it goes'
      : `${formatCount(speed)} ${speed === 1 ? 'epoch' : 'epochs'}/s`,
  schedule: 'Schedule',
  scheduleName: (name) => schedules[name],
  scheduledRate: (rate) => `now ${formatShort(rate, 2)}`,
  batchSize: 'Batch size',
  batch: (size, points) => (size === 'full' ? `all ${formatCount(points)}` : formatCount(size)),
  lossFunction: 'Loss',
  lossName: (type) => losses[type] ?? type,
  optimizer: 'Optimizer',
  optimizerName: (name) => name,
  regularization: 'Regularization',
  penalty: (name) => ({ none: 'none', l1: 'L1', l2: 'L2', both: 'L1 and L2' })[name],
  penaltyRate: (name) => ({ l1: 'L1 rate', l2: 'L2 rate' })[name],
  dropout: 'Dropout',
  activation: 'Activation',
  activationName: (name) => (name === 'mixed' ? 'differs by layer' : name),
  zeroGrad: 'zeroGrad',
  zeroGradState: (isOn) => (isOn ? 'before each step' : 'never: gradients add up'),
  parameter: (name) => parameters[name],
  moreSettings: 'More settings',
  locked: 'set by the author',
  allLocked: 'The settings are set by the author.',
  obstacle: (obstacle) => obstacles[obstacle],
  notANumber: (text) => `“${text.trim()}” is not a number`,
  beyond: ([min, max], byAuthor) => {
    const range =
      max === Infinity
        ? `at least ${formatShort(min)}`
        : `from ${formatShort(min)} to ${formatShort(max)}`;
    return byAuthor ? `${range}, set by the author` : range;
  },
};
