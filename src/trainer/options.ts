// The trainer's options: what an author may write.
import type {
  ActivationName,
  AdaGradOptions,
  AdamOptions,
  Dataset,
  DatasetName,
  FeatureName,
  Layer,
  Loss,
  LossName,
  ModelJSON,
  Optimizer,
  OptimizerName,
  RMSPropOptions,
  Rng,
  SGDOptions,
  Schedule,
  ScheduleOptions,
  Sequential,
} from '../engine';
import type { Snapshot } from './snapshot';

/** When a run is done: at an epoch, at a loss or an accuracy, or when a function says so. */
export type StopRule =
  { epoch?: number; loss?: number; accuracy?: number } | ((snapshot: Snapshot) => boolean);

/** Training data with, if there is any, data to test on. */
export interface SplitDataset {
  train: Dataset;
  test?: Dataset;
}

/** The options of an optimizer, but for its learning rate. */
export type OptimizerSettings = Omit<
  Partial<SGDOptions> & AdamOptions & RMSPropOptions & AdaGradOptions,
  'lr'
>;

/** How the weights begin. */
export type Initialization = 'default' | 'zeros' | 'xavier' | 'he';

/** The options of a run. Every one has a default. */
export interface TrainerOptions {
  /**
   * The network: layer sizes such as `[2, 10, 10, 1]`, a `Sequential`, or a function that builds
   * one from a random stream.
   * @default two hidden layers of ten, between the inputs and outputs that the data needs
   */
  model?: readonly number[] | Sequential | ((rng: Rng) => Sequential);
  /** The activation after each hidden layer: one for all, or one a layer. @default 'ReLU' */
  activation?: ActivationName | readonly ActivationName[];
  /**
   * What the model looks at, in the place of x and y alone: `['x', 'y', 'x2']`. The first of the
   * sizes in `model` is then how many there are.
   * @default x and y
   */
  features?: readonly FeatureName[];
  /** The probability with which each hidden neuron is silenced in a training step. @default 0 */
  dropout?: number;
  /**
   * How the weights of a model of given sizes begin: from N(0, 1/I) with biases from N(0, 0.1) as in
   * the notebook, all at zero, or as Glorot and Bengio (`xavier`, 2010) or He et al. (`he`, 2015)
   * draw them, with biases at zero. @default 'default'
   */
  initialization?: Initialization;
  /** A built-in data set by name, or your own. @default 'moons' */
  data?: DatasetName | Dataset | SplitDataset;
  /** How many points a built-in data set has. @default 200 */
  points?: number;
  /** How noisy a built-in data set is, from 0 to 1. @default 0.1 */
  noise?: number;
  /** The share of a built-in data set that is kept for testing. @default 0.2 (0 for 'simple') */
  testRatio?: number;
  /** The loss. @default binary cross-entropy, cross-entropy or mean squared error, as the data asks */
  loss?: LossName | Loss<'mean' | 'sum'>;
  /** Whether a loss given by name averages or sums over a batch. @default 'mean' */
  reduction?: 'mean' | 'sum';
  /** The optimizer: its name, or a function that makes one. @default 'SGD' */
  optimizer?: OptimizerName | ((model: Layer, options: { lr: number }) => Optimizer);
  /** The options of an optimizer given by name: `{ momentum: 0.9 }`. @default PyTorch's */
  optimizerOptions?: OptimizerSettings;
  /** How far each step goes. @default 0.1 (0.01 for the adaptive optimizers) */
  learningRate?: number;
  /**
   * The factor on the learning rate at each epoch: a function, or `{ name: 'step', stepSize: 50 }`.
   * @default 1 throughout
   */
  schedule?: Schedule | ScheduleOptions;
  /** The rate of an L1 penalty on the weights: λ in λ Σ|w|. Not part of the loss shown. @default 0 */
  l1?: number;
  /** The rate of an L2 penalty on the weights: λ in λ/2 Σw². Not part of the loss shown. @default 0 */
  l2?: number;
  /** Points to a step, or `'full'` for all of them. @default 10 */
  batchSize?: number | 'full';
  /**
   * Whether gradients are set to zero before each training step. Without it each step adds its
   * gradient to those of the steps before, from the first such step on. @default true
   */
  zeroGrad?: boolean;
  /** Whether each epoch takes the points in a new order, drawn from the seed. @default true */
  shuffle?: boolean;
  /** The seed of the weights and of the order of the points. @default 0 */
  seed?: number;
  /** The seed of a built-in data set. @default 0 */
  dataSeed?: number;
  /** Whether training starts by itself when the figure is first shown. @default false */
  autoplay?: boolean;
  /** Epochs a second; `Infinity` for as many as the time budget allows. @default 30 */
  speed?: number;
  /** When the run is done. @default never */
  stopWhen?: StopRule;
  /**
   * The epoch at which the run is first shown, on a server as in a browser: it is trained up to it when
   * it is made, within a bound of work that is the same everywhere. `reset` goes to epoch 0 as ever. Read
   * once, when the run is made.
   * @default 0
   */
  posterEpoch?: number;
  /**
   * What `toJSON` gave of a model with the same layers: the weights at `posterEpoch`, so that nothing
   * has to be trained for it. The run goes on from them, with an optimizer that remembers nothing.
   * Read once, when the run is made.
   */
  weights?: ModelJSON | string;
}

/** Some of the options, by name. */
export type OptionNames = readonly (keyof TrainerOptions)[];

/** Those whose change starts the run over. */
export const ofModel: OptionNames = [
  'model',
  'activation',
  'features',
  'initialization',
  'dropout',
  'seed',
];
/** Those that choose the data. */
export const ofData: OptionNames = ['data', 'points', 'noise', 'testRatio', 'dataSeed'];
/** Those that say when to train, and not how. */
export const ofPace: OptionNames = ['speed', 'stopWhen', 'autoplay', 'posterEpoch', 'weights'];

/** The options that do not go back in time with the run. */
export type Pace = Pick<
  TrainerOptions,
  'speed' | 'stopWhen' | 'autoplay' | 'posterEpoch' | 'weights'
>;

/** The pace among the options. */
export function paceOf(options: TrainerOptions): Pace {
  const { speed, stopWhen, autoplay, posterEpoch, weights } = options;
  return { speed, stopWhen, autoplay, posterEpoch, weights };
}

/** Epochs a second, where nobody says. */
export const defaultSpeed = 30;
