// Files from outside: tables and saved models, damaged in every way. Each is read, or refused in words.
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  Dropout,
  ELU,
  LayerNorm,
  Linear,
  Mul,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  createRng,
  fromCSV,
  fromJSON,
  readCSV,
  toJSON,
} from '../../src/engine';
import { attempt, fuzz, nonsense } from '../support/fuzz';

const cell = fc.oneof(
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom(...['', ' ', 'cat', 'NaN', '-', '1e999', '=1+1', '"', '""', '"a,b"', "'", '٣']),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
);
const separator = fc.constantFrom(',', ';', '\t', ' , ');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
const table = fc
  .tuple(separator, lineEnd, fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }))
  .map(([comma, end, rows]) => rows.map((row) => row.join(comma)).join(end));
const text = fc.oneof(table, table, fc.string({ maxLength: 200, unit: 'grapheme' }));

describe('a table as text', () => {
  fuzz('is read line by line, and what is wrong is told with its line', text, (csv) => {
    const { points, classNames, errors } = readCSV(csv);
    const lines = csv.split(/\r\n|\r|\n/).length;
    for (const { line, message } of errors) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines);
      expect(message).toMatch(/\w/);
    }
    for (const { x, y, label } of points) {
      expect([x, y, label].every(Number.isFinite)).toBe(true);
      if (classNames?.length) expect(classNames[label]).toBeDefined();
    }
    expect(points.length + errors.length).toBeLessThanOrEqual(lines);
  });

  fuzz('becomes a data set, or an error in words', text, (csv) => {
    const data = attempt(() => fromCSV(csv));
    if (data) expect(data.x.shape[0]).toBe(readCSV(csv).points.length);
  });
});

// A model with something of everything that a file may hold.
const rng = createRng(3);
const whole = toJSON(
  new Sequential([
    new Linear(2, 3, { rng }),
    new LayerNorm(3),
    new ELU({ alpha: 0.5 }),
    new Residual(new Sequential([new Linear(3, 3, { rng }), new ReLU()])),
    new Dropout({ p: 0.25 }),
    new Mul({ k: 2 }),
    new Linear(3, 1, { rng }),
    new Sigmoid(),
  ]),
);

/** Every place in a tree of plain data, as the path to it. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) => places(one, [...path, key]));
  return [path, ...inner];
}

function replace(value: unknown, [first, ...rest]: (string | number)[], by: unknown): unknown {
  if (first === undefined) return by;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  if (rest.length === 0 && by === removed) delete copy[first];
  else copy[first] = replace(copy[first], rest, by);
  return copy;
}
const removed = Symbol('removed');

const damage = fc.tuple(
  fc.constantFrom(...places(whole).slice(1)),
  fc.oneof(
    nonsense,
    fc.constant(removed),
    fc.constantFrom('Linear', 'Sequential', 'linear', 1e9, [[Infinity]], { nIn: 1e6, nOut: 1e6 }),
  ),
);
const damaged = fc.array(damage, { minLength: 1, maxLength: 3 }).map((list) =>
  list.reduce<unknown>((json, [path, by]) => {
    try {
      return replace(json, path, by);
    } catch {
      return json; // The place went with an earlier one.
    }
  }, whole),
);

function check(json: unknown) {
  const model = attempt(() => fromJSON(json));
  if (!model) return;
  for (const { value } of model.parameters()) {
    expect(value.data.every(Number.isFinite)).toBe(true);
  }
  // What was read can be written and read again, to the bit.
  expect(toJSON(fromJSON(toJSON(model)))).toEqual(toJSON(model));
}

describe('a saved model', () => {
  fuzz('that was damaged is read with every number in its place, or refused', damaged, check, {
    share: 100,
  });

  fuzz(
    'as text, cut and altered anywhere, too',
    fc.tuple(fc.nat(), fc.nat(400), fc.string({ maxLength: 5 })),
    ([start, length, between]) => {
      const json = JSON.stringify(whole);
      const at = start % json.length;
      check(json.slice(0, at) + between + json.slice(at + length));
    },
  );

  fuzz('that is none at all is refused', nonsense, (value) => {
    expect(attempt(() => fromJSON(value))).toBe(undefined);
  });
});
