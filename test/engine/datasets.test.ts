// The data sets: balanced, within the plane, and the same for the same seed.
import { describe, expect, it } from 'vitest';
import { PancakeError, datasets, fromCSV, fromPoints, split, type Dataset } from '../../src/engine';
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
      "bumps": "b3bbc1e1",
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

describe('split', () => {
  const data = datasets.moons({ n: 50, seed: 2 });

  it('keeps the share asked for apart, without losing or doubling a point', () => {
    const { train, test } = split(data, 0.3, 1);
    expect([train.x.shape, test.x.shape]).toEqual([
      [35, 2],
      [15, 2],
    ]);
    const rows = [train, test].flatMap(({ x }) => (x.toArray() as number[][]).map(String)).sort();
    expect(rows).toEqual((data.x.toArray() as number[][]).map(String).sort());
    expect(train).toMatchObject({ task: 'binary', classes: 2, domain: data.domain });
  });

  it('depends on its seed alone', () => {
    const hash = (seed: number) => hashOf(split(data, 0.3, seed).test.x.data);
    expect(hash(1)).toBe(hash(1));
    expect(hash(1)).not.toBe(hash(2));
  });

  it('leaves at least one point on each side', () => {
    const two = fromPoints([
      { x: 0, y: 0, label: 0 },
      { x: 1, y: 1, label: 1 },
    ]);
    for (const ratio of [0.01, 0.99]) {
      const { train, test } = split(two, ratio, 0);
      expect([train.y.size, test.y.size]).toEqual([1, 1]);
    }
    expect(() => split(two, 1, 0)).toThrow('it must be a share for testing, above 0 and below 1');
    expect(() => split(split(two, 0.5).test, 0.5)).toThrow('it needs at least two');
  });
});

describe('fromPoints', () => {
  const points = (labels: number[]) => labels.map((label, i) => ({ x: i, y: -i, label }));

  it('finds the task in the labels', () => {
    expect(fromPoints(points([0, 1, 1]))).toMatchObject({ task: 'binary', classes: 2 });
    expect(fromPoints(points([0, 2, 1]))).toMatchObject({ task: 'multiclass', classes: 3 });
    expect(fromPoints(points([0, 0.5]))).toMatchObject({ task: 'regression', classes: 0 });
    expect(fromPoints(points([0, 1]), { task: 'regression' })).toMatchObject({
      task: 'regression',
    });
  });

  it('shows a square around the points, never an empty one', () => {
    const { domain } = fromPoints(points([0, 1, 1]));
    expect(domain.x[1] - domain.x[0]).toBeCloseTo(domain.y[1] - domain.y[0], 12);
    expect(domain.x[0]).toBeLessThan(0);
    expect(domain.x[1]).toBeGreaterThan(2);
    expect(fromPoints([{ x: 3, y: 4, label: 1 }]).domain).toEqual({ x: [2, 4], y: [3, 5] });
  });

  it('refuses what is no point, and labels that do not fit', () => {
    expect(() => fromPoints([])).toThrow('it needs at least one point');
    expect(() => fromPoints([{ x: 1, y: Infinity, label: 0 }])).toThrow(
      'fromPoints: point 0 has y = Infinity; it must be a finite number',
    );
    expect(() => fromPoints(points([0, 2]), { task: 'binary' })).toThrow(
      'point 1 has the label 2; for binary data it must be 0 or 1',
    );
  });
});

describe('fromCSV', () => {
  it('reads three columns, with or without a header, whatever parts them', () => {
    for (const text of [
      '1,2,0\n3,4,1\n',
      'x;y;label\r\n1;2;0\r\n3;4;1',
      '\uFEFFx\ty\tclass\n1\t2\t0\n\n3\t4\t1',
    ]) {
      const { x, y, task } = fromCSV(text);
      expect(x.toArray()).toEqual([
        [1, 2],
        [3, 4],
      ]);
      expect(y.toArray()).toEqual([[0], [1]]);
      expect(task).toBe('binary');
    }
  });

  it('follows the names of the columns', () => {
    const { x, y } = fromCSV('label,id,Y,X\n1,a,20,10\n0,b,40,30');
    expect(x.toArray()).toEqual([
      [10, 20],
      [30, 40],
    ]);
    expect(y.toArray()).toEqual([[1], [0]]);
  });

  it('turns words into class numbers, in the order in which they appear', () => {
    const { y, task, classes } = fromCSV('1,1,cat\n2,2,dog\n3,3,cat\n4,4,"fish"');
    expect(y.toArray()).toEqual([0, 1, 0, 2]);
    expect({ task, classes }).toEqual({ task: 'multiclass', classes: 3 });
    expect(fromCSV('1,1,cat\n2,2,dog').task).toBe('binary');
  });

  it.each([
    ['', 'fromCSV got no text'],
    ['x,y,label', 'fromCSV found a header but no points below it'],
    ['1,2,0\n3,abc,1', 'line 2: "abc" is not a number'],
    ['x,y,label\n1,2,0\n\n4,5', 'line 4: the label is missing; a line is x, y and label'],
    ['a,b,c\n1,2,0', 'line 1: the columns are a, b, c; they must be named x, y and label'],
    ['1,Infinity,0', 'line 1: "Infinity" is not a number'],
  ])('names the line that it cannot read (%#)', (text, message) => {
    expect(() => fromCSV(text)).toThrow(PancakeError);
    expect(() => fromCSV(text)).toThrow(message);
  });
});
