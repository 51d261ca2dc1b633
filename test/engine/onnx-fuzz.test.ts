// fromONNX with bytes that nobody meant: it answers with a model or a PancakeError, and soon.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  PancakeError,
  Sequential,
  createRng,
  fromONNX,
  toONNX,
  type Layer,
} from '../../src/engine-entry';
import reference from '../reference/onnx.json';
import { layerCases } from '../support/onnx';

const rng = createRng(1);
const all: Layer[] = Object.entries(layerCases)
  .filter(([name]) => !['Linear', 'Sequential'].includes(name))
  .map(([, make]) => make(3, rng));
/** Real files: all layers in one, in both precisions, and those of PyTorch. */
const files = [
  toONNX(new Sequential(all)),
  toONNX(new Sequential(all), { precision: 'float64' }),
  ...Object.values(reference.files).map(({ onnx }) => Uint8Array.from(Buffer.from(onnx, 'base64'))),
];

/** A model that can be used as far as its numbers allow, or a PancakeError that says where. */
function expectAnswer(bytes: Uint8Array) {
  let model: Sequential;
  try {
    model = fromONNX(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(PancakeError);
    expect((error as Error).message).toMatch(/^fromONNX/);
    expect((error as Error).message.length).toBeLessThan(500);
    return;
  }
  expect(model).toBeInstanceOf(Sequential);
  for (const { value } of model.parameters()) {
    expect(value.data.every(Number.isFinite)).toBe(true);
  }
}

it('any bytes at all', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectAnswer), { numRuns: 2000 });
});

it('bytes that look like messages', () => {
  const tag = fc.tuple(fc.integer({ min: 1, max: 15 }), fc.constantFrom(0, 1, 2, 5));
  const field = fc
    .tuple(tag, fc.uint8Array({ maxLength: 20 }))
    .map(([[number, kind], payload]) => [
      number * 8 + kind,
      ...(kind === 2 ? [payload.length] : []),
      ...payload,
    ]);
  const inside = fc.array(field, { maxLength: 10 }).map((fields) => fields.flat());
  fc.assert(
    fc.property(inside, (graph) => {
      // 8 and 7: what the operators are, and the graph.
      expectAnswer(Uint8Array.from([0x42, 2, 0x10, 17, 0x3a, graph.length & 127, ...graph]));
    }),
    { numRuns: 2000 },
  );
});

it('files that are cut off, at every place', () => {
  for (const bytes of files) {
    for (let end = 0; end < bytes.length; end++) expectAnswer(bytes.subarray(0, end));
  }
});

const anyFile = fc.constantFrom(...files);

it('files with bits turned', () => {
  const turns = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 })), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(anyFile, turns, (bytes, turned) => {
      const copy = bytes.slice();
      for (const [at, bit] of turned) copy[at % copy.length]! ^= 1 << bit;
      expectAnswer(copy);
    }),
    { numRuns: 5000 },
  );
});

it('files with pieces taken out, or put in twice', () => {
  fc.assert(
    fc.property(anyFile, fc.nat(), fc.nat({ max: 60 }), fc.boolean(), (bytes, at, size, twice) => {
      const from = at % bytes.length;
      const piece = [...bytes.subarray(from, from + size)];
      expectAnswer(
        Uint8Array.from([
          ...bytes.subarray(0, from),
          ...(twice ? [...piece, ...piece] : []),
          ...bytes.subarray(from + size),
        ]),
      );
    }),
    { numRuns: 2000 },
  );
});

it('the bytes are left as they are', () => {
  for (const bytes of files) {
    const before = bytes.slice();
    const model = fromONNX(bytes);
    model.parameters().forEach(({ value }) => value.fill(0));
    expect(bytes).toEqual(before);
  }
});
