// Runs whose programs in NumPy and PyTorch are tried: every layer, loss, optimizer, schedule and
// option, in a run that shuffles unless it says otherwise.
import {
  Adam,
  Dropout,
  ELU,
  Features,
  Huber,
  LayerNorm,
  LeakyReLU,
  Linear,
  MeanSquaredError,
  Mul,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Sin,
  Softmax,
  Square,
  Tanh,
  createTrainer,
  fromPoints,
  schedules,
  type Rng,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { activationNames } from '../../src/engine';

/** One run, and how its program is asked for. */
export interface ProgramCase {
  trainer: Trainer;
  currentWeights?: boolean;
  /** Whether random numbers that Python draws for itself leave only the first loss the same. */
  onlyFirst?: boolean;
}

const moons: TrainerOptions = { data: 'moons', points: 60, model: [2, 6, 1], seed: 3 };
const layered = (layers: (rng: Rng) => ConstructorParameters<typeof Sequential>[0]) => ({
  model: (rng: Rng) => new Sequential(layers(rng)),
});

const layers: Record<string, TrainerOptions> = {
  ...Object.fromEntries(activationNames.map((activation) => [activation, { activation }])),
  'LeakyReLU(0.3)': layered((rng) => [
    new Linear(2, 5, { rng }),
    new LeakyReLU({ negativeSlope: 0.3 }),
    new Linear(5, 1, { rng }),
    new Sigmoid(),
  ]),
  'ELU(0.6)': layered((rng) => [
    new Linear(2, 5, { rng }),
    new ELU({ alpha: 0.6 }),
    new Linear(5, 1, { rng }),
    new Sigmoid(),
  ]),
  'Mul, Square, Sin and Softmax': layered((rng) => [
    new Mul({ k: 0.7 }),
    new Square(),
    new Linear(2, 4, { rng }),
    new Sin(),
    new Softmax(),
    new Mul({ rng }),
    new Linear(4, 1, { rng }),
    new Sigmoid(),
  ]),
  LayerNorm: layered((rng) => [
    new Linear(2, 5, { rng }),
    new LayerNorm(5, { eps: 1e-4 }),
    new Tanh(),
    new Linear(5, 1, { rng }),
    new Sigmoid(),
  ]),
  'Residual and Sequential, one inside the other': layered((rng) => [
    new Residual(new Sequential([new Linear(2, 2, { rng }), new Tanh()])),
    new Sequential([new Linear(2, 4, { rng }), new Residual(new ReLU()), new Sequential([])]),
    new Residual(new Residual(new Linear(4, 4, { rng }))),
    new Linear(4, 1, { rng }),
    new Sigmoid(),
  ]),
  Features: { features: ['x', 'y', 'x2', 'y2', 'xy', 'sinX', 'sinY'], model: [7, 3, 1] },
  'Features twice': layered((rng) => [
    new Features(['xy', 'sinY']),
    new Features(['x', 'y2']),
    new Features(['xy', 'sinY']),
    new Linear(2, 1, { rng }),
    new Sigmoid(),
  ]),
  'Dropout that drops nothing': layered((rng) => [
    new Linear(2, 4, { rng }),
    new Dropout({ p: 0 }),
    new Linear(4, 1, { rng }),
    new Sigmoid(),
  ]),
  'a wide model': { model: [2, 24, 16, 1], activation: 'Tanh' },
};

const losses: Record<string, TrainerOptions> = {
  'binary cross-entropy, summed': { reduction: 'sum', learningRate: 0.02 },
  'binary cross-entropy with logits': { loss: 'BinaryCrossEntropyWithLogits' },
  'cross-entropy': { data: 'blobs', model: [2, 6, 3] },
  'cross-entropy, summed': {
    data: 'blobs',
    model: [2, 6, 3],
    reduction: 'sum',
    learningRate: 0.02,
  },
  'mean squared error': { data: 'plane' },
  'mean squared error of two classes': { loss: new MeanSquaredError() },
  'Huber(0.4)': { data: 'bumps', loss: new Huber({ delta: 0.4 }) },
  'Huber, summed': { data: 'sine', loss: new Huber({ reduction: 'sum' }), learningRate: 0.01 },
};

const optimizers: Record<string, TrainerOptions> = {
  'SGD with weight decay': { optimizerOptions: { weightDecay: 0.02 } },
  'SGD with momentum': { optimizerOptions: { momentum: 0.9 } },
  'SGD with momentum, Nesterov and decay': {
    optimizerOptions: { momentum: 0.8, nesterov: true, weightDecay: 0.01 },
  },
  'SGD with Nesterov but no momentum': { optimizerOptions: { nesterov: true } },
  Adam: { optimizer: 'Adam' },
  'Adam with options': {
    optimizer: 'Adam',
    optimizerOptions: { betas: [0.8, 0.95], eps: 1e-6, weightDecay: 0.05 },
  },
  'Adam made by a function': { optimizer: (model) => new Adam(model, { lr: 0.03 }) },
  AdamW: { optimizer: 'AdamW' },
  'AdamW without decay': { optimizer: 'AdamW', optimizerOptions: { weightDecay: 0 } },
  RMSProp: { optimizer: 'RMSProp' },
  'RMSProp with options': {
    optimizer: 'RMSProp',
    optimizerOptions: { alpha: 0.9, momentum: 0.5, weightDecay: 0.02, eps: 1e-6 },
  },
  AdaGrad: { optimizer: 'AdaGrad' },
  'AdaGrad with decay': { optimizer: 'AdaGrad', optimizerOptions: { weightDecay: 0.02 } },
};

const plans: Record<string, TrainerOptions> = {
  'step schedule': { schedule: { name: 'step', stepSize: 3, gamma: 0.5 } },
  'cosine schedule': { schedule: { name: 'cosine', epochs: 20 } },
  'cosine schedule that ends soon': { schedule: { name: 'cosine', epochs: 4, end: 0.1 } },
  'warmup schedule': { schedule: { name: 'warmup', epochs: 5 } },
  'schedule of one’s own': {
    schedule: schedules.warmup({ epochs: 2, then: schedules.step({ stepSize: 2 }) }),
  },
  'step schedule with Adam': {
    optimizer: 'Adam',
    schedule: { name: 'step', stepSize: 2 },
  },
  'all points in a step': { batchSize: 'full' },
  'more to a step than there are': { batchSize: 1000 },
  'one point to a step': { batchSize: 1, learningRate: 0.02 },
  'a last batch that is smaller': { batchSize: 7 },
  'points in their order': { shuffle: false },
  L1: { l1: 0.01 },
  'L2 and L1': { l2: 0.03, l1: 0.005 },
  'without zeroGrad': { zeroGrad: false, learningRate: 0.002, l2: 0.01 },
  'He weights, of another seed': { initialization: 'he', seed: 11 },
  'weights of zero': { initialization: 'zeros' },
  'the four points': { data: 'simple', model: [2, 1], batchSize: 'full' },
  'data of one’s own': {
    data: fromPoints([
      { x: 1, y: -0, label: 0 },
      { x: -2e-7, y: 4, label: 1 },
      { x: 1 / 3, y: 5, label: 0 },
    ]),
    batchSize: 2,
  },
};

const trained = (options: TrainerOptions, epochs: number) => {
  const trainer = createTrainer({ ...moons, ...options });
  trainer.step('epoch', epochs);
  return trainer;
};

/** All of them, by name. */
export function programCases(): Record<string, ProgramCase> {
  const cases: Record<string, ProgramCase> = {};
  for (const [name, options] of Object.entries({ ...layers, ...losses, ...optimizers, ...plans })) {
    cases[name] = { trainer: createTrainer({ ...moons, ...options }) };
  }
  cases['Dropout'] = {
    trainer: createTrainer({ ...moons, dropout: 0.3 }),
    onlyFirst: true,
  };
  cases['a run that has trained'] = { trainer: trained({}, 12) };
  cases['weights of this moment'] = { trainer: trained({}, 12), currentWeights: true };
  cases['weights of this moment, with a schedule'] = {
    trainer: trained({ schedule: { name: 'cosine', epochs: 15 } }, 7),
    currentWeights: true,
  };
  cases['weights of this moment, with a function as schedule'] = {
    trainer: trained({ schedule: (epoch) => 1 / (1 + epoch) }, 7),
    currentWeights: true,
  };
  cases['weights of this moment, with momentum'] = {
    trainer: trained({ optimizerOptions: { momentum: 0.9 } }, 4),
    currentWeights: true,
    onlyFirst: true,
  };
  cases['weights of this moment, without zeroGrad'] = {
    trainer: trained({ zeroGrad: false, learningRate: 0.002 }, 4),
    currentWeights: true,
    onlyFirst: true,
  };
  const edited = createTrainer(moons);
  edited.setParameter('0.weight', 3, 0.123456789);
  cases['a weight set by hand'] = { trainer: edited };
  const other = trained({}, 3);
  other.newWeights();
  other.set({ learningRate: 0.05 });
  cases['new weights, and a change before the first step'] = { trainer: other };
  const reshaped = trained({}, 3);
  reshaped.reshape({ kind: 'addNeuron', layer: 0 });
  reshaped.reset();
  cases['a model of another shape, started over'] = { trainer: reshaped };
  return cases;
}
