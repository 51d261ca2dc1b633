// The history: a table with a row an epoch, and of a very long run no more rows than it has room for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History, curves, mostRows } from '../../src/trainer/history';

/** Four numbers that tell the epoch and the curve. */
const rowOf = (epoch: number) => curves.map((_, c) => epoch + c / 10);

function recorded(epochs: number): History {
  const history = new History();
  for (let epoch = 0; epoch < epochs; epoch++)
    history.record(epoch, Float64Array.from(rowOf(epoch)));
  return history;
}

describe('a history', () => {
  it.each([1, 256, 257, 1500])('of %d epochs has every number at its place', (epochs) => {
    const history = recorded(epochs);
    expect(history.length).toBe(epochs);
    curves.forEach((name, c) => {
      const expected = Array.from({ length: epochs }, (_, epoch) => rowOf(epoch)[c]);
      expect([...history.curve(name)]).toEqual(expected);
    });
    const list = history.toArray();
    expect(list).toHaveLength(epochs);
    for (const epoch of [0, Math.floor(epochs / 2), epochs - 1]) {
      const [loss, testLoss, accuracy, testAccuracy] = rowOf(epoch);
      const entry = { epoch, loss, testLoss, accuracy, testAccuracy };
      expect(history.at(epoch)).toEqual(entry);
      expect(list[epoch]).toEqual(entry);
    }
  });

  it('says null of what was not measured, and has no numbers for epochs that were left out', () => {
    const history = recorded(2);
    history.record(4, Float64Array.of(0.5, NaN, 0.75, NaN));
    expect(history.at(4)).toEqual({
      epoch: 4,
      loss: 0.5,
      testLoss: null,
      accuracy: 0.75,
      testAccuracy: null,
    });
    for (const name of curves) {
      const curve = [...history.curve(name)];
      expect(curve.slice(0, 2).some(Number.isNaN)).toBe(false);
      expect(curve.slice(2, 4)).toEqual([NaN, NaN]);
    }
    expect(history.curve('accuracy')[4]).toBe(0.75);
    // Numbers that were forgotten do not come back either.
    history.truncate(1);
    history.record(3, Float64Array.from(rowOf(3)));
    expect([...history.curve('loss')]).toEqual([0, NaN, NaN, 3]);
  });

  it('is the same list until something is added, which does not change the list before', () => {
    const history = recorded(3);
    const list = history.toArray();
    expect(history.toArray()).toBe(list);
    history.record(3, Float64Array.from(rowOf(3)));
    expect(list).toHaveLength(3);
    expect(history.toArray()).toHaveLength(4);
    expect(history.toArray()[2]).toBe(list[2]);
    history.truncate(2);
    expect(history.toArray()).toEqual(list.slice(0, 2));
  });

  it('counts how often part of it was forgotten', () => {
    const history = recorded(5);
    expect(history.revision).toBe(0);
    history.truncate(5);
    expect([history.revision, history.length]).toEqual([0, 5]);
    history.truncate(3);
    expect([history.revision, history.length]).toEqual([1, 3]);
    history.truncate(9);
    expect([history.revision, history.length]).toEqual([1, 3]);
    history.record(1, Float64Array.of(9, 9, 9, 9));
    expect([history.revision, history.length]).toEqual([2, 2]);
    expect(history.toArray().map(({ loss }) => loss)).toEqual([0, 9]);
  });

  it('has copies that go their own way', () => {
    const history = recorded(300);
    const copy = history.copy();
    expect(copy.toArray()).toEqual(history.toArray());
    copy.record(1, Float64Array.of(9, 9, 9, 9));
    copy.record(2, Float64Array.of(9, 9, 9, 9));
    expect(history.at(2).loss).toBe(2);
    expect(history.length).toBe(300);
  });
});

/** What a bounded history stands for: everything that was recorded, in full. */
class Everything {
  rows: number[][] = [];
  /** Whether the last epoch was recorded, and not only what came after it forgotten. */
  isWhole = false;

  perform(action: Action, history: History): void {
    if (action.do === 'record') {
      const epoch = this.rows.length + action.ahead;
      const values = rowOf(epoch).map((value) => value + action.more);
      this.record(epoch, values);
      history.record(epoch, Float64Array.from(values));
    } else if (action.do === 'again') {
      const epoch = action.share % (this.rows.length + 1);
      const values = rowOf(epoch).map((value) => value + 0.5);
      this.record(epoch, values);
      history.record(epoch, Float64Array.from(values));
    } else {
      const length = action.share % (this.rows.length + 2);
      if (length < this.rows.length) this.isWhole = length === 0;
      this.rows.length = Math.min(length, this.rows.length);
      history.truncate(length);
    }
  }

  private record(epoch: number, values: number[]): void {
    this.rows.length = Math.min(this.rows.length, epoch);
    while (this.rows.length < epoch) this.rows.push(curves.map(() => NaN));
    this.rows.push(values);
    this.isWhole = true;
  }
}

type Action =
  { do: 'record'; ahead: number; more: number } | { do: 'again' | 'truncate'; share: number };

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      // Mostly the next epoch.
      ahead: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 7, 40),
      more: fc.constantFrom(0, 0.25),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('again' as const, 'truncate' as const),
      share: fc.nat(500),
    }),
  },
);

describe('a history that is full', () => {
  it('has the rows of some epochs as they were recorded, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 200 }), (actions) => {
        const history = new History(16);
        const all = new Everything();
        let before = { revision: 0, every: 1, settled: [] as number[] };
        for (const action of actions) {
          all.perform(action, history);
          const { epochs, every, revision, settled } = history;
          expect(history.length).toBe(all.rows.length);
          expect(epochs.length).toBeLessThanOrEqual(16);
          expect([...epochs]).toEqual([...new Set(epochs)].sort((a, b) => a - b));
          if (all.rows.length) expect(epochs[0]).toBe(0);
          if (all.isWhole && all.rows.length) expect(epochs.at(-1)).toBe(all.rows.length - 1);
          curves.forEach((name, c) => {
            const expected = Array.from(epochs, (epoch) => all.rows[epoch]![c]);
            expect([...history.curve(name)]).toEqual(expected);
          });
          expect(history.toArray().map(({ epoch }) => epoch)).toEqual([...epochs]);
          expect(history.toArray().map(({ loss }) => loss)).toEqual([...history.curve('loss')]);
          // What stays is what is told to stay.
          if (before.revision === revision && before.every === every) {
            expect([...epochs.subarray(0, before.settled.length)]).toEqual(before.settled);
          }
          before = { revision, every, settled: [...epochs.subarray(0, settled)] };
        }
      }),
    );
  });

  it('finds the row of an epoch, the last one before it and the nearest', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 120 }), fc.nat(400), (actions, epoch) => {
        const history = new History(16);
        const all = new Everything();
        for (const action of actions) all.perform(action, history);
        const epochs = [...history.epochs];
        expect(history.rowAt(epoch)).toBe(epochs.findLastIndex((known) => known <= epoch));
        expect(history.has(epoch)).toBe(epochs.includes(epoch));
        if (!epochs.length) return;
        const nearest = epochs[history.nearestRow(epoch)]!;
        const least = Math.min(...epochs.map((known) => Math.abs(known - epoch)));
        expect(Math.abs(nearest - epoch)).toBe(least);
        expect(history.at(epoch).epoch).toBe(nearest);
      }),
    );
  });

  it(`keeps each epoch up to its ${mostRows} rows, and every second of twice as many`, () => {
    const history = recorded(mostRows);
    expect([history.every, history.epochs.length]).toEqual([1, mostRows]);
    expect(history.toArray().every(({ epoch }, i) => epoch === i)).toBe(true);
    const list = history.toArray();
    history.record(mostRows, Float64Array.from(rowOf(mostRows)));
    expect([history.every, history.length]).toEqual([2, mostRows + 1]);
    expect([...history.epochs]).toEqual(Array.from({ length: mostRows / 2 + 1 }, (_, i) => 2 * i));
    // What was handed out before is not taken back, and entries are the same objects.
    expect(list).toHaveLength(mostRows);
    expect(history.toArray()[1]).toBe(list[2]);
  });

  it('always ends with the last epoch, which gives way to the next', () => {
    const history = recorded(mostRows + 2);
    const before = history.epochs.length;
    expect([...history.epochs.subarray(-2)]).toEqual([mostRows, mostRows + 1]);
    expect(history.settled).toBe(before - 1);
    history.record(mostRows + 2, Float64Array.from(rowOf(mostRows + 2)));
    expect([...history.epochs.subarray(-2)]).toEqual([mostRows, mostRows + 2]);
    expect([history.settled, history.epochs.length]).toEqual([before, before]);
    expect(history.revision).toBe(0);
  });

  it('keeps each epoch again after going far back', () => {
    const history = recorded(3 * mostRows);
    expect(history.every).toBe(4);
    history.truncate(1001);
    history.record(1001, Float64Array.from(rowOf(1001)));
    history.record(1002, Float64Array.from(rowOf(1002)));
    expect([...history.epochs.subarray(-3)]).toEqual([1000, 1001, 1002]);
    expect(history.epochs.length).toBe(253);
  });

  it('makes room at once for epochs of which nothing is known', () => {
    const history = new History();
    history.record(1_000_000, Float64Array.from(rowOf(1_000_000)));
    expect(history.length).toBe(1_000_001);
    expect(history.every).toBe(64);
    expect(history.epochs.length).toBe(1_000_000 / 64 + 1);
    expect(history.at(500)).toMatchObject({ epoch: 512, loss: NaN });
    expect(history.at(1_000_000).loss).toBe(1_000_000);
  });
});
