// Data: what is said of each mistake, to the letter, and what is at the edge of what is taken.
import { describe, expect, it } from 'vitest';
import {
  PancakeError,
  datasets,
  fromCSV,
  fromPoints,
  readCSV,
  split,
  toCSV,
  type Dataset,
  type LabelledPoint,
  type Task,
} from '../../src/engine';
import { Tensor } from '../../src/engine-entry';
import { hashOf } from './helpers';

const { aboveCurve, moons, blobs, spirals, plane, gauss } = datasets;
const labelled = (...labels: number[]) => labels.map((label, i) => ({ x: i, y: -i, label }));
const at = (x: number, y: number): LabelledPoint => ({ x, y, label: 0 });
const two = fromPoints(labelled(0, 1));
const notANumber = 'it must be a finite number';
const size = 'it must be a whole number from 1 to 1000000';
const share = 'it must be a share for testing, above 0 and below 1';
const separate = 'each class needs a name of its own';

describe('a mistake is answered with', () => {
  it.each<[message: string, mistake: () => unknown]>([
    [`moons got n = 0; ${size}`, () => moons({ n: 0 })],
    [`moons got n = 1000001; ${size}`, () => moons({ n: 1_000_001 })],
    [`blobs got n = 2.5; ${size}`, () => blobs({ n: 2.5 })],
    [`spirals got n = "9"; ${size}`, () => spirals({ n: '9' as never })],
    [`aboveCurve got n = 0; ${size}`, () => aboveCurve(Math.sin)({ n: 0 })],
    ['moons got noise = 1.01; it must be a number from 0 to 1', () => moons({ noise: 1.01 })],
    ['moons got noise = -0.01; it must be a number from 0 to 1', () => moons({ noise: -0.01 })],
    [
      'moons got noise = "0.5"; it must be a number from 0 to 1',
      () => moons({ noise: '0.5' as never }),
    ],
    ['plane got noise = NaN; it must be a number from 0 to 1', () => plane({ noise: NaN })],
    ['blobs got classes = 1; it must be a whole number from 2 to 8', () => blobs({ classes: 1 })],
    ['blobs got classes = 9; it must be a whole number from 2 to 8', () => blobs({ classes: 9 })],
    [
      'spirals got classes = 2.5; it must be a whole number from 2 to 8',
      () => spirals({ classes: 2.5 }),
    ],
    ['aboveCurve got "x"; it takes a function of x', () => aboveCurve('x' as never)],
    ['fromPoints got []; it needs at least one point, as { x, y, label }', () => fromPoints([])],
    [
      'fromPoints got an object of type Object; it needs at least one point, as { x, y, label }',
      () => fromPoints({ length: 1 } as never),
    ],
    [`fromPoints: point 0 has x = NaN; ${notANumber}`, () => fromPoints([at(NaN, 0)])],
    [
      `fromPoints: point 1 has y = Infinity; ${notANumber}`,
      () => fromPoints([at(0, 0), at(0, Infinity)]),
    ],
    [
      `fromPoints: point 0 has label = "a"; ${notANumber}`,
      () => fromPoints([{ ...at(0, 0), label: 'a' as never }]),
    ],
    [
      `fromPoints: point 0 has x = undefined; ${notANumber}`,
      () => fromPoints([undefined as never]),
    ],
    [
      "task is \"both\"; it must be 'binary', 'multiclass' or 'regression'",
      () => fromPoints(labelled(0), { task: 'both' as never }),
    ],
    [
      'point 1 has the label 2; for binary data it must be 0 or 1',
      () => fromPoints(labelled(1, 2), { task: 'binary' }),
    ],
    ...[-1, 0.5, 1000].map((label): [string, () => unknown] => [
      `point 2 has the label ${label}; for multiclass data it must be a class number from 0 to 999`,
      () => fromPoints(labelled(0, 999, label), { task: 'multiclass' }),
    ]),
    [
      'fromPoints: point 1 lies beyond 1e+100, too far for a picture; give a domain',
      () => fromPoints([at(0, 1e100), at(0, -1.1e100)]),
    ],
    [
      'fromPoints: point 0 lies beyond 1e+100, too far for a picture; give a domain',
      () => fromPoints([at(2e100, 0)]),
    ],
    [`split got the ratio 0; ${share}`, () => split(two, 0)],
    [`split got the ratio 1; ${share}`, () => split(two, 1)],
    [`split got the ratio NaN; ${share}`, () => split(two, NaN)],
    [`split got the ratio "0.5"; ${share}`, () => split(two, '0.5' as never)],
    [
      'split got a data set of 1 points; it needs at least two',
      () => split(fromPoints(labelled(1)), 0.5),
    ],
    ['fromCSV got 7; it takes text', () => fromCSV(7 as never)],
    ['fromCSV got no text; it needs lines of x, y and label', () => fromCSV(' \n\t\n')],
    ['fromCSV found a header but no points below it', () => fromCSV('\nX;Y;Target\n')],
    ['line 2: the columns are a, b; they must be named x, y and label', () => fromCSV('\na,b')],
    ['line 1: the y is missing; a line is x, y and label', () => fromCSV('1,,2')],
    [
      'line 3: "dog" is not a number',
      () => fromCSV('x,y,label\n1,2,3\n1,2,dog', { task: 'regression' }),
    ],
    [
      'toCSV got points of 3 inputs; it writes x and y',
      () => toCSV({ ...two, x: Tensor.zeros([2, 3]) }),
    ],
    [`toCSV got classNames = ["a","a"]; ${separate}`, () => toCSV(two, { classNames: ['a', 'a'] })],
    [
      `toCSV got classNames = ["a b"," a\\n b "]; ${separate}`,
      () => toCSV(two, { classNames: ['a b', ' a\n b '] }),
    ],
  ])('%s', (message, mistake) => {
    expect(mistake).toThrow(new PancakeError(message));
  });
});

describe('at the edge of what is taken', () => {
  it('noise of none and of all, and as few and as many classes as there may be', () => {
    for (const noise of [0, 1]) expect(moons({ n: 2, noise }).y.toArray()).toEqual([[0], [1]]);
    for (const classes of [2, 8])
      expect(blobs({ n: 9, classes }).y.toArray()).toEqual(
        Array.from({ length: 9 }, (_, i) => i % classes),
      );
  });

  it('what strays over the edge is turned back there, as by a mirror', () => {
    const { x } = gauss({ n: 400, noise: 1, seed: 2 });
    expect(Math.max(...x.data)).toBeGreaterThan(4.8);
    expect(hashOf(x.data)).toBe('b202a83b');
  });

  it.each<[labels: number[], task: Task, classes: number]>([
    [[0, 0], 'binary', 2],
    [[1, 1], 'binary', 2],
    [[2, 2], 'multiclass', 3],
    [[0, 19], 'multiclass', 20],
    [[0, 20], 'regression', 0],
    [[-1, 1], 'regression', 0],
    [[0, 1.5], 'regression', 0],
  ])('labels %j are %s', (labels, task, classes) => {
    expect(fromPoints(labelled(...labels))).toMatchObject({ task, classes });
  });

  it('a class number of 999 makes a thousand classes', () => {
    const { classes, y } = fromPoints(labelled(0, 999), { task: 'multiclass' });
    expect([classes, y.toArray()]).toEqual([1000, [0, 999]]);
  });

  it('the plane around points is a square, a fifth wider than they lie apart', () => {
    const domain = (...points: LabelledPoint[]) => fromPoints(points).domain;
    expect(domain(at(0, 10), at(4, 10), at(1, 11))).toEqual({
      x: [2 - 2.4, 2 + 2.4],
      y: [10.5 - 2.4, 10.5 + 2.4],
    });
    expect(domain(at(5, -10), at(5, -16))).toEqual({
      x: [5 - 1.2 * 3, 5 + 1.2 * 3],
      y: [-13 - 1.2 * 3, -13 + 1.2 * 3],
    });
    const wide = 1e-9 * 2 ** 40;
    expect(domain(at(2 ** 40, 3))).toEqual({
      x: [2 ** 40 - wide, 2 ** 40 + wide],
      y: [3 - wide, 3 + wide],
    });
    expect(domain(at(3, -(2 ** 40)))).toEqual({
      x: [3 - wide, 3 + wide],
      y: [-(2 ** 40) - wide, -(2 ** 40) + wide],
    });
    expect(domain(at(1e100, 0)).x).toEqual([1e100 - 1e91, 1e100 + 1e91]);
    const given = { x: [0, 1], y: [2, 3] } as const;
    expect(fromPoints([at(1e200, 0)], { domain: given }).domain).toBe(given);
  });

  it.each<[ratio: number, tested: number]>([
    [0.04, 1],
    [0.14, 1],
    [0.25, 3],
    [0.3, 3],
    [0.96, 9],
  ])('of ten points, a share of %d is %d', (ratio, tested) => {
    const { train, test } = split(fromPoints(labelled(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)), ratio);
    expect([train.y.size, test.y.size]).toEqual([10 - tested, tested]);
    expect([train.x.shape, test.x.shape]).toEqual([
      [10 - tested, 2],
      [tested, 2],
    ]);
  });
});

type Read = ReturnType<typeof readCSV>;
const read = (rows: [number, number, number][], classNames: string[] = []): Read => ({
  points: rows.map(([x, y, label]) => ({ x, y, label })),
  classNames,
  errors: [],
});
const problem = (line: number, message: string, of: Read['errors'][0]['problem']): Read => ({
  points: [],
  classNames: [],
  errors: [{ line, message, problem: of }],
});
const missing = (line: number, column: 'x' | 'y' | 'label') =>
  problem(line, `the ${column} is missing; a line is x, y and label`, { kind: 'missing', column });

describe('readCSV', () => {
  it.each<[string, Read]>([
    [7 as never, problem(1, 'readCSV got 7; it takes text', { kind: 'noText' })],
    ['', problem(1, 'there is no text; it needs lines of x, y and label', { kind: 'noText' })],
    [
      '\uFEFF \n',
      problem(1, 'there is no text; it needs lines of x, y and label', { kind: 'noText' }),
    ],
    [
      '\n\nx,y,class',
      problem(3, 'there is a header but no points below it', { kind: 'onlyHeader' }),
    ],
    [
      'one\n1,2,3',
      problem(1, 'the columns are one; they must be named x, y and label', {
        kind: 'columns',
        names: ['one'],
      }),
    ],
    [
      '\na;b;c;d\n1;2;3;4',
      problem(2, 'the columns are a, b, c, d; they must be named x, y and label', {
        kind: 'columns',
        names: ['a', 'b', 'c', 'd'],
      }),
    ],
    ...['a,y,label', 'x,a,label', 'x,y,a'].map((header): [string, Read] => [
      `${header}\nb,c,d`,
      problem(
        1,
        `the columns are ${header.replaceAll(',', ', ')}; they must be named x, y and label`,
        {
          kind: 'columns',
          names: header.split(','),
        },
      ),
    ]),
    // A number among the first two is a line of points.
    ['x,2,0', problem(1, '"x" is not a number', { kind: 'notANumber', cell: 'x' })],
    ['1,y,0', problem(1, '"y" is not a number', { kind: 'notANumber', cell: 'y' })],
    [',2,0', missing(1, 'x')],
    ['1,,0', missing(1, 'y')],
    ['1,2,', missing(1, 'label')],
    ['1', missing(1, 'y')],
    ['1,"2",', missing(1, 'label')],
    ['1,"2"', missing(1, 'label')],
    ['1,2,3', read([[1, 2, 3]])],
    ['1,"2",3', read([[1, 2, 3]])],
    ['1 ; 2 ; 3', read([[1, 2, 3]])],
    ['1\t2\t3,5', read([[1, 2, 0]], ['3,5'])],
    ['y,x,target\n1,2,3', read([[2, 1, 3]])],
    [
      'X,Y,Class\r1,2,3\r\n4,5,6',
      read([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ],
    ['class,x,y\n3,1,2', read([[1, 2, 3]])],
    [
      '1,2,7\n3,4,cat\n5,6,7',
      read(
        [
          [1, 2, 0],
          [3, 4, 1],
          [5, 6, 0],
        ],
        ['7', 'cat'],
      ),
    ],
    [
      "1,2,'=a\n3,4,'b\n5,6,''-c",
      read(
        [
          [1, 2, 0],
          [3, 4, 1],
          [5, 6, 2],
        ],
        ['=a', "'b", "'-c"],
      ),
    ],
    [
      '1;2;" a; ""b"" "\n3;4;c',
      read(
        [
          [1, 2, 0],
          [3, 4, 1],
        ],
        ['a; "b"', 'c'],
      ),
    ],
    ['-0,1e3,.5', read([[-0, 1000, 0.5]])],
  ])('%j', (text, wanted) => {
    expect(readCSV(text)).toEqual(wanted);
  });
});

describe('toCSV', () => {
  const three = { ...fromPoints([at(1, 2), at(-0, 1e21), at(0.1, 3)]), y: Tensor.from([0, 1, 2]) };
  const several: Dataset = { ...three, task: 'multiclass', classes: 3 };

  it.each<[string, Dataset, string[] | undefined, labels: string[]]>([
    ['numbers alone', several, undefined, ['0', '1', '2']],
    ['names, as far as there are any', several, ['cat', '', 'a  dog'], ['cat', '1', 'a dog']],
    ['fewer names than classes', several, ['cat'], ['cat', '1', '2']],
    ['names that are numbers', several, ['7', '8', '9'], ['0', '1', '2']],
    ['names of which some are numbers', several, ['7', 'b', '9'], ['7', 'b', '9']],
    ['names that need quotes', several, ['a,b', 'a"b', 'a;b'], ['"a,b"', '"a""b"', '"a;b"']],
    ['names like formulas', several, ['=a', "'+b", 'c=d'], ["'=a", "''+b", 'c=d']],
    [
      'targets, whatever the names',
      { ...three, task: 'regression' },
      ['a', 'b', 'c'],
      ['0', '1', '2'],
    ],
  ])('writes %s', (_, data, classNames, [a, b, c]) => {
    expect(toCSV(data, { classNames })).toBe(`x,y,label\n1,2,${a}\n-0,1e+21,${b}\n0.1,3,${c}\n`);
  });
});
