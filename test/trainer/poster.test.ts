// A run that is first shown at a later epoch: trained up to it, or with saved weights.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Linear,
  PancakeError,
  Sequential,
  Sigmoid,
  createTrainer,
  toJSON,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { takeOverFrames, type FakeFrames } from '../support/fake-frames';

let frames: FakeFrames;
let restore: () => void;
beforeEach(() => ({ frames, restore } = takeOverFrames()));
afterEach(() => restore());

const moons: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1], seed: 7 };
const adam: TrainerOptions = { ...moons, optimizer: 'Adam' };

function trained(options: TrainerOptions, epochs: number): Trainer {
  const trainer = createTrainer(options);
  if (epochs) trainer.step('epoch', epochs);
  return trainer;
}

const weightsOf = ({ model }: Trainer) => model.parameters().map(({ value }) => [...value.data]);

describe.each([
  ['SGD', moons],
  ['Adam', adam],
])('posterEpoch, with %s', (_, options) => {
  it('is where the run is when it is made: the same as if it had been trained by hand', () => {
    const poster = createTrainer({ ...options, posterEpoch: 30 });
    const byHand = trained(options, 30);
    expect(poster.getSnapshot()).toEqual(byHand.getSnapshot());
    expect(poster.getSnapshot()).toMatchObject({ status: 'paused', epoch: 30, lastEpoch: 30 });
    expect(weightsOf(poster)).toEqual(weightsOf(byHand));
    expect(poster.history).toEqual(byHand.history);
  });

  it('is gone on from, and back from', () => {
    const poster = createTrainer({ ...options, posterEpoch: 30 });
    const byHand = trained(options, 35);
    poster.play();
    frames.run(1);
    poster.pause();
    poster.seek(35);
    expect(weightsOf(poster)).toEqual(weightsOf(byHand));
    poster.seek(12);
    expect(weightsOf(poster)).toEqual(weightsOf(trained(options, 12)));
  });
});

describe('posterEpoch', () => {
  it('is not where a reset, new weights or new data go', () => {
    const poster = createTrainer({ ...moons, posterEpoch: 30 });
    for (const start of ['reset', 'newWeights', 'newData'] as const) {
      poster[start]();
      expect(poster.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0, lastEpoch: 0 });
      poster.step('epoch', 3);
    }
    poster.newWeights(7);
    expect(weightsOf(poster)).toEqual(weightsOf(createTrainer(moons)));
  });

  it('changes nothing later, and does not start the run over', () => {
    const run = trained(moons, 5);
    run.set({ posterEpoch: 30 });
    expect(run.now.epoch).toBe(5);
    expect(run.options.posterEpoch).toBe(30);
  });

  it('ends where the stop rule or a divergence does', () => {
    const done = createTrainer({ ...moons, posterEpoch: 30, stopWhen: { epoch: 12 } });
    expect(done.getSnapshot()).toMatchObject({ status: 'done', epoch: 12 });
    const lost = createTrainer({
      data: 'plane',
      model: [2, 1],
      learningRate: 50,
      posterEpoch: 400,
    });
    expect(lost.getSnapshot().status).toBe('diverged');
    expect(lost.getSnapshot().epoch).toBeLessThan(400);
  });

  it.each([-1, 2.5, NaN, Infinity, '3'])('refuses %j', (posterEpoch) => {
    const make = () => createTrainer({ ...moons, posterEpoch: posterEpoch as number });
    expect(make).toThrow(PancakeError);
    expect(make).toThrow(/posterEpoch is .*; it must be a whole number of epochs/);
  });

  it('refuses what would take too long, by a count and not by a clock, and says how far it may go', () => {
    const most = (options: TrainerOptions) => {
      try {
        createTrainer({ ...options, posterEpoch: 1e9 });
      } catch (error) {
        expect(error).toBeInstanceOf(PancakeError);
        return Number(/may be at epoch (\d+) at most/.exec((error as Error).message)![1]);
      }
      throw new Error('it was not refused');
    };
    // For each point 6 for each of 17 parameters and 150 for each of 5 neurons and the loss; 2000 for each
    // of 4 layers in each of 4 batches; and half of that for a pass over all 40 points at once.
    const perPoint = 6 * 17 + 150 * (5 + 1);
    const perEpoch = 32 * perPoint + 4 * 4 * 2000 + (40 * perPoint + 4 * 2000) / 2;
    expect(most(moons)).toBe(Math.floor(600e6 / perEpoch));
    expect(most({ ...moons, batchSize: 'full' })).toBeGreaterThan(1.2 * most(moons));
    expect(most({ ...moons, model: [2, 64, 64, 1] })).toBeLessThan(most(moons));
    const all = { ...moons, model: [2, 64, 64, 64, 1], points: 2000 };
    expect(createTrainer({ ...all, posterEpoch: most(all) }).now.epoch).toBe(most(all));
    expect(() => createTrainer({ ...all, posterEpoch: most(all) + 1 })).toThrow(/too much work/);
  });

  it('needs a model that it can make anew', () => {
    const model = new Sequential([new Linear(2, 1), new Sigmoid()]);
    expect(() => createTrainer({ data: 'moons', model, posterEpoch: 3 })).toThrow(
      /model is a Sequential, which is trained in place; with posterEpoch it must be/,
    );
    const build = () => new Sequential([new Linear(2, 1), new Sigmoid()]);
    expect(createTrainer({ data: 'moons', model: build, posterEpoch: 3 }).now.epoch).toBe(3);
  });
});

describe('saved weights', () => {
  const saved = () => toJSON(trained(moons, 50).model);

  it.each([
    ['an object', saved],
    ['text', () => JSON.stringify(saved())],
  ])('are those of the model at the epoch, without training: as %s', (_, make) => {
    // Too many epochs to train.
    const run = createTrainer({ ...moons, posterEpoch: 100_000, weights: make() });
    const at50 = trained(moons, 50);
    expect(run.getSnapshot()).toMatchObject({
      status: 'paused',
      epoch: 100_000,
      step: 400_000,
      firstEpoch: 100_000,
      loss: at50.now.loss,
      accuracy: at50.now.accuracy,
    });
    expect(weightsOf(run)).toEqual(weightsOf(at50));
  });

  it('go on as the run that they were saved from', () => {
    const run = createTrainer({ ...moons, posterEpoch: 50, weights: saved() });
    run.step('epoch', 20);
    const byHand = trained(moons, 70);
    expect(weightsOf(run)).toEqual(weightsOf(byHand));
    expect(run.history.slice(50)).toEqual(byHand.history.slice(50));
    run.seek(55);
    expect(run.now.loss).toBe(byHand.history[55]!.loss);
  });

  it('leave out the epochs before, which nobody measured, but for the first', () => {
    const run = createTrainer({ ...moons, posterEpoch: 50, weights: saved() });
    const losses = run.curves.curve('loss');
    expect(losses).toHaveLength(51);
    expect(losses[0]).toBe(createTrainer(moons).now.loss);
    expect([...losses.subarray(1, 50)].every(Number.isNaN)).toBe(true);
    expect(losses[50]).toBe(trained(moons, 50).now.loss);
    expect(() => run.seek(20)).toThrow(/began with saved weights, at epoch 50/);
  });

  it('are not where a reset goes', () => {
    const run = createTrainer({ ...moons, posterEpoch: 50, weights: saved() });
    run.reset();
    expect(run.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0, firstEpoch: 0 });
    expect(weightsOf(run)).toEqual(weightsOf(createTrainer(moons)));
    run.step('epoch', 2);
    expect(weightsOf(run)).toEqual(weightsOf(trained(moons, 2)));
  });

  it('are taken of epoch 0 if no epoch is given', () => {
    const run = createTrainer({ ...moons, weights: saved() });
    expect(run.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0 });
    expect(weightsOf(run)).toEqual(weightsOf(trained(moons, 50)));
  });

  it.each([
    ['no saved model', { format: 'other' }, /weights got .* it must be what toJSON gave/],
    ['text that is no JSON', 'weights', /weights got text that is not JSON/],
    [
      'another activation',
      toJSON(createTrainer({ ...moons, activation: 'Tanh' }).model),
      /weights: model.layers\[1\] is saved as "Tanh"; the model has ReLU there/,
    ],
    [
      'another size',
      toJSON(createTrainer({ ...moons, model: [2, 5, 1] }).model),
      /weights: model.layers\[0\].parameters.weight has the shape .*5.*2.*; Linear\(2, 4\) needs/,
    ],
    [
      'another depth',
      toJSON(createTrainer({ ...moons, model: [2, 4, 4, 1] }).model),
      /weights: model.layers is .*; the model has 4 there/,
    ],
  ])('are refused if they are %s', (_, weights, message) => {
    const make = () => createTrainer({ ...moons, posterEpoch: 50, weights: weights as string });
    expect(make).toThrow(PancakeError);
    expect(make).toThrow(message);
  });
});
