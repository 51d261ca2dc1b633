// Options that nobody should write: each gives a run that trains, or an error in words.
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  activationNames,
  createDataset,
  datasets,
  fromPoints,
  split,
  toJSON,
} from '../../src/engine';
import { createTrainer, type TrainerOptions } from '../../src/trainer';
import { attempt, fuzz, nonsense } from '../support/fuzz';

const oneOf = (...values: unknown[]) => fc.constantFrom(...values);
const size = fc.integer({ min: 1, max: 6 });

/** For each option, what makes sense by itself; the others are drawn from nonsense. */
const sensible: Record<keyof TrainerOptions, fc.Arbitrary<unknown>> = {
  model: fc.oneof(
    fc.array(size, { minLength: 0, maxLength: 4 }).map((hidden) => [2, ...hidden, 1]),
    fc.array(size, { minLength: 2, maxLength: 4 }),
    oneOf(
      [2, 1e9, 1],
      [2, 2 ** 31, 2 ** 31, 1],
      [2, 1e6, 1e6, 1],
      () => 3,
      new Array(5000).fill(2),
    ),
  ),
  activation: fc.oneof(
    oneOf(...activationNames),
    fc.array(oneOf(...activationNames, 'relu', 'None'), { maxLength: 4 }),
  ),
  features: fc.array(oneOf('x', 'y', 'x2', 'y2', 'xy', 'sinX', 'sinY', 'z'), { maxLength: 4 }),
  dropout: fc.double({ min: 0, max: 1 }),
  initialization: oneOf('default', 'zeros', 'xavier', 'he'),
  data: oneOf(...Object.keys(datasets), 'moon', createDataset('xor', { n: 12 })),
  points: fc.oneof(fc.integer({ min: 1, max: 60 }), oneOf(0, 1, 2, 1e9, 2 ** 53)),
  noise: fc.double({ min: 0, max: 1, noNaN: true }),
  testRatio: fc.double({ min: 0, max: 1, noNaN: true }),
  loss: oneOf(
    ...['BinaryCrossEntropy', 'BinaryCrossEntropyWithLogits', 'MeanSquaredError'],
    ...['Huber', 'CrossEntropy', 'loss'],
  ),
  reduction: oneOf('mean', 'sum', 'none'),
  optimizer: oneOf('SGD', 'Adam', 'AdamW', 'RMSProp', 'AdaGrad', 'adam', () => null),
  optimizerOptions: fc.record(
    {
      momentum: fc.double(),
      nesterov: fc.boolean(),
      weightDecay: fc.double({ min: 0, max: 1 }),
      betas: fc.tuple(fc.double(), fc.double()),
      alpha: fc.double(),
      eps: fc.double(),
    },
    { requiredKeys: [] },
  ),
  learningRate: fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), oneOf(1e300, 1e-300)),
  schedule: fc.oneof(
    oneOf(
      () => 1,
      () => NaN,
      () => -1,
      'cosine',
    ),
    fc.record({ name: oneOf('step', 'cosine', 'warmup'), stepSize: nonsense, epochs: nonsense }),
  ),
  l1: fc.double({ min: 0, max: 1, noNaN: true }),
  l2: fc.double({ min: 0, max: 1, noNaN: true }),
  batchSize: fc.oneof(fc.integer({ min: 1, max: 100 }), oneOf('full', 1e12)),
  zeroGrad: fc.boolean(),
  shuffle: fc.boolean(),
  seed: fc.integer(),
  dataSeed: fc.integer(),
  weights: oneOf(
    toJSON(createTrainer({ data: 'moons', points: 10, model: [2, 3, 1] }).model),
    toJSON(createTrainer({ data: 'moons', points: 10, model: [2, 1] }).model),
  ),
  posterEpoch: fc.oneof(fc.nat(12), oneOf(1e9, 0.5)),
  autoplay: fc.boolean(),
  speed: fc.oneof(fc.double({ min: 0.1, max: 1000, noNaN: true }), oneOf(Infinity, 0)),
  stopWhen: fc.oneof(
    fc.record({ epoch: nonsense, loss: nonsense, accuracy: nonsense }, { requiredKeys: [] }),
    oneOf(
      () => true,
      () => 'yes',
    ),
  ),
};

// A few at a time, since one that is refused hides the others.
const options = fc
  .subarray(Object.keys(sensible) as (keyof TrainerOptions)[], { maxLength: 6 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((name) => [
          name,
          fc.oneof({ weight: 8, arbitrary: sensible[name] }, { weight: 1, arbitrary: nonsense }),
        ]),
      ),
    ),
  ) as fc.Arbitrary<TrainerOptions>;

/** No number that a reader could see is anything but a number. */
function checkRun(trainer: ReturnType<typeof createTrainer>) {
  const { loss, testLoss, accuracy, status } = trainer.getSnapshot();
  expect(Number.isFinite(loss)).toBe(true);
  for (const value of [testLoss, accuracy]) if (value !== null) expect(value).not.toBeNaN();
  if (status === 'diverged') expect(trainer.getSnapshot().divergence?.message).toMatch(/\w+/);
  for (const { value } of trainer.model.parameters()) {
    expect(value.data.every(Number.isFinite)).toBe(true);
  }
}

// What is asked for is small, unless a nonsense size slipped through.
describe('a run of random options', () => {
  fuzz('trains, or says what to mend', options, (given) => {
    const trainer = attempt(() => createTrainer({ points: 24, ...given }));
    if (!trainer) return;
    checkRun(trainer);
    for (const unit of ['layer', 'batch', 'epoch'] as const) attempt(() => trainer.step(unit));
    checkRun(trainer);
    attempt(() => trainer.seek(0));
    trainer.reset();
    checkRun(trainer);
  });

  fuzz(
    'keeps its weights, data and history where a change is refused',
    fc.tuple(options, options),
    ([given, change]) => {
      const trainer = attempt(() => createTrainer({ points: 24, ...given }));
      if (!trainer) return;
      attempt(() => trainer.step('epoch'));
      const before = {
        ...trainer.getSnapshot(),
        weights: trainer.model.parameters().map(({ value }) => [...value.data]),
        points: trainer.data.x.shape[0],
        history: trainer.history,
      };
      let refused = true;
      attempt(() => {
        trainer.set(change);
        refused = false;
      });
      if (!refused) return checkRun(trainer);
      expect({
        ...trainer.getSnapshot(),
        weights: trainer.model.parameters().map(({ value }) => [...value.data]),
        points: trainer.data.x.shape[0],
        history: trainer.history,
      }).toEqual(before);
    },
  );
});

describe('data of random numbers', () => {
  const number = fc.oneof(
    fc.double(),
    fc.double({ min: -6, max: 6, noNaN: true }),
    fc.constantFrom<unknown>(1e308, -1e308, 5e-324, '1', null, undefined),
  );
  const points = fc.array(
    fc.record({ x: number, y: number, label: fc.oneof(fc.nat(3), number) }, { requiredKeys: [] }),
    { maxLength: 12 },
  );

  fuzz('is a data set to train on, or an error in words', points, (list) => {
    const data = attempt(() => fromPoints(list as never));
    if (!data) return;
    for (const value of [...data.x.data, ...data.y.data]) expect(Number.isFinite(value)).toBe(true);
    const { x, y } = data.domain;
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(x[0]).toBeLessThan(x[1]);
    expect(y[0]).toBeLessThan(y[1]);
    const trainer = attempt(() => createTrainer({ data, model: [2, 3, outputs(data)] }));
    if (!trainer) return;
    attempt(() => trainer.step('epoch', 2));
    checkRun(trainer);
  });

  fuzz(
    'is split without losing a point',
    fc.tuple(fc.integer({ min: 1, max: 50 }), fc.oneof(fc.double(), nonsense), nonsense),
    ([n, ratio, seed]) => {
      const whole = createDataset('moons', { n });
      const parts = attempt(() => split(whole, ratio as number, seed as number));
      if (!parts) return;
      const rows = ({ x }: typeof whole) => x.toArray() as number[][];
      const all = [...rows(parts.train), ...(parts.test ? rows(parts.test) : [])];
      expect(all.map(String).sort()).toEqual(rows(whole).map(String).sort());
    },
    { all: 10_000, share: 200 },
  );
});

function outputs({ task, classes }: { task: string; classes: number }): number {
  return task === 'multiclass' ? classes : 1;
}
