// Putting a run aside, and bringing it back: to the bit, or with its weights at least.
import { describe, expect, it } from 'vitest';
import {
  Linear,
  Sequential,
  Sigmoid,
  createTrainer,
  failures,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { applyRemedy, putAside, replaceOptions } from '../../src/trainer';

const bits = (trainer: Trainer) => trainer.model.parameters().map(({ value }) => value.toArray());

describe('a run that follows from its options', () => {
  const cases: [string, TrainerOptions][] = [
    ['the defaults', {}],
    ['other data', { data: 'xor', noise: 0.3, dataSeed: 3, points: 60, seed: 5 }],
    ['an optimizer with a memory', { optimizer: 'Adam', schedule: { name: 'step', stepSize: 5 } }],
    ['dropout', { dropout: 0.2, activation: ['Tanh', 'ReLU'] }],
    [
      'a function that builds the model',
      { model: (rng) => new Sequential([new Linear(2, 1, { rng }), new Sigmoid()]) },
    ],
    ['a stop rule', { stopWhen: { epoch: 10 } }],
  ];
  it.each(cases)('comes back whole: %s', (_, options) => {
    const trainer = createTrainer(options);
    trainer.step('epoch', 10);
    const before = { now: trainer.now, bits: bits(trainer), history: trainer.history };
    const bringBack = putAside(trainer);
    replaceOptions(trainer, failures.deadReLU.options);
    trainer.step('epoch', 3);
    expect(bringBack()).toBe('whole');
    expect(trainer.now).toEqual(before.now);
    expect(bits(trainer)).toEqual(before.bits);
    expect(trainer.history).toEqual(before.history);
    for (const [name, value] of Object.entries(options)) {
      expect(trainer.options[name as keyof TrainerOptions]).toEqual(value);
    }
  });

  it('ends the epoch that it is in, and is paused there', () => {
    const trainer = createTrainer();
    trainer.step('batch', 3);
    const bringBack = putAside(trainer);
    expect(trainer.progress).toBe(1);
    replaceOptions(trainer, failures.symmetry.options);
    expect(bringBack()).toBe('whole');
    expect(trainer.now).toMatchObject({ epoch: 1, status: 'paused' });
  });

  it('comes back to the epoch that it had gone back to, with those after it', () => {
    const trainer = createTrainer();
    trainer.step('epoch', 12);
    trainer.seek(5);
    const loss = trainer.now.loss;
    const bringBack = putAside(trainer);
    replaceOptions(trainer, failures.symmetry.options);
    expect(bringBack()).toBe('whole');
    expect(trainer.now).toMatchObject({ epoch: 5, loss });
    expect(trainer.getSnapshot().lastEpoch).toBe(12);
  });

  it('comes back with its weights alone if it would take too long to train it again', () => {
    const begin = () => createTrainer({ model: [2, 1], points: 100, batchSize: 'full' });
    // All points, those of the test data left out, in so many epochs: half a million.
    const most = 500_000 / begin().data.x.shape[0]!;
    for (const [epochs, how] of [
      [Math.floor(most), 'whole'],
      [Math.floor(most) + 1, 'weights'],
    ] as const) {
      const trainer = begin();
      trainer.step('epoch', epochs);
      const before = bits(trainer);
      const bringBack = putAside(trainer);
      replaceOptions(trainer, failures.symmetry.options);
      expect(bringBack()).toBe(how);
      expect(bits(trainer)).toEqual(before);
      expect(trainer.now.epoch).toBe(how === 'whole' ? epochs : 0);
    }
  });

  it('that has not begun comes back as it was, from a model of its author too', () => {
    for (const model of [[2, 1], new Sequential([new Linear(2, 1), new Sigmoid()])]) {
      const trainer = createTrainer({ model });
      const before = bits(trainer);
      const bringBack = putAside(trainer);
      replaceOptions(trainer, failures.symmetry.options);
      expect(bringBack()).toBe('whole');
      expect(bits(trainer)).toEqual(before);
    }
  });

  it('comes back diverged if it was', () => {
    const trainer = createTrainer({ data: 'plane', learningRate: 1e6 });
    trainer.step('epoch', 50);
    const before = trainer.getSnapshot();
    const bringBack = putAside(trainer);
    replaceOptions(trainer, failures.symmetry.options);
    bringBack();
    expect(trainer.getSnapshot()).toEqual(before);
  });
});

describe('a run that was changed on its way', () => {
  it('comes back with its weights and options', () => {
    const trainer = createTrainer({ data: 'circles' });
    trainer.step('epoch', 5);
    trainer.set({ learningRate: 0.02 });
    trainer.setParameter('0.weight', 1, 0.75);
    trainer.step('epoch', 5);
    const before = { bits: bits(trainer), loss: trainer.now.loss };
    const bringBack = putAside(trainer);
    replaceOptions(trainer, failures.overfitting.options);
    trainer.step('epoch', 2);
    expect(bringBack()).toBe('weights');
    expect(bits(trainer)).toEqual(before.bits);
    expect(trainer.now).toMatchObject({ epoch: 0, loss: before.loss });
    expect(trainer.options).toMatchObject({ data: 'circles', learningRate: 0.02 });
  });

  it('and one with a model that its author built, even after a remedy started it over', () => {
    const model = new Sequential([
      new Linear(2, 3),
      new Sigmoid(),
      new Linear(3, 1),
      new Sigmoid(),
    ]);
    const trainer = createTrainer({ model });
    trainer.step('epoch', 8);
    const before = bits(trainer);
    const bringBack = putAside(trainer);
    applyRemedy(trainer, { learningRate: 0.01 });
    trainer.step('epoch', 2);
    expect(bringBack()).toBe('weights');
    expect(bits(trainer)).toEqual(before);
    expect(trainer.model).toBe(model);
    expect(trainer.options.learningRate).toBeUndefined();
  });
});

it('other options replace all that were in force', () => {
  const trainer = createTrainer({
    l2: 0.1,
    dropout: 0.3,
    stopWhen: { epoch: 3 },
    features: ['x', 'y'],
  });
  replaceOptions(trainer, { data: 'circles', model: [2, 3, 1] });
  const given = Object.entries(trainer.options).filter(([, value]) => value !== undefined);
  expect(Object.fromEntries(given)).toMatchObject({ data: 'circles', model: [2, 3, 1] });
  expect(trainer.options).toMatchObject({
    l2: undefined,
    stopWhen: undefined,
    features: undefined,
  });
  expect(trainer.model.layers.some(({ type }) => type === 'Dropout')).toBe(false);
});
