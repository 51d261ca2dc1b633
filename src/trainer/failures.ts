// Failures to try: for each way in which a run can go wrong, options that make it do so.
import { Linear, Sequential, Sigmoid, Tanh, type Rng } from '../engine';
import type { FailureKind } from './diagnose/finding';
import type { TrainerOptions } from './options';

/** A failure that can be seen at will. */
export interface Failure {
  /** The options that cause it. */
  readonly options: TrainerOptions;
  /** By which epoch `diagnose` calls it a problem. */
  readonly epochs: number;
  /** The options that cure it, from the start on: what `remedyFor` says of it. */
  readonly remedy: Partial<TrainerOptions>;
}

/** A small and quick run for each failure, always the same. It ends by itself. */
export const failures: Readonly<Record<FailureKind, Failure>> = {
  // Six ReLUs on a tilted plane: the loss is ten times as high after one step, and 10⁵⁵ after five.
  exploding: {
    options: {
      data: 'plane',
      points: 100,
      model: [2, 6, 1],
      batchSize: 'full',
      learningRate: 0.4,
      speed: 3,
      stopWhen: { epoch: 60 },
    },
    epochs: 1,
    remedy: { learningRate: 0.04 },
  },
  // Steps large enough to carry neurons away from all points, and not so large that the loss explodes.
  deadReLU: {
    options: {
      data: 'moons',
      model: [2, 8, 8, 1],
      activation: 'ReLU',
      learningRate: 1.5,
      seed: 2,
      speed: 10,
      stopWhen: { epoch: 100 },
    },
    epochs: 9,
    remedy: { activation: 'LeakyReLU' },
  },
  saturated: {
    options: {
      data: 'circles',
      model: withLargeWeights,
      learningRate: 0.1,
      speed: 30,
      stopWhen: { epoch: 150 },
    },
    epochs: 0,
    remedy: { model: [2, 8, 8, 1], activation: 'Tanh', initialization: 'xavier' },
  },
  // Sigmoids, since tanhs and ReLUs that begin at zero do not move at all.
  symmetry: {
    options: {
      data: 'circles',
      model: [2, 6, 1],
      activation: 'Sigmoid',
      initialization: 'zeros',
      learningRate: 1,
      speed: 30,
      stopWhen: { epoch: 150 },
    },
    epochs: 0,
    remedy: { initialization: 'xavier' },
  },
  // Thirty noisy points to learn from, and three hundred weights to learn them by heart.
  overfitting: {
    options: {
      data: 'moons',
      points: 60,
      noise: 0.4,
      testRatio: 0.5,
      dataSeed: 1,
      model: [2, 16, 16, 1],
      activation: 'Tanh',
      optimizer: 'Adam',
      learningRate: 0.02,
      speed: 30,
      stopWhen: { epoch: 150 },
    },
    epochs: 60,
    remedy: { l2: 0.01 },
  },
};

// How many times larger than usual: sums of ±100 lie far out on a tanh, where it is flat.
const tooLarge = 100;

function withLargeWeights(rng: Rng): Sequential {
  const hidden = [new Linear(2, 8, { rng }), new Linear(8, 8, { rng })];
  for (const { value } of hidden.flatMap((layer) => layer.parameters())) {
    for (let i = 0; i < value.size; i++) value.data[i]! *= tooLarge;
  }
  const [first, second] = hidden as [Linear, Linear];
  const output = new Linear(8, 1, { rng });
  return new Sequential([first, new Tanh(), second, new Tanh(), output, new Sigmoid()]);
}
