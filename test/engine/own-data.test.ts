// Data of one's own: from points, from CSV, and split in two.
import { describe, expect, it } from 'vitest';
import { PancakeError, datasets, fromCSV, fromPoints, split } from '../../src/engine';
import { hashOf } from './helpers';

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

  it('keeps each point together with its label, in the order of the data', () => {
    const several = datasets.blobs({ n: 40, seed: 2 });
    const { train, test } = split(several, 0.25, 3);
    expect([train.y.shape, test.y.shape]).toEqual([[30], [10]]);
    const all = (several.x.toArray() as number[][]).map(String);
    for (const part of [train, test]) {
      const places = (part.x.toArray() as number[][]).map((row) => all.indexOf(String(row)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect([...part.y.data]).toEqual(places.map((place) => several.y.data[place]));
    }
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
    expect(fromPoints(points([0, -1]))).toMatchObject({ task: 'regression', classes: 0 });
    expect(fromPoints(points([3, 19]))).toMatchObject({ task: 'multiclass', classes: 20 });
    expect(fromPoints(points([3, 20]))).toMatchObject({ task: 'regression', classes: 0 });
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
    const far = fromPoints([{ x: 1e18, y: -1e18, label: 0 }]).domain;
    expect(far.x[0]).toBeLessThan(1e18);
    expect(far.x[1]).toBeGreaterThan(1e18);
    expect(far.y[0]).toBeLessThan(far.y[1]);
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
    expect(() => fromCSV('1,1,2.5\n2,2,dog', { task: 'regression' })).toThrow(
      new PancakeError('line 2: "dog" is not a number'),
    );
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
