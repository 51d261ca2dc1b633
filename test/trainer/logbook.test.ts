// What is known of a run beside its history: changes made by hand, and futures that were given up.
import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine-entry';

const start = () => createTrainer({ data: 'moons', points: 40, model: [2, 3, 1] });

describe('marks', () => {
  it('tell what was changed by hand, at which epoch', () => {
    const trainer = start();
    trainer.step('epoch', 2);
    trainer.set({ learningRate: 0.3 });
    trainer.set({ learningRate: 0.2, batchSize: 'full' });
    trainer.step('epoch');
    trainer.setParameter('0.bias', 0, 1);
    trainer.set({ optimizer: 'Adam', l2: 0.1, speed: 5 });
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    trainer.set({ points: 60, schedule: { name: 'cosine', epochs: 10 } });
    expect(trainer.marks.map(({ epoch, kind, value }) => `${epoch} ${kind} ${value}`)).toEqual([
      '2 learningRate 0.2',
      '2 batchSize full',
      '3 weights 0.bias',
      '3 optimizer Adam',
      '3 regularization L2 0.1',
      `3 model ${trainer.model.describe()}`,
      '3 schedule ',
      '3 data ',
    ]);
  });

  it('are forgotten with the epochs that they belong to', () => {
    const trainer = start();
    trainer.step('epoch', 2);
    trainer.set({ batchSize: 3 });
    trainer.step('epoch', 2);
    trainer.seek(1);
    expect(trainer.marks).toHaveLength(1);
    trainer.set({ learningRate: 0.5 });
    expect(trainer.marks.map(({ kind }) => kind)).toEqual(['learningRate']);
    trainer.reset();
    expect(trainer.marks).toEqual([]);
  });

  it('stay where they belong to the epoch that the run went back to, or one before', () => {
    const trainer = start();
    for (const changes of [{ batchSize: 3 }, { learningRate: 0.3 }, { l2: 0.1 }]) {
      trainer.step('epoch');
      trainer.set(changes);
    }
    trainer.seek(2);
    trainer.setParameter('0.bias', 0, 1);
    expect(trainer.marks.map(({ epoch, kind }) => `${epoch} ${kind}`)).toEqual([
      '1 batchSize',
      '2 learningRate',
      '2 weights',
    ]);
  });

  it('of a change of the model goes when that is taken back, and no other', () => {
    const trainer = start();
    const marks = () => trainer.marks.map(({ epoch, kind }) => `${epoch} ${kind}`);
    trainer.step('epoch');
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    trainer.set({ learningRate: 0.3 });
    trainer.step('epoch');
    trainer.set({ batchSize: 3 });
    trainer.reshape({ kind: 'addNeuron', layer: 0 });
    expect(marks()).toEqual(['1 model', '1 learningRate', '2 batchSize', '2 model']);
    trainer.undoReshape();
    expect(marks()).toEqual(['1 model', '1 learningRate', '2 batchSize']);
    trainer.undoReshape();
    expect(marks()).toEqual(['1 learningRate']);
    trainer.undoReshape();
    expect(marks()).toEqual(['1 learningRate']);
  });
});

describe('branches', () => {
  it('keep the curve of a future that was given up', () => {
    const trainer = start();
    trainer.step('epoch', 6);
    const losses = [...trainer.curves.curve('loss')];
    trainer.seek(2);
    expect(trainer.branches).toEqual([]);
    trainer.set({ learningRate: 1 });
    expect(trainer.branches).toHaveLength(1);
    expect(trainer.branches[0]!.from).toBe(2);
    expect(trainer.history.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
    expect([...trainer.curves.curve('loss')]).toEqual(losses.slice(0, 3));
    expect([...trainer.branches[0]!.curves.curve('loss')]).toEqual(losses);
    trainer.step('epoch', 3);
    expect([...trainer.branches[0]!.curves.curve('loss')]).toEqual(losses);
  });

  it('keep the changes that were made on the way that was given up', () => {
    const trainer = start();
    trainer.set({ batchSize: 5 });
    trainer.step('epoch', 6);
    for (const learningRate of [1, 0.3]) {
      trainer.seek(2);
      trainer.set({ learningRate });
      trainer.step('epoch', 3);
    }
    const marksOf = trainer.branches.map(({ marks }) =>
      marks.map(({ epoch, kind, value }) => [epoch, kind, value]),
    );
    expect(marksOf).toEqual([[], [[2, 'learningRate', '1']]]);
  });

  it('are none where nothing lay ahead, or nothing had been trained', () => {
    const trainer = start();
    trainer.reset();
    trainer.step('epoch', 2);
    trainer.set({ learningRate: 0.3 });
    expect(trainer.branches).toEqual([]);
  });

  it('keep the curves of runs before a reset, the last five', () => {
    const trainer = start();
    for (let i = 1; i <= 7; i++) {
      trainer.step('epoch', i);
      trainer.reset();
    }
    expect(trainer.branches.map(({ from, curves }) => [from, curves.length])).toEqual([
      [0, 4],
      [0, 5],
      [0, 6],
      [0, 7],
      [0, 8],
    ]);
  });
});
