// The data sets: balanced, within the plane, and the same for the same seed.
import { describe, expect, it } from 'vitest';
import { PancakeError, datasets, type Dataset } from '../../src/engine';
import { hashOf } from './helpers';

const { aboveCurve, simple, ...generators } = datasets;
const names = Object.keys(generators) as (keyof typeof generators)[];

describe.each(names)('%s', (name) => {
  const make = (options = {}): Dataset => datasets[name](options);

  it('gives as many points as asked for, inside the plane', () => {
    for (const [n, noise] of [
      [1, 0.1],
      [7, 0],
      [300, 0.1],
      [300, 1],
    ] as const) {
      const { x, y, domain } = make({ n, noise, seed: 3 });
      expect(x.shape).toEqual([n, 2]);
      expect(y.shape[0]).toBe(n);
      expect(domain).toEqual({ x: [-5, 5], y: [-5, 5] });
      for (const value of x.data) expect(Math.abs(value)).toBeLessThan(5);
    }
  });

  it('has 200 points, a little noise and the seed 0 unless told otherwise', () => {
    expect(make()).toEqual(make({ n: 200, noise: 0.1, seed: 0 }));
    expect(make()).not.toEqual(make({ noise: 0.2 }));
  });

  it('is the same for the same seed, and another for another', () => {
    const hash = (seed: number) => {
      const { x, y } = make({ n: 50, seed });
      return hashOf(x.data, y.data);
    };
    expect(hash(4)).toBe(hash(4));
    expect(hash(4)).not.toBe(hash(5));
  });

  it('has targets that fit its task, the classes in equal parts', () => {
    const { y, task, classes } = make({ n: 120 });
    if (task === 'regression') {
      expect(classes).toBe(0);
      expect(y.shape).toEqual([120, 1]);
      expect(new Set(y.data).size).toBeGreaterThan(100);
      return;
    }
    expect(y.shape).toEqual(task === 'binary' ? [120, 1] : [120]);
    const counts = Array.from({ length: classes }, (_, k) => y.data.filter((t) => t === k).length);
    expect(counts).toEqual(Array.from({ length: classes }, () => 120 / classes));
  });

  it('refuses sizes and noise that make no sense', () => {
    expect(() => make({ n: 0 })).toThrow(
      `${name} got n = 0; it must be a whole number from 1 to 1000000`,
    );
    expect(() => make({ noise: 2 })).toThrow(
      `${name} got noise = 2; it must be a number from 0 to 1`,
    );
    expect(() => make({ seed: NaN })).toThrow(PancakeError);
  });
});

it('the points of every data set are those that they always were', () => {
  const hashes = names.map((name) => {
    const { x, y } = datasets[name]({ n: 100, noise: 0.2, seed: 1 });
    return [name, hashOf(x.data, y.data)];
  });
  const curve = aboveCurve((x) => x * x - 2)({ n: 100, noise: 0.2, seed: 1 });
  hashes.push(['aboveCurve', hashOf(curve.x.data, curve.y.data)]);
  expect(Object.fromEntries(hashes)).toMatchInlineSnapshot(`
    {
      "aboveCurve": "19f50f11",
      "blobs": "ddb12ec4",
      "bumps": "cb6f04b4",
      "checkerboard": "c56e43f5",
      "circles": "b2500b0d",
      "gauss": "692474a0",
      "moons": "3497175c",
      "plane": "8ce44933",
      "rings": "76fc3df9",
      "sine": "f25541de",
      "spiral": "e3a097f6",
      "spirals": "97e67d8e",
      "xor": "1de23e2a",
    }
  `);
});

describe('single data sets', () => {
  it('simple is the notebook’s four points', () => {
    const { x, y, task } = simple({ n: 100, seed: 3 });
    expect(x.toArray()).toEqual([
      [1, 2],
      [2, 1],
      [3, 2],
      [2, 3],
    ]);
    expect(y.toArray()).toEqual([[1], [1], [0], [0]]);
    expect(task).toBe('binary');
  });

  it('without noise, the classes can be told apart by their rule', () => {
    const holds = (data: Dataset, rule: (x: number, y: number) => boolean) => {
      for (let i = 0; i < data.y.size; i++) {
        const [px, py] = [data.x.data[2 * i]!, data.x.data[2 * i + 1]!];
        expect(rule(px, py)).toBe(data.y.data[i] === 1);
      }
    };
    const clean = { n: 200, noise: 0 };
    holds(datasets.xor(clean), (x, y) => x * y > 0);
    holds(datasets.circles(clean), (x, y) => x * x + y * y < 6);
    holds(datasets.rings(clean), (x, y) => x * x + y * y < 6);
    holds(
      datasets.checkerboard(clean),
      (x, y) => (Math.floor(x / 2) + Math.floor(y / 2)) % 2 !== 0,
    );
    holds(datasets.aboveCurve((x) => x * x - 2)(clean), (x, y) => y > x * x - 2);
  });

  it('several classes may be from two to eight', () => {
    expect(datasets.blobs({ classes: 5, n: 10 }).classes).toBe(5);
    expect(() => datasets.spirals({ classes: 9 })).toThrow('it must be a whole number from 2 to 8');
  });

  it('a curve must be a function that gives numbers', () => {
    expect(() => aboveCurve(3 as never)).toThrow('aboveCurve got 3; it takes a function of x');
    expect(() => aboveCurve(() => NaN)()).toThrow('is NaN; it must be a finite number');
  });
});
