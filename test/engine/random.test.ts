// Random numbers: well spread, independent, and the same for ever.
import { describe, expect, it } from 'vitest';
import { PancakeError, createRng, mixSeeds } from '../../src/engine';
import { hashOf } from './helpers';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('a random stream', () => {
  it('is the one that it always was', () => {
    const rng = createRng(42);
    expect(hashOf(draws(1000, () => rng.next()))).toMatchInlineSnapshot(`"44dbc905"`);
    expect(hashOf(draws(1000, () => rng.normal()))).toMatchInlineSnapshot(`"00b81d1e"`);
    expect(hashOf(rng.shuffle(Array.from({ length: 100 }, (_, i) => i)))).toMatchInlineSnapshot(
      `"191ba85c"`,
    );
  });

  it('depends on its seed alone; seeds next to each other are far apart', () => {
    const first = (seed: number) => createRng(seed).next();
    expect(first(5)).toBe(first(5));
    const starts = Array.from({ length: 1000 }, (_, seed) => first(seed));
    expect(new Set(starts).size).toBe(1000);
    expect(mean(starts)).toBeCloseTo(0.5, 1);
    const steps = starts.slice(1).map((value, i) => (value - 0.5) * (starts[i]! - 0.5));
    expect(Math.abs(mean(steps)) * 12).toBeLessThan(0.1);
    expect(first(0.5)).not.toBe(first(0));
    expect(first(-1)).not.toBe(first(1));
  });

  it('is spread evenly over [0, 1)', () => {
    const rng = createRng(1);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const value = rng.next();
      expect(value >= 0 && value < 1).toBe(true);
      counts[Math.floor(value * 10)]!++;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('draws normal numbers with the mean and deviation asked for', () => {
    const rng = createRng(2);
    const values = draws(50_000, () => rng.normal(3, 2));
    const variance = mean(values.map((value) => (value - 3) ** 2));
    expect(mean(values)).toBeCloseTo(3, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
    const beyond = values.filter((value) => Math.abs(value - 3) > 4).length / values.length;
    expect(beyond).toBeGreaterThan(0.04);
    expect(beyond).toBeLessThan(0.051);
  });

  it('draws whole numbers below n, each equally often', () => {
    const rng = createRng(3);
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) counts[rng.int(6)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('shuffles in place, without losing an entry, every order equally likely', () => {
    const rng = createRng(4);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const list = ['a', 'b', 'c'];
      expect(rng.shuffle(list)).toBe(list);
      seen.set(list.join(''), (seen.get(list.join('')) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it.each([NaN, Infinity, '7', undefined, null])('refuses the seed %s', (seed) => {
    expect(() => createRng(seed as number)).toThrow(PancakeError);
    expect(() => createRng(seed as number)).toThrow('it must be a finite number');
  });
});

describe('mixed seeds', () => {
  it('differ when any of their parts does', () => {
    const mixed = new Set<number>();
    for (let a = 0; a < 30; a++) for (let b = 0; b < 30; b++) mixed.add(mixSeeds(a, b));
    expect(mixed.size).toBe(900);
    expect(mixSeeds(1, 2)).toBe(mixSeeds(1, 2));
  });
});
