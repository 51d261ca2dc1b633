// What a reader can do with a run, besides letting it play.
import { describe, expect, it } from 'vitest';
import {
  Adam,
  BinaryCrossEntropy,
  Linear,
  PancakeError,
  ReLU,
  Sequential,
  Sigmoid,
  createRng,
  createTrainer,
  datasets,
  split,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { readMeasurement } from '../../src/trainer/history';
import { measure } from '../../src/trainer/measure';

const weights = (trainer: Trainer) =>
  trainer.model.parameters().map(({ value }) => [...value.data]);
const small: TrainerOptions = { data: 'moons', points: 40, model: [2, 4, 1] };

describe('defaults', () => {
  it('are a 2-10-10-1 network on two moons', () => {
    const trainer = createTrainer();
    expect(trainer.model.describe()).toBe(
      'Sequential(Linear(2, 10), ReLU, Linear(10, 10), ReLU, Linear(10, 1), Sigmoid)',
    );
    expect(trainer.data.x.shape).toEqual([160, 2]);
    expect(trainer.testData!.x.shape).toEqual([40, 2]);
    expect(trainer.loss.describe()).toBe('BinaryCrossEntropy');
    expect(trainer.optimizer.type).toBe('SGD');
    expect(trainer.getSnapshot()).toMatchObject({
      status: 'idle',
      epoch: 0,
      step: 0,
      lastEpoch: 0,
      learningRate: 0.1,
      batchSize: 10,
    });
  });

  it.each([
    ['blobs', 'CrossEntropy', 3],
    ['spirals', 'CrossEntropy', 3],
    ['plane', 'MeanSquaredError', 1],
    ['simple', 'BinaryCrossEntropy', 1],
  ] as const)('fit the model and the loss to %s', (data, loss, outputs) => {
    const trainer = createTrainer({ data });
    expect(trainer.loss.type).toBe(loss);
    expect(trainer.predict(trainer.data.x).shape).toEqual([trainer.data.x.shape[0], outputs]);
    const before = trainer.getSnapshot().loss;
    trainer.step('epoch', 20);
    expect(trainer.getSnapshot().loss).toBeLessThan(before);
  });

  it('learn the two moons', () => {
    const trainer = createTrainer();
    trainer.step('epoch', 200);
    expect(trainer.getSnapshot().accuracy).toBeGreaterThan(0.97);
  });
});

describe('step', () => {
  it('goes through a training step a layer at a time, with the numbers of a whole one', () => {
    const [whole, parts] = [createTrainer(small), createTrainer(small)];
    whole.step('batch');
    const phases: string[] = [];
    do {
      parts.step('layer');
      const { kind, layer } = parts.getSnapshot().phase;
      phases.push(`${kind} ${layer ?? ''}`.trim());
    } while (parts.getSnapshot().step === 0);
    expect(phases).toEqual([
      'forward 0',
      'forward 1',
      'forward 2',
      'forward 3',
      'loss',
      'backward 3',
      'backward 2',
      'backward 1',
      'backward 0',
      'between',
    ]);
    expect(weights(parts)).toEqual(weights(whole));
  });

  it('takes batches until the epoch is over; the last one is as large as what is left', () => {
    const trainer = createTrainer({ ...small, testRatio: 0, points: 25, batchSize: 10 });
    trainer.step('batch', 2);
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 0, step: 2 });
    trainer.step('batch');
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 1, step: 3 });
  });

  it('finishes an epoch that has begun', () => {
    const trainer = createTrainer(small);
    trainer.step('batch');
    trainer.step('layer', 3);
    trainer.step('epoch');
    expect(trainer.getSnapshot()).toMatchObject({ status: 'paused', epoch: 1 });
  });

  it('takes the points in another order in each epoch, and the same one in each run', () => {
    const ordered = createTrainer({ ...small, shuffle: false });
    const [a, b] = [createTrainer(small), createTrainer(small)];
    for (const trainer of [ordered, a, b]) trainer.step('epoch', 3);
    expect(weights(a)).toEqual(weights(b));
    expect(weights(a)).not.toEqual(weights(ordered));
  });

  it('refuses units and numbers that make no sense', () => {
    const trainer = createTrainer(small);
    expect(() => trainer.step('minute' as 'epoch')).toThrow(
      `step got the unit "minute"; it must be 'layer', 'batch' or 'epoch'`,
    );
    expect(() => trainer.step('epoch', 0)).toThrow(PancakeError);
    expect(() => trainer.step('epoch', 1.5)).toThrow(PancakeError);
  });
});

describe('starting over', () => {
  it('reset goes back to the same weights, and trains to the same numbers', () => {
    const trainer = createTrainer(small);
    const first = weights(trainer);
    trainer.step('epoch', 4);
    const later = weights(trainer);
    const { history } = trainer;
    trainer.reset();
    expect(weights(trainer)).toEqual(first);
    expect(trainer.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0, step: 0 });
    expect(trainer.history).toHaveLength(1);
    trainer.step('epoch', 4);
    expect(weights(trainer)).toEqual(later);
    expect(trainer.history).toEqual(history);
  });

  it('new weights are others, and reset then goes back to those', () => {
    const trainer = createTrainer(small);
    const first = weights(trainer);
    trainer.newWeights();
    const second = weights(trainer);
    expect(second).not.toEqual(first);
    trainer.step();
    trainer.reset();
    expect(weights(trainer)).toEqual(second);
    trainer.newWeights(0);
    expect(weights(trainer)).toEqual(first);
  });

  it('new weights reach a model that was given ready-made', () => {
    const model = new Sequential([new Linear(2, 3), new ReLU(), new Linear(3, 1), new Sigmoid()]);
    const trainer = createTrainer({ ...small, model });
    const first = weights(trainer);
    trainer.newWeights();
    expect(trainer.model).toBe(model);
    expect(weights(trainer)).not.toEqual(first);
  });

  it('new data is other data, with the same weights', () => {
    const trainer = createTrainer(small);
    const [first, points] = [weights(trainer), trainer.data.x.toArray()];
    trainer.step('epoch', 2);
    trainer.newData();
    expect(weights(trainer)).toEqual(first);
    expect(trainer.data.x.toArray()).not.toEqual(points);
    expect(trainer.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0 });
    trainer.newData(0);
    expect(trainer.data.x.toArray()).toEqual(points);
  });
});

describe('history and seek', () => {
  it('notes the loss and the accuracy at the end of each epoch, from the untrained model on', () => {
    const trainer = createTrainer(small);
    for (let epoch = 0; epoch <= 5; epoch++) {
      const judged = new Float64Array(4);
      measure(judged, trainer.model, {
        ...trainer.options,
        loss: trainer.loss,
        train: trainer.data,
        test: trainer.testData,
      } as never);
      expect(trainer.history).toHaveLength(epoch + 1);
      expect(trainer.history[epoch]).toEqual({ epoch, ...readMeasurement(judged) });
      trainer.step();
    }
  });

  it('goes back to any epoch and on from there with the same numbers', () => {
    const trainer = createTrainer({ ...small, optimizer: 'Adam' });
    const at: number[][][] = [weights(trainer)];
    for (let epoch = 1; epoch <= 150; epoch++) {
      trainer.step();
      at.push(weights(trainer));
    }
    for (const epoch of [149, 3, 77, 0, 150, 64]) {
      trainer.seek(epoch);
      expect(trainer.getSnapshot().epoch).toBe(epoch);
      expect(weights(trainer)).toEqual(at[epoch]);
    }
    trainer.step('epoch', 10);
    expect(weights(trainer)).toEqual(at[74]);
    expect(trainer.getSnapshot().lastEpoch).toBe(150);
  });

  it('repeats a change of the learning rate on the way, and branches off at a new one', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 3);
    trainer.step('batch');
    trainer.set({ learningRate: 0.5 });
    trainer.step('epoch', 4);
    const end = weights(trainer);
    trainer.seek(2);
    expect(trainer.getSnapshot().learningRate).toBe(0.1);
    trainer.seek(7);
    expect(weights(trainer)).toEqual(end);
    expect(trainer.getSnapshot().learningRate).toBe(0.5);

    trainer.seek(2);
    trainer.set({ batchSize: 'full' });
    expect(trainer.getSnapshot().lastEpoch).toBe(2);
    trainer.step('epoch', 5);
    expect(weights(trainer)).not.toEqual(end);
  });

  it('refuses epochs that the run has not been through', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 2);
    expect(() => trainer.seek(3)).toThrow(
      'seek got 3; it must be a whole number from 0 to 2, the epochs so far',
    );
    expect(() => trainer.seek(0.5)).toThrow(PancakeError);
  });
});

describe('set', () => {
  it('changes the learning rate and the batch size with the weights kept', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 2);
    const before = weights(trainer);
    trainer.set({ learningRate: 0.3, batchSize: 4 });
    expect(weights(trainer)).toEqual(before);
    trainer.step('batch');
    expect(trainer.optimizer.lr).toBe(0.3);
    expect(trainer.getSnapshot()).toMatchObject({ batchSize: 4, epoch: 2 });
  });

  it('tells the epoch at hand by the new loss or data, so that history and figures agree', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 2);
    trainer.set({ loss: 'MeanSquaredError' });
    expect(trainer.history.at(-1)).toMatchObject({ epoch: 2, loss: trainer.getSnapshot().loss });
    trainer.set({ data: 'xor' });
    expect(trainer.history.at(-1)).toMatchObject({ epoch: 2, loss: trainer.getSnapshot().loss });
    expect(trainer.history).toHaveLength(3);
  });

  it('takes a schedule for the learning rate', () => {
    const trainer = createTrainer({ ...small, schedule: (epoch) => 1 / (1 + epoch) });
    trainer.step('epoch', 4);
    expect(trainer.optimizer.lr).toBeCloseTo(0.1 / 4, 15);
  });

  it('goes on with other data if the model fits it, and starts over if not', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 2);
    const before = weights(trainer);
    trainer.set({ data: 'circles' });
    expect(weights(trainer)).toEqual(before);
    expect(trainer.getSnapshot().epoch).toBe(2);

    trainer.set({ data: 'blobs', model: undefined });
    expect(trainer.getSnapshot()).toMatchObject({ epoch: 0 });
    expect(trainer.loss.type).toBe('CrossEntropy');
  });

  it('starts over with another model', () => {
    const trainer = createTrainer(small);
    trainer.step();
    trainer.set({ model: [2, 6, 6, 1], activation: ['Tanh', 'Sin'] });
    expect(trainer.model.describe()).toBe(
      'Sequential(Linear(2, 6), Tanh, Linear(6, 6), Sin, Linear(6, 1), Sigmoid)',
    );
    expect(trainer.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0 });
  });

  it('starts over with another model that has dropout', () => {
    const trainer = createTrainer(small);
    trainer.step();
    trainer.set({ model: [2, 6, 1], dropout: 0.5 });
    expect(trainer.model.describe()).toBe(
      'Sequential(Linear(2, 6), ReLU, Dropout(0.5), Linear(6, 1), Sigmoid)',
    );
    expect(trainer.getSnapshot()).toMatchObject({ status: 'idle', epoch: 0 });
  });

  it('goes back to the default when an option is taken away', () => {
    const trainer = createTrainer({ ...small, learningRate: 0.7 });
    trainer.set({ learningRate: undefined });
    expect(trainer.getSnapshot().learningRate).toBe(0.1);
  });

  it('changes nothing when an option makes no sense', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 2);
    const state = () => [weights(trainer), trainer.getSnapshot(), trainer.options, trainer.marks];
    const before = state();
    for (const options of [
      { learningRate: -1 },
      { batchSize: 0 },
      { data: 'moon' },
      { model: [2, 3] },
      { loss: 'CrossEntropy' },
      { speed: 0 },
      { model: [2, 5, 2], learningRate: 1 },
      { dropout: 2, learningRate: 1 },
      { dropout: 2, activation: 'Tanh' },
      { dropout: 2, data: 'blobs' },
    ] as unknown as TrainerOptions[]) {
      expect(() => trainer.set(options)).toThrow(PancakeError);
    }
    expect(state()).toEqual(before);
  });
});

describe('options', () => {
  it('take a ready-made model, data already split, a loss and a function for the optimizer', () => {
    const model = new Sequential([new Linear(2, 1, { rng: createRng(3) }), new Sigmoid()]);
    const { train, test } = split(datasets.gauss({ n: 30 }), 0.3, 1);
    const trainer = createTrainer({
      model,
      data: { train, test },
      loss: new BinaryCrossEntropy({ reduction: 'sum' }),
      optimizer: (layer, { lr }) => new Adam(layer, { lr, betas: [0.8, 0.9] }),
    });
    expect(trainer.model).toBe(model);
    expect(trainer.data).toBe(train);
    expect(trainer.testData).toBe(test);
    trainer.step('epoch', 5);
    expect(trainer.optimizer).toBeInstanceOf(Adam);
  });

  it('take a whole data set for training, without a test part', () => {
    const data = datasets.gauss({ n: 30 });
    const trainer = createTrainer({ data });
    expect(trainer.data).toBe(data);
    expect(trainer.getSnapshot()).toMatchObject({ testLoss: null, testAccuracy: null });
  });

  it.each([
    [
      { model: [2, 3] },
      'model gives 3 outputs a point; the data needs one, so the last size must be 1',
    ],
    [{ data: 'blobs', model: [2, 1] }, 'the data has 3 classes, so the last size must be 3'],
    [{ model: [3, 1] }, 'Linear(3, 1) got an input of shape [1, 2]; its last dimension must be 3'],
    [{ model: 'deep' }, 'model is "deep"; it must be layer sizes such as [2, 10, 10, 1]'],
    [{ model: [2, 4, 4, 1], activation: ['ReLU'] }, 'activation lists 1 names'],
    [{ learningRate: NaN }, 'learningRate is NaN; it must be a finite number of at least 0'],
    [{ batchSize: 2.5 }, "batchSize is 2.5; it must be a whole number of at least 1, or 'full'"],
    [{ speed: -1 }, 'speed is -1; it must be a number of epochs a second above 0'],
    [{ stopWhen: 3 }, 'stopWhen is 3; it must be such as { epoch: 100 }'],
    [{ loss: 'MeanSquaredError', data: 'blobs' }, 'loss is MeanSquaredError'],
    [{ loss: new BinaryCrossEntropy({ reduction: 'none' }) }, "use 'mean' or 'sum'"],
    [{ data: {} }, 'data is an object of type Object; it must be a data set'],
    [{ data: 'moon' }, 'moons'],
    [{ optimizer: 'Adamm' }, 'Adam'],
  ])('that make no sense are refused with words (%#)', (options, message) => {
    const attempt = () => createTrainer(options as TrainerOptions);
    expect(attempt).toThrow(PancakeError);
    expect(attempt).toThrow(message);
  });
});

describe('trace and predict', () => {
  it('leave the run as it was', () => {
    const [watched, alone] = [createTrainer(small), createTrainer(small)];
    for (let i = 0; i < 30; i++) {
      watched.step('layer');
      alone.step('layer');
      watched.trace(i % 10);
      watched.predict([[0, 0]]);
      watched.countWrong();
    }
    expect(weights(watched)).toEqual(weights(alone));
    expect(watched.getSnapshot()).toEqual(alone.getSnapshot());
  });

  it('trace follows one point with the gradient of its own loss', () => {
    const trainer = createTrainer({ data: 'simple', model: [2, 1] });
    const { steps, loss, x, y } = trainer.trace(2);
    expect(x.toArray()).toEqual([[3, 2]]);
    expect(y.toArray()).toEqual([[0]]);
    const p = trainer.predict(x).data[0]!;
    expect(loss).toBeCloseTo(-Math.log(1 - p), 12);
    expect(steps.at(-1)!.output.toArray()).toEqual([[p]]);
    expect(steps.at(-1)!.gradOut.data[0]).toBeCloseTo(1 / (1 - p), 12);
    expect(() => trainer.trace(4)).toThrow(
      'trace got the point 4; it must be a whole number from 0 to 3',
    );
  });
});
