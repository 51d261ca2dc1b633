// The two kinds of kernels give the very same bits, wherever the numbers lie in memory.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  Arena,
  Tensor,
  createActivation,
  createLoss,
  createRng,
  type ActivationName,
  type Layer,
  type Loss,
  type LossName,
} from '../../src/engine';
import type { Activation, Comparison, Kernels } from '../../src/engine/kernels/kernels';
import { plain } from '../../src/engine/kernels/plain';
import { WasmKernels, canRun, roomFor } from '../../src/engine/kernels/wasm';

/** One operation: its tensors, the first of them for its result or results, and the call. */
interface Operation {
  shapes: (B: number, I: number, O: number) => number[][];
  run: (kernels: Kernels, tensors: Tensor[]) => void;
  /** What a number of one of the tensors is, from one that may be any. */
  value?: (tensor: number, drawn: number) => number;
  /** The result, number by number; of several results one after the other. */
  naive?: (t: Float64Array[], B: number, I: number, O: number) => number[];
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const grid = <T>(rows: number, columns: number, entry: (row: number, column: number) => T) =>
  range(rows).flatMap((row) => range(columns).map((column) => entry(row, column)));
/** start + Σ term, one after the other. */
const sum = (n: number, start: number, term: (i: number) => number) =>
  range(n).reduce((total, i) => total + term(i), start);

const alike = (tensors: number) => (B: number, I: number) => range(tensors).map(() => [B, I]);
/** A step of an optimizer; from the third tensor on, running means of squares. */
const step = (tensors: number, run: Operation['run']): Operation => ({
  shapes: alike(tensors),
  run,
  value: (tensor, drawn) => (tensor < 2 ? drawn : Math.abs(drawn)),
});
const sgd = (momentum: number, nesterov: boolean, weightDecay: number) =>
  step(momentum ? 3 : 2, (k, [w, grad, velocity = null]) =>
    k.sgd(w!, grad!, velocity, { lr: 0.1, momentum, nesterov, weightDecay }),
  );
const [beta1, beta2, eps] = [0.9, 0.99, 1e-8];
const adam = { beta1, beta2, eps, decay: 0.1, keep: 0.98, stepSize: 0.1, root: 0.4 };
const rmsprop = { lr: 0.05, alpha: 0.99, eps, momentum: 0.9, weightDecay: 0.01 };

const activations = (
  [
    ...(['ReLU', 'LeakyReLU', 'Tanh', 'Sigmoid', 'Softplus', 'SiLU', 'Square'] as const),
    ...(['ELU', 'GELU', 'Sin'] as const),
  ] satisfies ActivationName[]
).map((name) => createActivation(name) as Layer & Activation);
const losses = (
  [
    ...(['BinaryCrossEntropy', 'BinaryCrossEntropyWithLogits'] as const),
    ...(['MeanSquaredError', 'Huber'] as const),
  ] satisfies LossName[]
).map((name) => createLoss(name, {}) as Loss & Comparison);
/** A number that the loss takes: a label, a probability, or any. */
const ofLoss = (type: string) => (tensor: number, drawn: number) => {
  if (!type.startsWith('Binary')) return drawn;
  if (tensor === 2) return drawn > 0 ? 1 : 0;
  return type === 'BinaryCrossEntropy' ? Math.min(Math.abs(drawn) / 4, 1) : drawn;
};

const operations: Record<string, Operation> = {
  linear: {
    shapes: (B, I, O) => [[B, O], [B, I], [O, I], [O]],
    run: (k, [out, x, w, b]) => k.linear(out!, x!, w!, b!),
    naive: ([, x, w, b], B, I, O) =>
      grid(B, O, (r, o) => sum(I, b![o]!, (i) => w![o * I + i]! * x![r * I + i]!)),
  },
  linearBackward: {
    shapes: (B, I, O) => [[B, I], [O, I], [O], [B, O], [B, I], [O, I]],
    run: (k, [dIn, gradW, gradB, dOut, x, w]) =>
      k.linearBackward(dIn!, gradW!, gradB!, dOut!, x!, w!),
    naive: ([, gradW, gradB, dOut, x, w], B, I, O) => [
      ...grid(B, I, (r, i) => sum(O, 0, (o) => dOut![r * O + o]! * w![o * I + i]!)),
      ...grid(O, I, (o, i) =>
        sum(B, gradW![o * I + i]!, (r) => dOut![r * O + o]! * x![r * I + i]!),
      ),
      ...range(O).map((o) => sum(B, gradB![o]!, (r) => dOut![r * O + o]!)),
    ],
  },
  SGD: sgd(0, false, 0),
  'SGD with weight decay': sgd(0, false, 0.1),
  'SGD with momentum': sgd(0.9, false, 0),
  'SGD with everything': sgd(0.9, true, 0.1),
  Adam: step(4, (k, [w, grad, m, v]) => k.adam(w!, grad!, m!, v!, adam)),
  RMSProp: step(3, (k, [w, grad, v]) => k.rmsprop(w!, grad!, v!, null, rmsprop)),
  'RMSProp with momentum': step(4, (k, [w, grad, v, b]) => k.rmsprop(w!, grad!, v!, b!, rmsprop)),
  AdaGrad: step(3, (k, [w, grad, s]) => k.adagrad(w!, grad!, s!, rmsprop)),
  clear: { shapes: alike(1), run: (k, [x]) => k.clear(x!), naive: ([x]) => [...x!].fill(0) },
  sum: {
    shapes: alike(1),
    run: (k, [x]) => k.sum(x!.data, 0, x!),
    naive: ([x]) => [sum(x!.length, 0, (i) => x![i]!), ...x!.slice(1)],
  },
  finite: {
    shapes: alike(1),
    run: (k, [x]) => (x!.data[0] = k.finite(x!) ? 1 : 0),
    naive: ([x]) => [x!.every(Number.isFinite) ? 1 : 0, ...x!.slice(1)],
  },
};
for (const f of activations) {
  operations[f.type] = {
    shapes: alike(2),
    run: (k, [out, x]) => k.activate(f, out!, x!),
    naive: ([, x]) => Array.from(x!, (value) => f.value(value)),
  };
  operations[`the slope of ${f.type}`] = {
    shapes: alike(3),
    run: (k, [dIn, dOut, kept]) => k.differentiate(f, dIn!, dOut!, kept!),
    naive: ([, dOut, kept]) => Array.from(dOut!, (d, i) => f.slope(kept![i]!) * d),
  };
}
for (const loss of losses) {
  operations[loss.type] = {
    shapes: alike(3),
    run: (k, [out, pred, target]) => k.assess(loss, out!, pred!, target!),
    value: ofLoss(loss.type),
    naive: ([, p, t]) => Array.from(p!, (value, i) => loss.value(value, t![i]!)),
  };
  operations[`the slope of ${loss.type}`] = {
    shapes: alike(3),
    run: (k, [out, pred, target]) => k.assessSlope(loss, out!, pred!, target!, 7),
    value: ofLoss(loss.type),
    naive: ([, p, t]) => Array.from(p!, (value, i) => loss.slope(value, t![i]!) / 7),
  };
}

type Place = 'here' | 'in another arena' | 'nowhere in particular';

/** Numbers of all kinds: mostly near one, some of them none. */
function numbers(seed: number, wild: boolean) {
  const rng = createRng(seed);
  const odd = '0 -0 NaN Infinity -Infinity 5e-324 -1e-310 1e308 -1e308 1 800 -800'
    .split(' ')
    .map(Number);
  return () => (wild && rng.next() < 0.05 ? odd[rng.int(odd.length)]! : rng.normal());
}

const arenas = () => [new Arena(), new Arena()] as const;

/** Runs an operation with both kinds of kernels, and compares every number of every tensor. */
function compare(
  { shapes, run, value = (_, drawn) => drawn, naive }: Operation,
  [B, I, O]: readonly [number, number, number],
  places: readonly Place[],
  draw: () => number,
  [here, elsewhere] = arenas(),
): void {
  const tensors = shapes(B, I, O).map((shape, i) => {
    const place = i === 0 ? 'here' : places[i % places.length];
    if (place === 'nowhere in particular') return Tensor.zeros(shape);
    return (place === 'here' ? here : elsewhere).tensor(shape);
  });
  tensors.forEach(({ data }, i) => {
    for (let k = 0; k < data.length; k++) data[k] = value(i, draw());
  });
  const copies = tensors.map((tensor) => tensor.clone());
  const copied = copies.map(({ data }) => data);
  const expected = naive?.(copied, B, I, O);
  const { home } = tensors[0]!;
  expect(home.name).toBe('wasm');
  run(home, tensors);
  run(plain, copies);
  expectSame(
    tensors.flatMap(({ data }) => [...data]),
    copies.flatMap(({ data }) => [...data]),
  );
  if (!expected) return;
  const results = tensors.flatMap(({ data }) => [...data]);
  expectSame(results.slice(0, expected.length), expected);
}

function expectSame(actual: readonly number[], expected: readonly number[]): void {
  const other = actual.findIndex((value, i) => !Object.is(value, expected[i]));
  if (other >= 0) expect([other, actual[other]]).toEqual([other, expected[other]]);
  expect(actual.length).toBe(expected.length);
}

describe.each(Object.entries(operations))('%s', (_, operation) => {
  const size = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 17 }) },
    { weight: 1, arbitrary: fc.constantFrom(33, 64, 101) },
  );
  const place = fc.constantFrom<Place>('here', 'in another arena', 'nowhere in particular');

  it('gives the same bits as the plain loop, for every shape and place', () => {
    const both = arenas();
    fc.assert(
      fc.property(
        fc.tuple(size, size, size),
        fc.array(place, { minLength: 3, maxLength: 3 }),
        fc.nat(),
        fc.boolean(),
        (shape, places, seed, wild) => compare(operation, shape, places, numbers(seed, wild), both),
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it.each<Place>(['in another arena', 'nowhere in particular'])(
    'and where the numbers lie %s and are too many to be copied in',
    (where) => {
      // A new arena has room for 65,520 numbers.
      compare(operation, [203, 201, 3], [where], numbers(1, false));
      compare(operation, [3, 201, 203], [where], numbers(1, false));
    },
  );
});

/** The kernels' names, each with an operation of its own and what of it lies elsewhere. */
const computedByWasm = Object.entries(operations).filter(
  ([name]) =>
    !/SiLU|Square|ELU$|GELU|Sin|Softplus|Huber|Squared|Logits/.test(name) || name.endsWith('ReLU'),
);
const optimizerKernels = /^(SGD|Adam|RMSProp|AdaGrad)/;

describe.each(computedByWasm)('%s, where there is room,', (name, { shapes, run }) => {
  /** Runs it while the plain loops do nothing; returns whether they were asked. */
  function asksPlain(place: (arena: Arena, shape: number[]) => Tensor): boolean {
    const arena = new Arena();
    const tensors = shapes(4, 5, 6).map((shape, i) =>
      i === 0 ? arena.tensor(shape) : place(arena, shape),
    );
    const spies = (Object.keys(plain) as (keyof Kernels)[])
      .filter((key) => key !== 'name')
      .map((key) => vi.spyOn(plain, key).mockReturnValue(undefined as never));
    run(tensors[0]!.home, tensors);
    const asked = spies.some((spy) => spy.mock.calls.length > 0);
    spies.forEach((spy) => spy.mockRestore());
    return asked;
  }

  it('is computed by WebAssembly', () => {
    expect(asksPlain((arena, shape) => arena.tensor(shape))).toBe(false);
  });

  it('and from numbers that lie elsewhere, unless they are an optimizer’s', () => {
    if (shapes(1, 1, 1).length === 1) return;
    expect(asksPlain((_, shape) => Tensor.zeros(shape))).toBe(optimizerKernels.test(name));
  });
});

describe('memory', () => {
  const page = () => {
    expect(canRun()).toBe(true);
    return new WasmKernels(65536);
  };

  it('is given out once, and again when it was given back', () => {
    const block = page();
    const places = [block.take(4), block.take(4), block.take(6)];
    expect(places).toEqual([128, 160, 192]);
    places.slice(0, 2).forEach((place) => block.giveBack(place, 4));
    block.giveBack(192, 6);
    expect([block.take(4), block.take(4), block.take(6), block.take(4)]).toEqual([
      160, 128, 192, 240,
    ]);
  });

  it('ends where it ends', () => {
    const block = page();
    expect(block.take(65536 / 8 - 16 + 2)).toBe(0);
    expect(block.take(65536 / 8 - 16)).toBe(128);
    expect(block.take(2)).toBe(0);
  });

  it('of tensors of one kind lies side by side, as long as there is room', () => {
    const arena = new Arena();
    const sizes = [3, 1000, 20, 1, 1, 2000, 5];
    const at = sizes.map((size) => arena.tensor([size]).address);
    const gradient = arena.tensor([3], 'grad').address;
    expect(at.map((address) => (address - at[0]!) / 8)).toEqual([
      0, 4, 1004, 1024, 1026, 2048, 4048,
    ]);
    expect((gradient - at[0]!) / 8).toBe(5072);
  });

  it('is set aside in powers of two', () => {
    expect([0, 1, 2, 3, 4, 5, 1000, 1024, 1025].map(roomFor)).toEqual([
      2, 2, 2, 4, 4, 8, 1024, 1024, 2048,
    ]);
  });
});
