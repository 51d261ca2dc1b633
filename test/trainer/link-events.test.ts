// What of a run's changes a link holds: those after the place where it begins, and as many as it may.
import { describe, expect, it } from 'vitest';
import {
  PancakeError,
  createTrainer,
  decodeRun,
  encodeRun,
  type RunRecord,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { bitsOf } from '../support/random-runs';

const small: TrainerOptions = { data: 'simple', model: [2, 1], batchSize: 2, seed: 3 };
const recordOf = (trainer: Trainer, weights = false) =>
  decodeRun(encodeRun(trainer, { weights }).text);
const opened = (record: RunRecord) => {
  const trainer = createTrainer();
  trainer.open(record);
  return trainer;
};
const stepsOf = ({ events }: RunRecord) => events.map(({ step }) => step);

describe('the changes in a link', () => {
  it('are 5,000 at most: then it says that one with the weights can be had, and that one can', () => {
    const trainer = createTrainer(small);
    const change = (times: number) => {
      for (let i = 0; i < times; i++) {
        trainer.set({ learningRate: 0.01 + (trainer.now.step % 2) / 100 });
        trainer.step('batch');
      }
    };
    change(5000);
    expect(recordOf(trainer).events).toHaveLength(5000);
    change(2);
    const message =
      'the run was changed 5002 times; a link holds at most 5000 changes, so take one with the weights';
    expect(() => encodeRun(trainer)).toThrow(new PancakeError(message));
    const record = recordOf(trainer, true);
    expect(record.events).toEqual([]);
    expect(bitsOf(opened(record))).toBe(bitsOf(trainer));
  });

  it('with the weights are those after the epoch that it begins with', () => {
    const trainer = createTrainer(small);
    trainer.set({ learningRate: 0.5 });
    trainer.step('epoch', 3);
    trainer.setParameter('0.bias', 0, 1);
    trainer.step('batch');
    trainer.set({ l2: 0.01 });
    expect(stepsOf(recordOf(trainer))).toEqual([0, 6, 7]);
    const record = recordOf(trainer, true);
    expect(record.state).toMatchObject({ epoch: 3, step: 6 });
    expect(stepsOf(record)).toEqual([6, 7]);
    expect(bitsOf(opened(record))).toBe(bitsOf(trainer));
  });

  it('are part of the weights where it begins at the very step of the change', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 3);
    trainer.setParameter('0.bias', 0, 1);
    trainer.set({ learningRate: 0.5 });
    const record = recordOf(trainer, true);
    expect(record.events).toEqual([]);
    expect(record.options.learningRate).toBe(0.5);
    const other = opened(record);
    expect(bitsOf(other)).toBe(bitsOf(trainer));
    other.step('epoch');
    trainer.step('epoch');
    expect(bitsOf(other)).toBe(bitsOf(trainer));
  });

  it('of a run that went back are those of its future, too', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch', 2);
    trainer.setParameter('0.bias', 0, 1);
    trainer.step('epoch', 2);
    trainer.reshape({ kind: 'addLayer', at: 0 });
    trainer.step('epoch', 2);
    trainer.seek(1);
    const record = recordOf(trainer);
    expect(record).toMatchObject({ epoch: 1, lastEpoch: 6 });
    expect(record.events).toMatchObject([
      { step: 4, edit: { place: 0, value: 1 } },
      { step: 8, reshape: { kind: 'addLayer', at: 0 } },
    ]);
  });

  it('that change nothing in the end are none', () => {
    const trainer = createTrainer(small);
    trainer.step('epoch');
    trainer.set({ learningRate: trainer.options.learningRate! });
    trainer.step('epoch');
    expect(recordOf(trainer).events).toEqual([]);
  });

  it('hold the rows of points that moved, and only that they are one’s own where none did', () => {
    const trainer = createTrainer({ ...small, data: 'moons', points: 20, testRatio: 0.2 });
    trainer.step('epoch');
    trainer.set({ data: { train: trainer.data, test: trainer.testData! } });
    trainer.step('epoch');
    const moved = trainer.data.x.clone();
    moved.data[4] = 9;
    trainer.set({ data: { train: { ...trainer.data, x: moved }, test: trainer.testData! } });
    trainer.step('epoch');
    const record = recordOf(trainer);
    expect(record.events).toMatchObject([
      { options: {}, data: { train: null, test: null } },
      {
        options: {},
        data: {
          train: { before: 2, after: 13, x: Float64Array.of(9, moved.data[5]!) },
          test: null,
        },
      },
    ]);
    const other = opened(record);
    expect(other.data.x.toArray()).toEqual(moved.toArray());
    expect(bitsOf(other)).toBe(bitsOf(trainer));
  });
});
