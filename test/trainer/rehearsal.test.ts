// The rehearsal of a training step against the step itself: the same bits, and nothing disturbed.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  type Layer,
  Linear,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  Tanh,
  Tensor,
  createTrainer,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import type { Rehearsal } from '../../src/trainer';

const small: TrainerOptions = { data: 'moons', seed: 7, points: 40, model: [2, 5, 4, 1] };

const numbers = (tensors: readonly (Tensor | null)[]) => tensors.map((one) => [...one!.data]);
const slotsOf = (trainer: Trainer) =>
  trainer.optimizer.remembered().map((slots) => slots.map(({ data }) => [...data]));

function expectSame(trainer: Trainer, { parameters }: Rehearsal, when: 'before' | 'after') {
  const model = trainer.model.parameters();
  expect(parameters.map(({ name }) => name)).toEqual(model.map(({ name }) => name));
  expect(numbers(parameters.map((one) => one[when]))).toEqual(
    numbers(model.map(({ value }) => value)),
  );
  expect(parameters.map(({ slots }) => numbers(slots.map((slot) => slot[when])))).toEqual(
    slotsOf(trainer),
  );
}

const nested = (rng: Parameters<Layer['initialize']>[0]) =>
  new Sequential([
    new Linear(2, 4, { rng }),
    new Residual(new Sequential([new Linear(4, 4, { rng }), new Tanh()])),
    new Sequential([new ReLU(), new Dropout({ p: 0.3 }), new Linear(4, 1, { rng })]),
    new Sigmoid(),
  ]);

const runs: Record<string, TrainerOptions> = {
  SGD: {},
  'SGD, all points at once': { batchSize: 'full' },
  'SGD, not shuffled': { shuffle: false, batchSize: 5 },
  momentum: { optimizer: 'SGD', optimizerOptions: { momentum: 0.9 } },
  Nesterov: { optimizer: 'SGD', optimizerOptions: { momentum: 0.9, nesterov: true } },
  Adam: { optimizer: 'Adam', learningRate: 0.01 },
  AdamW: { optimizer: 'AdamW', learningRate: 0.01 },
  RMSProp: { optimizer: 'RMSProp', learningRate: 0.01 },
  'RMSProp with momentum': { optimizer: 'RMSProp', optimizerOptions: { momentum: 0.5 } },
  AdaGrad: { optimizer: 'AdaGrad', learningRate: 0.05 },
  dropout: { dropout: 0.4 },
  'a penalty on large weights': { l1: 0.01, l2: 0.02 },
  'a schedule': { schedule: { name: 'step', stepSize: 1, gamma: 0.5 } },
  'three classes': { data: 'blobs', model: [2, 6, 3], activation: 'Tanh' },
  'layers inside layers, with dropout': { model: nested, optimizer: 'Adam' },
};

describe('a rehearsal', () => {
  it.each(Object.entries(runs))('is the next step, to the bit: %s', (_, options) => {
    const trainer = createTrainer({ ...small, ...options });
    for (const before of [0, 1, 5]) {
      if (before) trainer.step('batch', before);
      const rehearsal = trainer.rehearse();
      expectSame(trainer, rehearsal, 'before');
      expect(rehearsal.step).toBe(trainer.now.step);
      trainer.step('batch');
      expectSame(trainer, rehearsal, 'after');
      const grads = trainer.model.parameters().map(({ grad }) => grad);
      expect(numbers(rehearsal.parameters.map(({ gradient }) => gradient.used))).toEqual(
        numbers(grads),
      );
      expect(rehearsal.failure).toBeNull();
    }
  });

  it.each(Object.entries(runs))('leaves the run as it is: %s', (_, options) => {
    const [plain, rehearsed] = [0, 1].map(() => createTrainer({ ...small, ...options })) as [
      Trainer,
      Trainer,
    ];
    for (let i = 0; i < 9; i++) {
      const { version } = rehearsed;
      rehearsed.rehearse();
      expect(rehearsed.version).toBe(version);
      for (const trainer of [plain, rehearsed]) trainer.step('batch');
    }
    // In the midst of a step as well.
    for (let i = 0; i < 25; i++) {
      rehearsed.rehearse();
      for (const trainer of [plain, rehearsed]) trainer.step('layer');
      expect(rehearsed.getSnapshot().phase).toEqual(plain.getSnapshot().phase);
    }
    for (const trainer of [plain, rehearsed]) trainer.step('epoch', 3);
    expect(rehearsed.history).toEqual(plain.history);
    expect(slotsOf(rehearsed)).toEqual(slotsOf(plain));
  });

  it('of a step that has begun is that step, from its beginning', () => {
    const trainer = createTrainer({ ...small, dropout: 0.3 });
    const whole = trainer.rehearse();
    for (let i = 0; i < 4; i++) trainer.step('layer');
    expect(trainer.rehearse().stages).toEqual(whole.stages);
    expect(trainer.rehearse().rows).toEqual(whole.rows);
  });

  it('goes through the layers as the trainer does, and says where it is', () => {
    const trainer = createTrainer({ ...small, model: nested });
    const { stages } = trainer.rehearse();
    const way = ['0', '1', '2.0', '2.1', '2.2', '3'];
    expect(stages.map(({ kind, path }) => [kind, path].join(' ').trim())).toEqual([
      'zeroGrad',
      ...way.map((path) => `forward ${path}`),
      'loss',
      ...[...way].reverse().map((path) => `backward ${path}`),
      'update',
    ]);
  });

  it('has the numbers of each layer for the batch that comes next', () => {
    const trainer = createTrainer({ ...small, batchSize: 8 });
    trainer.step('batch', 2);
    const { rows, x, y, stages, loss, parameters } = trainer.rehearse();
    expect(rows).toHaveLength(8);
    expect([...x.data]).toEqual(
      rows.flatMap((row) => [...trainer.data.x.data.slice(2 * row, 2 * row + 2)]),
    );
    expect([...y.data]).toEqual(rows.map((row) => trainer.data.y.data[row]));
    const traced = trainer.trace(rows);
    expect(loss).toBe(traced.loss);
    const forward = stages.filter((stage) => stage.kind === 'forward');
    expect(numbers(forward.map(({ output }) => output))).toEqual(
      numbers(traced.steps.map(({ output }) => output)),
    );
    const backward = stages.filter((stage) => stage.kind === 'backward').reverse();
    expect(numbers(backward.map(({ gradOut }) => gradOut))).toEqual(
      numbers(traced.steps.map(({ gradOut }) => gradOut)),
    );
    expect(numbers(parameters.map(({ gradient }) => gradient.added))).toEqual(
      numbers(traced.steps.flatMap((step) => step.parameters.map(({ added }) => added))),
    );
    for (const { gradient } of parameters)
      expect(new Set(gradient.cleared.data)).toEqual(new Set([0]));
    expect(parameters.some(({ gradient }) => gradient.left.data.some((one) => one !== 0))).toBe(
      true,
    );
  });

  it('follows changes made by hand, and going back in time', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 3);
    trainer.rehearse();
    trainer.set({ optimizer: 'Adam', learningRate: 0.02, batchSize: 7 });
    let rehearsal = trainer.rehearse();
    expect(rehearsal).toMatchObject({ optimizer: 'Adam', learningRate: 0.02 });
    expect(rehearsal.rows).toHaveLength(7);
    trainer.step('batch');
    expectSame(trainer, rehearsal, 'after');
    trainer.set({ points: 60, loss: 'MeanSquaredError' });
    trainer.setParameter('0.weight', 1, 0.25);
    rehearsal = trainer.rehearse();
    trainer.step('batch');
    expectSame(trainer, rehearsal, 'after');
    trainer.seek(1);
    rehearsal = trainer.rehearse();
    trainer.step('batch');
    expectSame(trainer, rehearsal, 'after');
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    rehearsal = trainer.rehearse();
    trainer.step('batch');
    expectSame(trainer, rehearsal, 'after');
  });

  it('of a step that fails says where, and what came before', () => {
    const trainer = createTrainer({
      data: 'plane',
      points: 40,
      model: [2, 4, 1],
      activation: 'Tanh',
    });
    for (const { value } of trainer.model.parameters()) value.fill(1e200);
    const { failure, stages, parameters } = trainer.rehearse();
    trainer.step('batch');
    expect(failure).toEqual(trainer.getSnapshot().divergence);
    expect(stages.at(-1)!.kind).not.toBe('update');
    expect(parameters.every(({ after }) => after === null)).toBe(true);
  });

  it('works without layers', () => {
    const plane = createTrainer({ data: 'plane', points: 20 }).data;
    const column = plane.x.data.filter((_, i) => i % 2 === 0);
    const data = { ...plane, x: new Tensor(column, [column.length, 1]) };
    const trainer = createTrainer({ data, model: new Sequential([]) });
    expect(trainer.rehearse().stages.map(({ kind }) => kind)).toEqual([
      'zeroGrad',
      'loss',
      'update',
    ]);
  });
});
