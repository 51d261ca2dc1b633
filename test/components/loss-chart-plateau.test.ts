// The plateau detector on made-up curves, and the flags' layout.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createView, spread } from '../../src/components/loss-chart/layout';
import {
  collide,
  layOutFlags,
  sizesOf,
  type RunEvent,
} from '../../src/components/loss-chart/marks';
import { moveReader } from '../../src/components/loss-chart/move-reader';
import { PlateauFinder, plateausOf } from '../../src/components/loss-chart/plateau';
import { History } from '../../src/trainer/history';

const everyEpoch = Float64Array.from({ length: 2000 }, (_, epoch) => epoch);
const plateausIn = (losses: readonly number[]) =>
  new PlateauFinder().find(Float64Array.from(losses), everyEpoch);
const times = (count: number, loss: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => loss(i));
/** Noise that is the same each time, between -1 and 1. */
const noise = (i: number) => ((i * 7919) % 200) / 100 - 1;

describe('a plateau', () => {
  it('is where the loss stays, until it falls', () => {
    const losses = [...times(100, () => 0.69), ...times(100, (i) => 0.69 * 0.95 ** (i + 1))];
    const [plateau, ...others] = plateausIn(losses);
    expect(others).toEqual([]);
    expect(plateau!.from).toBeLessThanOrEqual(5);
    expect(plateau!.to).toBeGreaterThanOrEqual(97);
    expect(plateau!.to).toBeLessThanOrEqual(104);
  });

  it('is found in the middle of a run', () => {
    const losses = [
      ...times(30, (i) => 1 - i / 60),
      ...times(60, (i) => 0.5 + 0.003 * noise(i)),
      ...times(30, (i) => 0.5 - i / 70),
    ];
    const [plateau, ...others] = plateausIn(losses);
    expect(others).toEqual([]);
    expect(plateau!.from).toBeGreaterThanOrEqual(27);
    expect(plateau!.from).toBeLessThanOrEqual(35);
    expect(plateau!.to).toBeGreaterThanOrEqual(85);
    expect(plateau!.to).toBeLessThanOrEqual(95);
  });

  it.each([
    ['a steady fall', times(300, (i) => 1 - i / 301)],
    ['an exponential', times(400, (i) => 0.99 ** i)],
    ['a power law', times(2000, (i) => (i + 1) ** -0.2)],
    ['the end of a run that has learned', times(400, (i) => 0.05 + 0.9 ** i)],
    ['zero', times(100, (i) => (i ? 0 : 1))],
    ['too short a rest', [...times(20, () => 1), ...times(40, (i) => 0.97 ** (i + 1))]],
    ['a loss that jumps about', times(300, (i) => 1 + 0.5 * noise(i))],
    ['a rise', times(200, (i) => 1.01 ** i)],
    ['nothing', []],
    ['one epoch', [1]],
  ])('is not %s', (_, losses) => {
    expect(plateausIn(losses)).toEqual([]);
  });

  it('has to be long beside the epochs before it', () => {
    const rest = (length: number) => [
      ...times(200, (i) => 1 - i / 500),
      ...times(length, () => 0.6),
      ...times(60, (i) => 0.6 * 0.97 ** (i + 1)),
    ];
    expect(plateausIn(rest(60))).toEqual([]);
    expect(plateausIn(rest(140))).toHaveLength(1);
  });

  it('goes on through a loss that creeps, until that shows', () => {
    const losses = times(400, (i) => 0.7 * 0.9997 ** i);
    const [plateau, ...others] = plateausIn(losses);
    expect(others).toEqual([]);
    expect(plateau!.from).toBeLessThanOrEqual(5);
    expect(plateau!.to).toBeGreaterThan(100);
    expect(losses[plateau!.to]! / losses[0]!).toBeGreaterThan(0.95);
  });

  it('is the same whenever one looks, and never NaN', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(0.5, 0.51, 0.505, NaN),
            fc.double({ min: 0, max: 1, noNaN: true }),
          ),
          {
            maxLength: 200,
          },
        ),
        fc.array(fc.nat(199), { maxLength: 6 }),
        (losses, looks) => {
          const values = Float64Array.from([...losses, ...times(40, () => 0.5)]);
          const growing = new PlateauFinder();
          for (const look of looks.sort((a, b) => a - b))
            growing.find(values.subarray(0, look), everyEpoch);
          const found = growing.find(values, everyEpoch);
          expect(found).toEqual(new PlateauFinder().find(values, everyEpoch));
          for (const { from, to } of found) expect(to - from).toBeGreaterThanOrEqual(25);
        },
      ),
    );
  });

  it('is kept with the history, and looked for anew when part of it is forgotten', () => {
    const history = new History();
    const record = (epoch: number, loss: number) =>
      history.record(epoch, Float64Array.of(loss, NaN, NaN, NaN));
    for (let epoch = 0; epoch < 60; epoch++) record(epoch, 0.7);
    const found = plateausOf(history);
    expect(found).toEqual([{ from: 4, to: 59 }]);
    expect(plateausOf(history)).toBe(found);
    history.truncate(10);
    expect(plateausOf(history)).toEqual([]);
    for (let epoch = 10; epoch < 60; epoch++) record(epoch, 0.7 * 0.95 ** (epoch - 9));
    expect(plateausOf(history)).toEqual([]);
  });

  it('is found by the epochs that have rows, whenever one looked', () => {
    const [history, seenOften] = [new History(100), new History(100)];
    // In the end every fourth epoch has a row, and the last one.
    for (let epoch = 0; epoch < 375; epoch++) {
      const loss = epoch < 100 ? 1 - epoch / 250 : 0.6;
      for (const one of [history, seenOften])
        one.record(epoch, Float64Array.of(loss, NaN, NaN, NaN));
      plateausOf(seenOften);
    }
    expect(history.every).toBe(4);
    const [plateau, ...others] = plateausOf(history);
    expect(others).toEqual([]);
    expect(plateausOf(seenOften)).toEqual([plateau]);
    expect(plateau!.from % 4).toBe(0);
    expect(plateau!.from).toBeGreaterThanOrEqual(100);
    expect(plateau!.from).toBeLessThanOrEqual(120);
    expect(plateau!.to).toBe(history.epochs[history.settled - 1]);
  });
});

describe('the flags', () => {
  const view = createView({ epochs: 100, low: 0, high: 1 }, 'linear', { width: 400, height: 240 }, [
    'train',
  ]);
  const changes = (count: number) => `${count} changes`;
  const event = (epoch: number, short = 'lr 0.1', kind: RunEvent['kind'] = 'learningRate') =>
    ({ epoch, kind, short, words: short }) satisfies RunEvent;

  it('stand at their epochs, with their own words, while there is room', () => {
    const flags = layOutFlags([event(10), event(60, 'data', 'data')], view, changes);
    expect(flags.map(({ ticks, text }) => [ticks, text])).toEqual([
      [[view.x(10)], 'lr 0.1'],
      [[view.x(60)], 'data'],
    ]);
  });

  it('become one where they would collide: of a drag the last value counts', () => {
    const drag = Array.from({ length: 12 }, (_, i) => event(40 + i, `lr 0.${i + 10}`));
    const [flag, ...others] = layOutFlags(drag, view, changes);
    expect(others).toEqual([]);
    expect(flag!.text).toBe('lr 0.21');
    expect(flag!.events).toHaveLength(12);
    expect(flag!.ticks).toEqual(drag.map(({ epoch }) => view.x(epoch)));
  });

  it('say how many changes there were when their words are too long', () => {
    const all = [event(40), event(40, '2–10–10–1', 'model'), event(41, 'weights', 'weights')];
    expect(layOutFlags(all, view, changes)[0]!.text).toBe('3 changes');
    expect(layOutFlags(all.slice(0, 2), view, changes)[0]!.text).toBe('lr 0.1, 2–10–10–1');
  });

  it('never touch, lose nothing and stay in the picture, however many there are', () => {
    const anyEvent = fc
      .tuple(
        fc.nat(100),
        fc.constantFrom(['lr 0.125', 'learningRate'], ['data', 'data'], ['2–4–8–1', 'model']),
      )
      .map(([epoch, [short, kind]]) => event(epoch, short, kind as RunEvent['kind']));
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const sorted = [...events].sort((a, b) => a.epoch - b.epoch);
        const flags = layOutFlags(sorted, view, changes);
        expect(flags.flatMap((flag) => flag.events)).toEqual(sorted);
        flags.forEach((a, i) => {
          expect(a.start).toBeGreaterThanOrEqual(-0.01);
          expect(a.end).toBeLessThanOrEqual(view.plotWidth + 9);
          for (const b of flags.slice(i + 1)) expect(collide(a, b)).toBe(false);
        });
      }),
    );
  });

  it('name a model by its sizes', () => {
    expect(sizesOf('Sequential(Linear(2, 4), ReLU, Linear(4, 1), Sigmoid)')).toBe('2–4–1');
    expect(sizesOf('Sequential(ReLU)')).toBe('');
  });
});

describe('labels in a column', () => {
  it('keep apart, in order and inside, and move as little as that takes', () => {
    const height = fc.double({ min: 0, max: 188, noNaN: true });
    fc.assert(
      fc.property(fc.array(height, { minLength: 1, maxLength: 12 }), (heights) => {
        const placed = spread(heights, 13, 0, 188);
        const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]! || a - b);
        for (let k = 1; k < order.length; k++) {
          expect(placed[order[k]!]! - placed[order[k - 1]!]!).toBeGreaterThanOrEqual(13 - 1e-9);
        }
        for (const y of placed) {
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(188 + 1e-9);
        }
        const isFree = order.every(
          (i, k) => k === 0 || heights[i]! - heights[order[k - 1]!]! >= 13,
        );
        if (isFree) expect(placed).toEqual(heights);
      }),
    );
  });

  it('stand closer where there are too many', () => {
    const placed = spread(Array<number>(30).fill(90), 13, 0, 188);
    expect([placed[0], placed.at(-1)]).toEqual([0, 188]);
  });
});

describe('the key M', () => {
  const press = (epoch: number, shiftKey = false, stops: readonly number[] = [0, 30, 60]) =>
    moveReader(
      { key: shiftKey ? 'M' : 'm', shiftKey, ctrlKey: false, altKey: false, metaKey: false },
      epoch,
      100,
      stops,
    );

  it('goes from mark to mark, and stays at the last', () => {
    expect([press(10), press(30), press(60)]).toEqual([30, 60, 60]);
    expect([press(60, true), press(35, true), press(0, true)]).toEqual([30, 30, 0]);
    expect(press(10, false, [])).toBeNull();
  });
});
