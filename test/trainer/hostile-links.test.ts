// Links that are damaged, or that somebody wrote who means harm: each says what is wrong, at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PancakeError,
  createTrainer,
  decodeRun,
  encodeRun,
  fromPoints,
} from '../../src/engine-entry';
import { fromBase64 } from '../../src/trainer/link/bytes';
import { wrap } from '../../src/trainer/link/encode';
import { Reader, Writer } from '../../src/trainer/link/lists';
import { handle, handlings, smallRuns } from '../support/random-runs';

const small = createTrainer({ points: 20, model: [2, 3, 1] });
small.step('epoch', 3);
small.set({ learningRate: 0.05 });
small.step('epoch', 2);
const { text } = encodeRun(small);

/** What is in a link. */
function unwrap(link: string): { json: object; lists: Float64Array[] } {
  const reader = new Reader(fromBase64(link.slice(1)).subarray(4));
  const json = JSON.parse(reader.text(reader.whole())) as object;
  return { json, lists: Array.from({ length: reader.whole() }, () => reader.list()) };
}

const base = { o: { points: 20 }, e: 0, n: 0 };
const link = (json: object, lists: ArrayLike<number>[] = []) => wrap(JSON.stringify(json), lists);

/** Opens a link if it can be; what is thrown must be for a reader to read. */
function tryToOpen(hostile: string): string | null {
  const trainer = createTrainer({ points: 8, model: [2, 1] });
  const before = trainer.model;
  try {
    trainer.open(decodeRun(hostile));
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(PancakeError);
    expect(trainer.model).toBe(before);
    const { message } = error as Error;
    expect(message.length).toBeLessThan(300);
    return message;
  }
}

describe('a damaged link', () => {
  it('says so, whatever was lost or changed on the way', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.nat(text.length),
        fc.string({ maxLength: 4 }),
        (from, cut, put) => {
          const damaged = text.slice(0, from) + put + text.slice(from + cut);
          fc.pre(damaged !== text);
          expect(() => decodeRun(damaged)).toThrow(PancakeError);
        },
      ),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('says so, whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.anything()), (anything) => {
        expect(() => decodeRun(anything as string)).toThrow(PancakeError);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  it.each([
    ['', 'the link is ""'],
    ['2abc', 'the link is of version "2"; this page reads version "1"'],
    [`${text.slice(0, 20)} ${text.slice(20)}`, 'the link has " " in it'],
    [text.slice(0, -3), 'the link is damaged'],
    ['1', 'the link is damaged'],
    [`${text}A`, 'the link is damaged'],
    ['1'.repeat(300_001), 'the link has 300001 characters; at most 300000 are read'],
  ])('%.30s', (damaged, message) => {
    expect(() => decodeRun(damaged)).toThrow(message);
  });
});

describe('a hostile link', () => {
  const layers = (count: number): object =>
    count ? { t: 'Sequential', l: [layers(count - 1)] } : { t: 'ReLU' };
  const weights = { e: 0, n: 0, w: 0, k: 0, h: [1, 1, null, null, null] };
  const cases: [string, object, ArrayLike<number>[], RegExp][] = [
    ['epochs without end', { ...base, e: 1e9 }, [], /e = 1000000000; .* 0 to 10000000/],
    [
      'more epochs than a page can train',
      { ...base, e: 9_999_999 },
      [],
      /more training than a page/,
    ],
    ['steps without end', { ...base, n: 2 ** 50 }, [], /more training than a page/],
    ['a million neurons', { ...base, o: { model: [2, 1e6, 1] } }, [], /o.model\[1\] = 1000000/],
    ['too many parameters', { ...base, o: { model: [2, 999, 999, 1] } }, [], /20000 parameters/],
    ['a million points', { ...base, o: { points: 1e6 } }, [], /o.points = 1000000/],
    [
      'a layer without end',
      { ...base, m: [{ t: 'Linear', o: { nIn: 1e4, nOut: 1e4 } }, 1] },
      [],
      /20000/,
    ],
    ['layers within layers', { ...base, m: [layers(80), 1] }, [], /64 layers/],
    [
      'an unknown layer',
      { ...base, m: [{ t: 'constructor' }, 1] },
      [],
      /model.type is "constructor"/,
    ],
    ['an unknown option', { ...base, o: { hasOwnProperty: 1 } }, [], /"hasOwnProperty" in o/],
    [
      'another prototype',
      JSON.parse('{"o":{"__proto__":{"seed":1}},"e":0,"n":0}') as object,
      [],
      /"__proto__" in o/,
    ],
    [
      'a prototype of all',
      JSON.parse('{"__proto__":{"o":{}},"e":0,"n":0}') as object,
      [],
      /"__proto__" in it/,
    ],
    ['a function’s name', { ...base, o: { data: 'toString' } }, [], /data is "toString"/],
    ['an endless name', { ...base, o: { data: 'x'.repeat(1e5) } }, [], /at most 40 letters/],
    ['too little', { o: {}, e: 0 }, [], /n = undefined/],
    ['something else', [1, 2], [], /it must be an object/],
    ['a number that is none', { ...base, i: 0 }, [[NaN]], /finite/],
    ['a list that is not there', { ...base, i: 7 }, [[1]], /i = 7/],
    ['too few weights', { ...base, i: 0 }, [[1, 2, 3]], /holds 3 numbers of a model that has/],
    [
      'weights beyond all bounds',
      { ...base, i: 0, o: { points: 20, model: [2, 1] } },
      [[1e308, 1e308, 1e308]],
      /./,
    ],
    ['a data set of nothing', { ...base, d: [0, 1] }, [], /no points/],
    [
      'a label that is none',
      { ...base, d: [{ t: 'binary', c: 2, d: [-5, 5, -5, 5], i: 2, x: 0, y: 1 }, 1] },
      [[1, 1], [7]],
      /label/,
    ],
    [
      'a range the wrong way',
      { ...base, d: [{ t: 'binary', c: 2, d: [5, -5, -5, 5], i: 2, x: 0, y: 1 }, 1] },
      [[1, 1], [1]],
      /low before high/,
    ],
    [
      'changes out of order',
      {
        ...base,
        c: [
          [5, {}],
          [3, {}],
        ],
      },
      [],
      /c\[1\]\[0\] = 3/,
    ],
    ['a change of what is not there', { ...base, c: [[0, 0, 9999, 1]] }, [], /place/],
    ['a parameter that is not there', { ...base, c: [[0, 99, 0, 1]] }, [], /parameter 99/],
    ['rows that are not there', { ...base, c: [[0, {}, [[900, 9, 0, 0], 0]]] }, [[]], /not there/],
    ['too many changes', { ...base, c: Array.from({ length: 5001 }, () => [0, {}]) }, [], /5000/],
    [
      'a new model again and again',
      { ...base, c: Array.from({ length: 5000 }, () => [0, { kind: 'addNeuron', layer: 0 }]) },
      [],
      /more training|parameters/,
    ],
    ['a history without end', { ...base, e: 1e6, s: { ...weights, e: 1e6 } }, [[1]], /history/],
    [
      'the memory of another optimizer',
      { ...base, o: { points: 20, model: [2, 1] }, s: { ...weights, r: 0 } },
      [[1, 2, 3], []],
      /memory of another/,
    ],
    ['a wrong fingerprint', { ...base, f: 1 }, [], /does not come out/],
    ['an epoch that it does not come to', { ...base, e: 0, n: 900 }, [], /epoch/],
    ['a rate without bounds', { ...base, o: { learningRate: 'Infinity' } }, [], /learningRate/],
    [
      'a loss that does not go',
      { ...base, o: { loss: { type: 'CrossEntropy', reduction: 'sum' } } },
      [],
      /CrossEntropy/,
    ],
    ['a stop rule of another kind', { ...base, o: { stopWhen: ['epoch'] } }, [], /stopWhen/],
  ];
  it.each(cases)('%s', (_, json, lists, message) => {
    expect(tryToOpen(link(json, lists))).toMatch(message);
  });

  it('cannot bring in a prototype', () => {
    tryToOpen('1');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { seed?: number }).seed).toBeUndefined();
  });

  it('says what is wrong, or is a run, however it was changed', () => {
    const points = fromPoints([
      { x: 1, y: 1, label: 1 },
      { x: -1, y: 0, label: 0 },
      { x: -1, y: -2, label: 0 },
    ]);
    const strange = fc.oneof(
      fc.constantFrom(null, -1, 0.5, 1e9, 'x', [], {}, true, 'Infinity', '-0', 2 ** 53),
      fc.integer({ min: 0, max: 20 }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    let opened = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(smallRuns), { data: points, batchSize: 2 }),
        handlings,
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(), strange), { minLength: 1, maxLength: 1 }),
        (options, list, weights, changes) => {
          const trainer = createTrainer(options);
          handle(trainer, list);
          const { json, lists } = unwrap(encodeRun(trainer, { weights }).text);
          // No fingerprint tells, so that what was changed comes through.
          delete (json as { f?: number }).f;
          for (const [place, value] of changes) {
            const leaves = leavesOf(json);
            const [parent, key] = leaves[place % leaves.length]!;
            (parent as Record<string, unknown>)[key] = value;
          }
          if (tryToOpen(wrap(JSON.stringify(json).replace(/[^\x20-\x7e]/g, '?'), lists)) === null)
            opened++;
        },
      ),
      { numRuns: 400, seed: 3 },
    );
    // Some changes are none that matter; were it none or all, the test would test nothing.
    expect(opened).toBeGreaterThan(20);
    expect(opened).toBeLessThan(350);
  });

  it('ends where it ends, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const reader = new Reader(bytes);
        try {
          while (!reader.isAtEnd) reader.list();
        } catch (error) {
          expect(error).toBeInstanceOf(PancakeError);
        }
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});

describe('lists of numbers', () => {
  it('come back to the bit', () => {
    const number = fc.oneof(
      fc.double(),
      fc.float(),
      fc.integer({ min: -40_000, max: 40_000 }).map((n) => n / 100),
      fc.integer({ min: 0, max: 300 }),
      fc.constant(-0),
    );
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const writer = new Writer();
        writer.list(values);
        const read = new Reader(writer.take()).list();
        expect([...read].every((value, i) => Object.is(value, values[i]))).toBe(true);
        expect(read).toHaveLength(values.length);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it.each([
    [[1, 2, 255], 5],
    [[1.25, -3, 300.5], 8],
    [[0.5, 1 / 3], 18],
  ])('take as few bytes as they can: %j', (values, length) => {
    const writer = new Writer();
    writer.list(values);
    expect(writer.take()).toHaveLength(length);
  });
});

type Leaf = readonly [parent: object, key: string];

function leavesOf(value: object): Leaf[] {
  return Object.entries(value).flatMap(([key, one]: [string, unknown]): Leaf[] => [
    [value, key],
    ...(typeof one === 'object' && one !== null ? leavesOf(one) : []),
  ]);
}
