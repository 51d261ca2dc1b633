// Which kernels compute, and that nobody can tell from the numbers.
import { afterEach, describe, expect, it } from 'vitest';
import * as engine from '../../src/engine-entry';
import {
  Linear,
  MeanSquaredError,
  PancakeError,
  Sequential,
  createTrainer,
  kernels,
  type ActivationName,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { hashOfParameters } from './helpers';

const { Adam, AdamW, AdaGrad, RMSProp, SGD, Dropout, LayerNorm, Residual, Tanh } = engine;
const both = ['wasm', 'plain'] as const;

afterEach(() => {
  kernels.use('auto');
});

const bitsOf = (trainer: Trainer) => hashOfParameters(trainer.model.parameters());

/** The parameters' bits after 20 epochs, or however many, of which the run must survive all. */
function train(options: TrainerOptions, epochs = 20, make = createTrainer): string {
  const trainer = make({ points: 47, batchSize: 7, seed: 3, ...options });
  const before = bitsOf(trainer);
  trainer.step('epoch', epochs);
  expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: epochs });
  expect(bitsOf(trainer)).not.toBe(before);
  return bitsOf(trainer);
}

describe('the choice', () => {
  it('is WebAssembly where it runs, as here', () => {
    expect(kernels.name).toBe('wasm');
    kernels.use('plain');
    expect(kernels.name).toBe('plain');
    kernels.use('wasm');
    expect(kernels.name).toBe('wasm');
  });

  it('must be one of those that there are', () => {
    for (const bad of ['nonsense', 'WASM', '', undefined, 7]) {
      expect(() => kernels.use(bad as 'auto')).toThrow(PancakeError);
    }
    expect(() => kernels.use('nonsense' as 'auto')).toThrow(
      `kernels.use got "nonsense"; it must be 'auto', 'wasm' or 'plain'`,
    );
    expect(kernels.name).toBe('wasm');
  });

  it('may change in the middle of a run', () => {
    const expected = train({ optimizer: 'Adam' });
    for (const order of [
      ['wasm', 'plain', 'wasm', 'plain'],
      ['plain', 'wasm', 'plain', 'wasm'],
    ] as const) {
      kernels.use(order[0]);
      const trainer = createTrainer({ points: 47, batchSize: 7, seed: 3, optimizer: 'Adam' });
      for (const name of order) {
        kernels.use(name);
        trainer.step('layer', 11);
        trainer.step('epoch', 5 - (trainer.getSnapshot().epoch % 5));
      }
      expect(trainer.getSnapshot().epoch).toBe(20);
      expect(bitsOf(trainer)).toBe(expected);
    }
  });
});

const optimizers: Record<string, TrainerOptions['optimizer']> = {
  SGD: 'SGD',
  'SGD with momentum': (model, { lr }) => new SGD(model, { lr, momentum: 0.9 }),
  'SGD with everything': (model, { lr }) =>
    new SGD(model, { lr, momentum: 0.9, nesterov: true, weightDecay: 0.01 }),
  Adam: 'Adam',
  'Adam with weight decay': (model, { lr }) => new Adam(model, { lr, weightDecay: 0.01 }),
  AdamW: (model, { lr }) => new AdamW(model, { lr, weightDecay: 0.1 }),
  RMSProp: 'RMSProp',
  'RMSProp with everything': (model, { lr }) =>
    new RMSProp(model, { lr, momentum: 0.9, weightDecay: 0.01 }),
  AdaGrad: (model, { lr }) => new AdaGrad(model, { lr, weightDecay: 0.01 }),
};
const activations: readonly ActivationName[] = [
  ...(['ReLU', 'LeakyReLU', 'Tanh', 'Sigmoid', 'Softplus'] as const),
  ...(['SiLU', 'Square', 'ELU', 'GELU', 'Sin'] as const),
];
const runs: Record<string, TrainerOptions> = {
  ...Object.fromEntries(
    Object.entries(optimizers).map(([name, optimizer]) => [
      name,
      { model: [2, 5, 3, 1], optimizer, learningRate: 0.02 },
    ]),
  ),
  ...Object.fromEntries(
    activations.map((activation) => [
      activation,
      { model: [2, 7, 7, 1], activation, learningRate: 0.03 },
    ]),
  ),
  logits: { loss: 'BinaryCrossEntropyWithLogits', batchSize: 'full' },
  'three classes': { data: 'blobs' },
  regression: { data: 'plane', learningRate: 0.01 },
  'regression with Huber': { data: 'sine', loss: 'Huber', reduction: 'sum', learningRate: 0.01 },
  'layers without kernels': {
    loss: 'BinaryCrossEntropyWithLogits',
    model: (rng) =>
      new Sequential([
        new Linear(2, 6, { rng }),
        new LayerNorm(6),
        new Residual(new Sequential([new Linear(6, 6, { rng }), new Tanh()])),
        new Dropout({ p: 0.2 }),
        new Linear(6, 1, { rng }),
      ]),
  },
};

describe('twenty epochs', () => {
  it.each(Object.entries(runs))('end with the same bits under both kernels: %s', (_, options) => {
    const [wasm, plain] = both.map((name) => {
      kernels.use(name);
      return train(options);
    });
    expect(plain).toBe(wasm);
  });

  it('diverge at the same place under both kernels', () => {
    const [wasm, plain] = both.map((name) => {
      kernels.use(name);
      const trainer = createTrainer({ data: 'plane', learningRate: 50, seed: 3 });
      trainer.step('epoch', 20);
      return { ...trainer.getSnapshot(), bits: bitsOf(trainer) };
    });
    expect(wasm).toMatchObject({ status: 'diverged' });
    expect(plain).toEqual(wasm);
  });
});

describe.each(both)('a class of a reader’s own, with %s kernels', (name) => {
  class Raised extends Tanh {
    override value(x: number) {
      return super.value(x) + 1;
    }
    override slope(y: number) {
      return super.slope(y - 1);
    }
  }
  class Strict extends MeanSquaredError {
    override value(p: number, t: number) {
      return 5 * super.value(p, t);
    }
    override slope(p: number, t: number) {
      return 5 * super.slope(p, t);
    }
  }

  it('computes what it says, not what the class does that it extends', () => {
    kernels.use(name);
    const layer = new Raised();
    expect(layer.forward([[0, 30]]).toArray()).toEqual([[1, 2]]);
    expect(layer.backward([[2, 4]]).toArray()).toEqual([[2, 0]]);
    const loss = new Strict();
    expect(loss.forward([[3]], [[1]])).toBe(20);
    expect(loss.backward().toArray()).toEqual([[20]]);
  });
});
