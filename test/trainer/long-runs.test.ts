// Runs of more epochs than the history has rows: each number that it gives is of the epoch that it says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyTable } from '../../src/components/share/tables';
import {
  createTrainer,
  decodeRun,
  encodeRun,
  type Trainer,
  type TrainerOptions,
} from '../../src/engine-entry';
import { mostRows } from '../../src/trainer/history';
import { cases } from '../support/long';

const options: TrainerOptions = {
  data: 'plane',
  points: 6,
  testRatio: 0.34,
  model: [2, 1],
  batchSize: 3,
  learningRate: 0.001,
};
const end = mostRows + 40;

function longRun(epochs = end): Trainer {
  const trainer = createTrainer(options);
  trainer.step('epoch', epochs);
  return trainer;
}

const bits = (trainer: Trainer) =>
  trainer.model
    .parameters()
    .map(({ value }) => [...new BigUint64Array(value.data.slice().buffer)].join())
    .join(' ');

/** What the engine itself measures of the model as it is. */
function measured({ loss, model, data, testData }: Trainer) {
  const { x, y } = testData!;
  return {
    loss: loss.evaluate(model.predict(data.x), data.y),
    testLoss: loss.evaluate(model.predict(x), y),
  };
}

describe('the history of a long run', () => {
  it('says of each entry which epoch it is, and what was measured then', () => {
    const trainer = createTrainer(options);
    const all: object[] = [];
    for (let epoch = 0; epoch <= end; epoch++) {
      if (epoch > 0) trainer.step('epoch');
      const { loss, testLoss, accuracy, testAccuracy } = trainer.now;
      all.push({ epoch, loss, testLoss, accuracy, testAccuracy });
    }
    expect(trainer.curves.length).toBe(end + 1);
    expect(trainer.getSnapshot().lastEpoch).toBe(end);
    expect(trainer.history).toHaveLength(end / 2 + 1);
    expect(trainer.history).toEqual(all.filter((_, epoch) => epoch % 2 === 0));

    const { columns, rows } = historyTable(trainer);
    expect(columns.slice(0, 3)).toEqual(['epoch', 'loss', 'testLoss']);
    expect(rows).toHaveLength(end / 2 + 1);
    expect(rows.map(([epoch]) => epoch)).toEqual(trainer.history.map(({ epoch }) => epoch));
    expect(rows.at(-2)).toEqual([end - 2, ...Object.values(all[end - 2]!).slice(1)]);
  });

  it('has the last epoch, whichever it is', () => {
    const trainer = longRun(mostRows + 5);
    expect(trainer.history.slice(-2).map(({ epoch }) => epoch)).toEqual([
      mostRows + 4,
      mostRows + 5,
    ]);
    expect(trainer.history.at(-1)).toMatchObject({ loss: trainer.now.loss });
    trainer.step('epoch');
    expect(trainer.history.slice(-2).map(({ epoch }) => epoch)).toEqual([
      mostRows + 4,
      mostRows + 6,
    ]);
  });
});

describe('time travel in a long run', () => {
  it('comes to an epoch without a row with the same bits and numbers, and goes on to the same', () => {
    const trainer = longRun();
    const there = longRun(1001);
    const last = bits(trainer);
    expect(trainer.curves.has(1001)).toBe(false);
    trainer.seek(1001);
    expect(bits(trainer)).toBe(bits(there));
    expect(trainer.getSnapshot()).toMatchObject({
      epoch: 1001,
      loss: there.now.loss,
      testLoss: there.now.testLoss,
      lastEpoch: end,
    });
    trainer.step('epoch', end - 1001);
    expect(bits(trainer)).toBe(last);
    expect(trainer.curves.every).toBe(2);
  });

  it.each<[string, (trainer: Trainer) => void]>([
    ['a learning rate', (trainer) => trainer.set({ learningRate: 0.002 })],
    ['the data', (trainer) => trainer.set({ dataSeed: 9 })],
    ['a weight', (trainer) => trainer.setParameter('0.bias', 0, 0.25)],
    ['the shape', (trainer) => trainer.reshape({ kind: 'addLayer', at: 0 })],
  ])('at an epoch without a row, what is changed there begins with a row: %s', (_, change) => {
    const trainer = longRun();
    trainer.seek(1001);
    change(trainer);
    expect(trainer.curves.length).toBe(1002);
    expect(trainer.history.at(-1)).toMatchObject({ epoch: 1001, ...measured(trainer) });
    const [branch] = trainer.branches;
    expect([branch!.from, branch!.curves.length]).toEqual([1001, end + 1]);
    // From here on there is room for each epoch again.
    trainer.step('epoch', 3);
    expect(trainer.history.slice(-5).map(({ epoch }) => epoch)).toEqual([
      1000, 1001, 1002, 1003, 1004,
    ]);
    const loss = trainer.now.loss;
    trainer.seek(1001);
    trainer.step('epoch', 3);
    expect(trainer.now.loss).toBe(loss);
  });

  it('within the epoch after one without a row, a change keeps what was measured before it', () => {
    const trainer = longRun();
    trainer.seek(1001);
    const { loss, testLoss } = trainer.now;
    trainer.step('batch');
    trainer.set({ learningRate: 0.002 });
    expect(trainer.curves.length).toBe(1002);
    expect(trainer.history.at(-1)).toMatchObject({ epoch: 1001, loss, testLoss });
  });

  it('taking a change of the model back, the epoch at which it was made has a row', () => {
    const trainer = longRun(mostRows + 5);
    const before = bits(trainer);
    const { loss } = trainer.now;
    trainer.reshape({ kind: 'addLayer', at: 0 });
    trainer.step('epoch', 7);
    trainer.undoReshape();
    expect(bits(trainer)).toBe(before);
    expect(trainer.curves.length).toBe(mostRows + 6);
    expect(trainer.history.at(-1)).toMatchObject({ epoch: mostRows + 5, loss });
  });

  it('whatever is done on the way, each row is what is measured when one goes there', () => {
    const action = fc.oneof(
      fc.record({ do: fc.constant('seek' as const), back: fc.nat(30) }),
      fc.record({
        do: fc.constant('step' as const),
        unit: fc.constantFrom('batch' as const, 'epoch' as const, 'layer' as const),
        n: fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({ do: fc.constant('set' as const), rate: fc.constantFrom(0.001, 0.002, 0.003) }),
      fc.record({
        do: fc.constant('edit' as const),
        value: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const trainer = longRun();
        for (const next of actions) {
          const last = trainer.curves.length - 1;
          if (next.do === 'seek') trainer.seek(last - next.back);
          else if (next.do === 'step') trainer.step(next.unit, next.n);
          else if (next.do === 'set') trainer.set({ learningRate: next.rate });
          else trainer.setParameter('0.weight', 1, next.value);
          expect(trainer.now.epoch).toBeLessThan(trainer.curves.length);
          expect(trainer.history.at(-1)!.epoch).toBe(trainer.curves.length - 1);
        }
        for (const { epoch, loss, testLoss } of trainer.history.slice(-40)) {
          trainer.seek(epoch);
          expect({ loss, testLoss }).toEqual(measured(trainer));
        }
      }),
      { numRuns: cases(200, 12) },
    );
  });
});

describe('a link to a long run', () => {
  it.each([mostRows + 5, 2 * mostRows + 3])('of %d epochs holds rows of its history', (epochs) => {
    const trainer = longRun(epochs);
    const opened = createTrainer(options);
    opened.open(decodeRun(encodeRun(trainer, { weights: true }).text));
    expect(bits(opened)).toBe(bits(trainer));
    expect(opened.getSnapshot()).toEqual({ ...trainer.getSnapshot(), firstEpoch: epochs });
    expect(opened.history.length).toBeLessThanOrEqual(mostRows);
    expect(opened.history.at(-1)).toEqual(trainer.history.at(-1));
    const told = new Map(trainer.history.map(({ epoch, loss }) => [epoch, loss]));
    const held = opened.history.filter(({ loss, epoch }) => loss === told.get(epoch));
    expect(held.length).toBeGreaterThan(100);
    const losses = new Set(told.values());
    expect(opened.history.filter(({ loss }) => !losses.has(loss))).toEqual([]);
  });

  it('of a run that has gone far back and another way, too', () => {
    const trainer = longRun(3 * mostRows);
    trainer.seek(1001);
    trainer.set({ learningRate: 0.002 });
    trainer.step('epoch', 30);
    const opened = createTrainer(options);
    opened.open(decodeRun(encodeRun(trainer, { weights: true }).text));
    const told = new Map(trainer.history.map(({ epoch, loss }) => [epoch, loss]));
    expect(opened.history.map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: 1032 }, (_, epoch) => epoch),
    );
    for (const { epoch, loss } of opened.history) {
      if (epoch % 4 === 0 && epoch <= 1000) expect(loss).toBe(told.get(epoch));
    }
    expect(opened.history.at(-1)).toEqual(trainer.history.at(-1));
  });
});
