// CSV: what can be read, what cannot and why, and out and in again without losing a bit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCSV, fromPoints, readCSV, toCSV } from '../../src/engine';
import { cases } from '../support/long';

describe('readCSV', () => {
  it('goes on after a bad line, and tells of each', () => {
    const text = 'x;y;class\n1;2;cat\n;3;dog\n4;vier;dog\n5;6\n7;8;dog\n9;Infinity;cat';
    expect(readCSV(text)).toEqual({
      points: [
        { x: 1, y: 2, label: 0 },
        { x: 7, y: 8, label: 1 },
      ],
      classNames: ['cat', 'dog'],
      errors: [
        {
          line: 3,
          message: 'the x is missing; a line is x, y and label',
          problem: { kind: 'missing', column: 'x' },
        },
        {
          line: 4,
          message: '"vier" is not a number',
          problem: { kind: 'notANumber', cell: 'vier' },
        },
        {
          line: 5,
          message: 'the label is missing; a line is x, y and label',
          problem: { kind: 'missing', column: 'label' },
        },
        {
          line: 7,
          message: '"Infinity" is not a number',
          problem: { kind: 'notANumber', cell: 'Infinity' },
        },
      ],
    });
    expect(() => fromCSV(text)).toThrow('line 3: the x is missing; a line is x, y and label');
  });
});

describe('toCSV', () => {
  it('gives back every bit', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const point = fc.record({ x: number, y: number, label: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
        const dataset = fromPoints(points, { domain: { x: [-1, 1], y: [-1, 1] } });
        const again = fromCSV(toCSV(dataset), { domain: dataset.domain });
        // A zero has lost its sign, which no point can show.
        const plain = (values: Float64Array) => [...values].map((value) => value + 0);
        expect(plain(again.x.data)).toEqual(plain(dataset.x.data));
        expect([...again.y.data]).toEqual([...dataset.y.data]);
      }),
      { numRuns: cases(10_000, 200), seed: 5 },
    );
  });
});
