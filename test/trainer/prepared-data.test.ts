// Data that is made in parts, so that a page can do something else in between: the same to the bit.
import { expect, it } from 'vitest';
import { createTrainer, type TrainerOptions } from '../../src/engine-entry';
import { isLarge, prepareData } from '../../src/trainer';

const large: TrainerOptions = { data: 'circles', points: 30_000, seed: 3, dataSeed: 5 };

function prepare(options: TrainerOptions): number {
  const parts = prepareData(options);
  let pauses = 0;
  while (!parts.next().done) pauses++;
  return pauses;
}

it.each<TrainerOptions>([
  large,
  { ...large, data: 'blobs', testRatio: 0.5 },
  { ...large, testRatio: 0 },
])('a run that is made with it has the same numbers: %o', (options) => {
  const at = createTrainer({ ...options });
  const pauses = prepare(options);
  const prepared = createTrainer(options);
  expect(pauses).toBeGreaterThan(0);
  expect(prepared.data).toEqual(at.data);
  expect(prepared.testData).toEqual(at.testData);
  expect(prepared.now).toEqual(at.now);
});

it('belongs to one run, since a run may change its data', () => {
  prepare(large);
  const [one, other] = [createTrainer(large), createTrainer(large)];
  expect(other.data.x.data).not.toBe(one.data.x.data);
  expect(other.data).toEqual(one.data);
});

it('complains as a run does that is made at once', () => {
  expect(() => prepare({ data: 'moons', points: 1e9 })).toThrow('moons got n = 1000000000');
});

it('is worth it for many points, drawn or given, and for a large model', () => {
  const { data } = createTrainer(large);
  const small = createTrainer({ points: 200 });
  const split = { train: data };
  const cases: [boolean, TrainerOptions[]][] = [
    [true, [large, { data }, { data: split }, { model: [2, 200, 200, 1] }]],
    [false, [{}, { points: 200 }, { data: small.data, points: 1e6 }, { model: [2, 10, 1] }]],
  ];
  for (const [expected, options] of cases) {
    for (const one of options) expect(isLarge(one)).toBe(expected);
  }
});
