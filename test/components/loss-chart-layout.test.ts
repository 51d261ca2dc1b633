// The arithmetic of the loss chart: which epochs are drawn, where axes end, where labels go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  epochTicks,
  extentOf,
  lastEpochFor,
  lossTicks,
  lossesFor,
  roundUp,
} from '../../src/components/loss-chart/domain';
import {
  createView,
  decimate,
  epochAt,
  gap,
  placeLoss,
  separate,
  tickTexts,
} from '../../src/components/loss-chart/layout';
import { Line, round } from '../../src/components/loss-chart/line';
import { moveReader } from '../../src/components/loss-chart/move-reader';
import { History, mostRows } from '../../src/trainer/history';
import { inNumbers } from '../support/measured';

const size = { width: 400, height: 240 };
const box = (epochs: number, scale: 'linear' | 'log' = 'linear') =>
  createView({ epochs, low: scale === 'log' ? 1e-3 : 0, high: 1 }, scale, size, ['train', 'test']);

function historyOf(losses: readonly number[], tests: readonly number[] = []): History {
  const history = new History();
  losses.forEach((loss, epoch) =>
    history.record(epoch, Float64Array.of(loss, tests[epoch] ?? NaN, NaN, NaN)),
  );
  return history;
}

const curve = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.double({ noNaN: true, min: -5, max: 5 }) },
      { weight: 1, arbitrary: fc.constant(NaN) },
    ),
    {
      minLength: 1,
      maxLength: 400,
    },
  )
  .map((values) => Float64Array.from(values));
/** The epochs of a curve that has a number for each. */
const epochsOf = (values: Float64Array) => values.map((_, epoch) => epoch);
const columnWidth = fc.double({ min: 0.05, max: 50, noNaN: true });

describe('decimate', () => {
  it('keeps the first, lowest, highest and last of every column of pixels', () => {
    fc.assert(
      fc.property(curve, columnWidth, (values, perColumn) => {
        const kept = decimate(values, epochsOf(values), perColumn).filter((epoch) => epoch !== gap);
        const columns = new Map<number, number[]>();
        values.forEach((value, epoch) => {
          if (!Number.isFinite(value)) return;
          const column = Math.floor(epoch / perColumn);
          columns.set(column, [...(columns.get(column) ?? []), epoch]);
        });
        for (const epochs of columns.values()) {
          const here = epochs.filter((epoch) => kept.includes(epoch));
          const all = epochs.map((epoch) => values[epoch]!);
          const drawn = here.map((epoch) => values[epoch]!);
          expect(Math.min(...drawn)).toBe(Math.min(...all));
          expect(Math.max(...drawn)).toBe(Math.max(...all));
          expect([here[0], here.at(-1)]).toEqual([epochs[0], epochs.at(-1)]);
        }
      }),
    );
  });

  it('goes forward only, through epochs that were measured', () => {
    fc.assert(
      fc.property(curve, columnWidth, (values, perColumn) => {
        const kept = decimate(values, epochsOf(values), perColumn).filter((epoch) => epoch !== gap);
        for (const epoch of kept) expect(values[epoch]).not.toBeNaN();
        for (let i = 1; i < kept.length; i++) expect(kept[i]!).toBeGreaterThan(kept[i - 1]!);
      }),
    );
  });

  it('breaks the line exactly where something is missing', () => {
    fc.assert(
      fc.property(curve, columnWidth, (values, perColumn) => {
        const kept = decimate(values, epochsOf(values), perColumn);
        for (let i = 1; i < kept.length; i++) {
          const [a, b] = [kept[i - 1]!, kept[i]!];
          if (a === gap || b === gap) continue;
          expect(values.subarray(a, b + 1).every(Number.isFinite)).toBe(true);
        }
        kept.forEach((epoch, i) => {
          if (epoch !== gap || i === 0 || i === kept.length - 1) return;
          const between = values.subarray(kept[i - 1]! + 1, kept[i + 1]);
          expect(between.some((value) => !Number.isFinite(value))).toBe(true);
        });
      }),
    );
  });

  it('keeps every epoch while each has a column of its own', () => {
    expect(decimate(Float64Array.of(3, 1, 2, 5), Float64Array.of(0, 1, 2, 3), 0.4)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('draws a million epochs with four a column at most, and no spike lost', () => {
    const values = new Float64Array(1_000_000).map((_, epoch) => 1 / (1 + epoch));
    values[654_321] = 9;
    values[123_456] = 0;
    const kept = decimate(values, epochsOf(values), 1_000_000 / 340);
    expect(kept.length).toBeLessThanOrEqual(4 * 341);
    expect(kept).toContain(654_321);
    expect(kept).toContain(123_456);
    expect(kept.at(-1)).toBe(999_999);
  });
});

describe('a growing line', () => {
  it('is the same as one drawn at once, whenever it was looked at', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 600 }),
        fc.array(fc.nat(599), { maxLength: 12 }),
        fc.constantFrom(10, 300, 5000, 100_000),
        // Of a history that is full, rows are dropped on the way, and its last row gives way to the next.
        fc.constantFrom(mostRows, 100, 16),
        (losses, looks, epochs, most) => {
          const view = box(epochs);
          const growing = new Line('loss');
          const history = new History(most);
          losses.forEach((loss, epoch) => {
            const measured = { loss, testLoss: null, accuracy: null, testAccuracy: null };
            history.record(epoch, inNumbers(measured));
            if (looks.includes(epoch)) growing.path(history, view);
          });
          expect(growing.path(history, view)).toBe(new Line('loss').path(history, view));
        },
      ),
    );
  });

  it('looks only at what is new, not at the whole run', () => {
    const epochs = 50_000;
    const history = historyOf(Array.from({ length: epochs }, (_, i) => 1 / (i + 1)));
    const view = box(100_000);
    const line = new Line('loss');
    line.path(history, view);
    const before = line.looked;
    for (let i = 0; i < 100; i++) {
      history.record(
        epochs + i,
        inNumbers({ loss: 0.1, testLoss: null, accuracy: null, testAccuracy: null }),
      );
      line.path(history, view);
    }
    const perColumn = Math.ceil(100_000 / view.plotWidth);
    expect((line.looked - before) / 100).toBeLessThanOrEqual(2 * perColumn);
  });

  it('starts anew when part of the run was forgotten', () => {
    const view = box(10);
    const line = new Line('loss');
    const history = historyOf([0.9, 0.8, 0.7, 0.6]);
    line.path(history, view);
    history.truncate(2);
    for (const [i, loss] of [0.1, 0.2, 0.3].entries()) {
      history.record(
        2 + i,
        inNumbers({ loss, testLoss: null, accuracy: null, testAccuracy: null }),
      );
    }
    expect(line.path(history, view)).toBe(new Line('loss').path(history, view));
  });

  it('of a run of which not each epoch has a row stands at the epochs that have one', () => {
    const history = new History(8);
    for (let epoch = 0; epoch <= 21; epoch++) {
      history.record(epoch, Float64Array.of(epoch / 21, NaN, NaN, NaN));
    }
    expect([...history.epochs]).toEqual([0, 4, 8, 12, 16, 20, 21]);
    const view = box(21);
    const vertices = new Line('loss').path(history, view).split(/[ML]/).slice(1);
    expect(vertices).toEqual(
      Array.from(history.epochs, (epoch) => `${round(view.x(epoch))} ${round(view.y(epoch / 21))}`),
    );
    // An earlier way begins at the last row before it parted.
    const way = new Line('loss', 10).path(history, view);
    expect(way.split(/[ML]/).slice(1)).toEqual(vertices.slice(2));
  });

  it('has a gap where the test loss was not measured', () => {
    const history = historyOf([1, 1, 1, 1, 1], [0.5, 0.4, NaN, 0.3, 0.2]);
    const path = new Line('testLoss').path(history, box(10));
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path).not.toContain('NaN');
    expect(new Line('testLoss').path(historyOf([1, 1]), box(10))).toBe('');
  });
});

describe('the axes', () => {
  it('end at the next round number', () => {
    const ends = [0, 10, 11, 20, 21, 31, 51, 101, 1234].map((last) => lastEpochFor(last));
    expect(ends).toEqual([10, 10, 15, 20, 30, 50, 80, 150, 1500]);
  });

  it('end where the run will stop, if that is nearer', () => {
    expect(lastEpochFor(101, 120)).toBe(120);
    expect(lastEpochFor(60, 120)).toBe(80);
    expect(lastEpochFor(0, 4)).toBe(4);
    expect(lastEpochFor(130, 120)).toBe(150);
    expect(lastEpochFor(5, NaN)).toBe(10);
    expect(lastEpochFor(0, 0)).toBe(10);
  });

  it('never end below what they show, and grow seldom', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
        const end = roundUp(value, [1, 1.5, 2, 3, 5, 8]);
        expect(end).toBeGreaterThanOrEqual(value);
        expect(end).toBeLessThanOrEqual(1.7 * value);
      }),
    );
    const ends = new Set(Array.from({ length: 10_000 }, (_, epoch) => lastEpochFor(epoch)));
    expect(ends.size).toBe(19);
  });

  it('hold any loss, zero, tiny, huge and below zero too', () => {
    const linear = (low: number, high: number) =>
      lossesFor({ low, high, positive: high }, 'linear');
    expect(linear(0.1, 0.71)).toEqual({ low: 0, high: 0.8 });
    expect(linear(0, 0)).toEqual({ low: 0, high: 1 });
    expect(linear(-0.3, 2)).toEqual({ low: -0.3, high: 2 });
    expect(linear(5e-324, 5e-324).high).toBeGreaterThan(0);
    expect(linear(1, Number.MAX_VALUE).high).toBe(Number.MAX_VALUE);
    const log = (positive: number, high: number) => lossesFor({ low: 0, positive, high }, 'log');
    expect(log(0.003, 0.71)).toEqual({ low: 0.001, high: 1 });
    expect(log(0.1, 0.1)).toEqual({ low: 0.01, high: 0.1 });
    expect(log(Infinity, 0)).toEqual({ low: 0.001, high: 1 });
    expect(log(1e-300, 1)).toEqual({ low: 1e-16, high: 1 });
    expect(log(0.5, 3e301)).toEqual({ low: 0.1, high: 1e302 });
    expect(log(1e-200, 1e-200)).toEqual({ low: 1e-201, high: 1e-200 });
  });

  it('have few ticks, at equal distances, with both ends', () => {
    expect(epochTicks(120, 5)).toEqual([0, 30, 60, 90, 120]);
    expect(epochTicks(10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(epochTicks(137, 5)).toEqual([0, 50, 100]);
    expect(epochTicks(137, 2)).toEqual([0, 137]);
    expect(epochTicks(50, 3)).toEqual([0, 25, 50]);
    expect(epochTicks(1, 5)).toEqual([0, 1]);
    expect(lossTicks({ epochs: 10, low: 0, high: 0.8 }, 'linear', 5)).toEqual([
      0, 0.2, 0.4, 0.6, 0.8,
    ]);
    expect(lossTicks({ epochs: 10, low: 0, high: 0.8 }, 'linear', 2)).toEqual([0, 0.4, 0.8]);
    const log = (low: number, high: number) => lossTicks({ epochs: 10, low, high }, 'log', 5);
    expect(log(1e-3, 1)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(log(0.1, 1)).toEqual([0.1, 0.2, 0.5, 1]);
    expect(log(1e-7, 10)).toEqual([1e-6, 1e-4, 1e-2, 1]);
    expect(log(0.1, 1e302)).toEqual([1, 1e100, 1e200, 1e300]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 5 }),
        (last, most) => {
          const end = lastEpochFor(last);
          const ticks = epochTicks(end, most);
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          expect([ticks[0], ticks.at(-1)]).toEqual([0, end]);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });

  it('write powers of ten alike', () => {
    expect(tickTexts([0.001, 0.01, 0.1, 1], 'log')).toEqual(['0.001', '0.01', '0.1', '1']);
    expect(tickTexts([1e-6, 1e-3, 1], 'log')).toEqual(['10⁻⁶', '10⁻³', '1']);
  });

  it('learn of every loss of a history, also after part of it was forgotten', () => {
    const history = historyOf([0.7, 0], [5]);
    expect(extentOf(history)).toMatchObject({ low: 0, positive: 0.7, high: 5 });
    history.record(1, inNumbers({ loss: 9, testLoss: NaN, accuracy: null, testAccuracy: null }));
    expect(extentOf(history)).toMatchObject({ low: 0.7, positive: 0.7, high: 9 });
  });

  it('learn of every row of a history that is full, whenever they were asked', () => {
    const history = new History(16);
    for (let epoch = 0; epoch < 200; epoch++) {
      const loss = 1 + ((epoch * 37) % 101) / 100;
      history.record(epoch, Float64Array.of(loss, NaN, NaN, NaN));
      const rows = history.curve('loss');
      const [low, high] = [Math.min(...rows), Math.max(...rows)];
      expect(extentOf(history)).toEqual({ low, positive: low, high });
    }
  });
});

describe('places', () => {
  it('are never NaN, whatever the loss', () => {
    for (const loss of [0, -1, 1e-300, 1e300, 0.5]) {
      expect(placeLoss(box(10, 'log'), loss)).not.toBeNaN();
    }
    expect(placeLoss(box(10, 'log'), 0)).toBe(box(10).plotHeight);
  });

  it('lead back to the nearest epoch, and to none outside the run', () => {
    const view = box(100);
    expect(epochAt(view, view.x(40) + 0.4 * (view.x(1) - view.x(0)), 80)).toBe(40);
    expect(epochAt(view, -50, 80)).toBe(0);
    expect(epochAt(view, view.plotWidth, 80)).toBe(80);
  });

  it('keep two labels apart, in order and inside', () => {
    const height = fc.double({ min: 0, max: 188, noNaN: true });
    fc.assert(
      fc.property(height, height, (a, b) => {
        const [first, second] = separate(a, b, 13, 0, 188) as [number, number];
        expect(Math.abs(first - second)).toBeGreaterThanOrEqual(13 - 1e-9);
        expect(Math.sign(first - second)).toBe(a === b ? 1 : Math.sign(a - b));
        for (const place of [first, second]) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(188 + 1e-9);
        }
        if (Math.abs(a - b) >= 13) expect([first, second]).toEqual([a, b]);
      }),
    );
  });
});

describe('the keys', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}, last = 400) =>
    moveReader(
      { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held },
      40,
      last,
    );

  it('move by one, by a twentieth of the run, or to its ends', () => {
    expect(press('ArrowRight')).toBe(41);
    expect(press('ArrowDown')).toBe(39);
    expect(press('ArrowRight', { shiftKey: true })).toBe(60);
    expect(press('ArrowRight', { shiftKey: true }, 60)).toBe(50);
    expect(press('PageDown')).toBe(20);
    expect(press('Home')).toBe(0);
    expect(press('End')).toBe(400);
    expect(press('ArrowRight', {}, 40)).toBe(40);
    expect(press('Escape')).toBe('hide');
  });

  it('leave all others to the page', () => {
    expect(press('a')).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('Home', { ctrlKey: true })).toBeNull();
    expect(press('constructor')).toBeNull();
  });
});
