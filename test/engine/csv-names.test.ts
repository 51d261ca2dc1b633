// CSV with names: quotes, formulas, and every bit out and in again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PancakeError, fromCSV, fromPoints, readCSV, toCSV } from '../../src/engine';

const points = [
  { x: 1, y: 2, label: 0 },
  { x: 3, y: 4, label: 1 },
  { x: 5, y: 6, label: 0 },
];
const data = fromPoints(points);

describe('toCSV', () => {
  it('gives names back that were read, whatever is in them', () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `${text}x`);
    fc.assert(
      fc.property(name, name, (first, second) => {
        const names = [first, second].map((text) => text.replace(/\s+/g, ' ').trim());
        fc.pre(names[0] !== names[1] && names.some((text) => Number.isNaN(Number(text))));
        const read = readCSV(toCSV(data, { classNames: names }));
        expect(read).toEqual({ points, classNames: names, errors: [] });
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('writes no name that a spreadsheet would run as a formula', () => {
    const names = ['=HYPERLINK("http://example.com")', '@sum'];
    const text = toCSV(data, { classNames: names });
    for (const line of text.split('\n')) expect(line).not.toMatch(/(^|[,"])[=+@-][A-Za-z]/);
    expect(readCSV(text).classNames).toEqual(names);
  });

  it('keeps class numbers where names are numbers, and the sign of a zero', () => {
    expect(toCSV(data, { classNames: ['7', '3'] })).toBe(toCSV(data));
    const zero = fromPoints([{ x: -0, y: 0, label: 1 }], { domain: { x: [-1, 1], y: [-1, 1] } });
    expect([...fromCSV(toCSV(zero)).x.data]).toEqual([-0, 0]);
  });

  it('refuses two classes of one name', () => {
    expect(() => toCSV(data, { classNames: ['cat', 'cat '] })).toThrow(PancakeError);
    expect(() => toCSV(data, { classNames: ['cat', 'cat '] })).toThrow(
      'each class needs a name of its own',
    );
  });
});

describe('readCSV', () => {
  it('takes the separator for text within quotes', () => {
    expect(readCSV('x,y,label\n1,2,"a, b"\n3,4,"say ""hi"""').classNames).toEqual([
      'a, b',
      'say "hi"',
    ]);
  });

  it('gives a bad line no class', () => {
    const { classNames, errors } = readCSV('1,2,cat\n3,none,lost\n3,4,dog\n');
    expect(errors.map(({ line }) => line)).toEqual([2]);
    expect(classNames).toEqual(['cat', 'dog']);
  });
});
