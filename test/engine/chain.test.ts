// The chain rule as a product: any way to fold it gives what backward gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LayerNorm,
  Linear,
  Mul,
  PancakeError,
  Sequential,
  Sigmoid,
  Softmax,
  Square,
  Tanh,
  chainFactors,
  createRng,
  factorTensor,
  foldFactors,
  layerCosts,
  multiplyFactors,
  sumCosts,
  trace,
  type Layer,
} from '../../src/engine';

// A model of `count` layers, wide in places, from a seed.
function randomModel(seed: number, count: number) {
  const rng = createRng(seed);
  let width = 1 + rng.int(4);
  const inputs = width;
  const layers = Array.from({ length: count }, (): Layer => {
    const kind = rng.int(6);
    if (kind === 0) return new Mul({ k: rng.normal() });
    if (kind === 1) return new Tanh();
    if (kind === 2) return new Softmax();
    if (kind === 3) return new LayerNorm(width);
    const from = width;
    width = 1 + rng.int(4);
    return new Linear(from, width, { rng });
  });
  return { model: new Sequential(layers), rng, inputs, outputs: width };
}

describe('a product of factors', () => {
  it('is the same however neighbours are folded, and what backward gives', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 8 }), (seed, count) => {
        const { model, rng, inputs, outputs } = randomModel(seed, count);
        const draw = (length: number) => Array.from({ length }, () => rng.normal());
        const dOut = draw(outputs);
        const steps = trace(model, draw(inputs), dOut);
        const factors = chainFactors(steps);
        const top = { rows: 1, columns: outputs, diagonal: false, values: Float64Array.from(dOut) };

        // Cut the chain at random places, fold each part, and fold the parts.
        const parts: (typeof factors)[] = [[]];
        for (const factor of factors) {
          if (parts.at(-1)!.length && rng.int(2)) parts.push([]);
          parts.at(-1)!.push(factor);
        }
        const folded = foldFactors([...parts.map(foldFactors), top]);
        const plain = foldFactors([...factors, top]);
        steps[0]!.gradIn.data.forEach((slope, i) => {
          expect(folded.values[i]).toBeCloseTo(slope, 9);
          expect(plain.values[i]).toBeCloseTo(slope, 9);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('stays diagonal where all factors are, and is a table where one is not', () => {
    const steps = trace(new Sequential([new Tanh(), new Square(), new Linear(3, 2)]), [1, 2, 3]);
    const [tanh, square, linear] = chainFactors(steps) as [never, never, never];
    const both = multiplyFactors(square, tanh);
    expect(both).toMatchObject({ rows: 3, columns: 3, diagonal: true });
    const table = factorTensor(both);
    expect(table.shape).toEqual([3, 3]);
    expect(table.data[0]).toBe(both.values[0]);
    expect(table.data[4]).toBe(both.values[1]);
    expect(table.data[1]).toBe(0);
    const all = foldFactors([tanh, square, linear]);
    expect(all).toMatchObject({ rows: 2, columns: 3, diagonal: false });
    expect(factorTensor(all).shape).toEqual([2, 3]);
    expect(factorTensor(all).data).toEqual(all.values);
    expect(factorTensor(all).data).not.toBe(all.values);
  });

  it('takes the factors of the sample asked for', () => {
    const steps = trace(new Square(), [[1], [5]]);
    expect(chainFactors(steps, 1)[0]!.values).toEqual(Float64Array.of(10));
    for (const none of [2, -1, 0.5, NaN]) {
      expect(() => chainFactors(steps, none)).toThrow(
        new PancakeError(`Square: there is no sample ${none}; the batch has those from 0 to 1`),
      );
    }
  });

  it('are those of the sample alone, for layers of any kind', () => {
    const rng = createRng(1);
    const model = new Sequential([new Linear(3, 2, { rng }), new Softmax(), new Tanh()]);
    const batch = [
      [1, 2, 3],
      [-1, 0, 2],
    ];
    const together = trace(model, batch);
    batch.forEach((x, sample) => {
      expect(chainFactors(together, sample)).toEqual(chainFactors(trace(model, x)));
    });
    expect(chainFactors(together, 1)[0]).toMatchObject({ rows: 2, columns: 3, diagonal: false });
  });

  it('refuses factors that do not fit', () => {
    const factor = { rows: 2, columns: 2, diagonal: false, values: new Float64Array(4) };
    const other = { rows: 3, columns: 1, diagonal: false, values: new Float64Array(3) };
    expect(() => multiplyFactors(factor, other)).toThrow('shape [2, 2] and [3, 1]');
    expect(() => foldFactors([])).toThrow('at least one');
  });
});

const costsOf = (...args: Parameters<typeof layerCosts>) => sumCosts(layerCosts(...args));

describe('the cost of all derivatives', () => {
  // dF4/dF3 is given; one multiplication a factor below, and one for each of w1, w2, w3.
  it('is 6 multiplications for four functions with a parameter each, and 9 without sharing', () => {
    const model = new Sequential([2, 3, 4, 5].map((k) => new Mul({ k })));
    expect(costsOf(trace(model, [1]), null)).toEqual({ shared: 6, alone: 9 });
  });

  it('counts a row through a matrix as one multiplication for each entry', () => {
    const model = new Sequential([new Linear(2, 3), new Sigmoid(), new Linear(3, 1)]);
    const loss = { rows: 1, columns: 1, diagonal: false, values: Float64Array.of(1) };
    expect(layerCosts(trace(model, [1, 2]), loss)).toEqual([
      { above: 6, through: 6, parameters: [6, 3] },
      { above: 3, through: 3, parameters: [] },
      { above: 0, through: 3, parameters: [3, 1] },
    ]);
    // Through the layers 3 + 3 + 6; for the parameters of the last 3 + 1, of the first 6 + 3.
    expect(costsOf(trace(model, [1, 2]), loss)).toEqual({
      shared: 12 + 4 + 9,
      alone: 12 + 4 + 9 + 2 * 6,
    });
  });

  it('grows with the layers if nothing is shared, by their square', () => {
    const costs = (count: number) =>
      costsOf(trace(new Sequential(Array.from({ length: count }, () => new Mul())), [1]), null);
    expect(costs(8)).toEqual({ shared: 14, alone: 7 + 28 });
    expect(costs(1)).toEqual({ shared: 0, alone: 0 });
  });
});
