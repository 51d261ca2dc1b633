// What every layer must do, as tests that are run for each of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NonFiniteError,
  PancakeError,
  Sequential,
  Tensor,
  checkGradients,
  createRng,
  fromJSON,
  toJSON,
  type Layer,
} from '../../src/engine';
import { expectClose, hashOfParameters, reference } from './helpers';

/** How many random cases a property is tried on. */
export const runs = { numRuns: 25, seed: 7 };

/** Numbers from −3 to 3 that stay clear of zero, where some slopes jump. */
export function fill(shape: readonly number[], seed: number): Tensor {
  const rng = createRng(seed);
  const tensor = Tensor.zeros(shape);
  for (let i = 0; i < tensor.size; i++) {
    tensor.data[i] = (rng.next() < 0.5 ? -1 : 1) * (0.01 + 2.99 * rng.next());
  }
  return tensor;
}

/** How the reference file calls the parameters. */
const referenceNames: Record<string, string> = { weight: 'w', bias: 'b', k: 'k' };

export interface LayerToTest {
  /** The layer's kind, as in its `type` and in the reference file. */
  type: string;
  /** How it describes itself when it takes 3 features. */
  description: string;
  /** A new layer for this many features; the same numbers each time. */
  make: (features: number) => Layer;
  /** How many outputs it has; as many as inputs if not given. */
  outputs?: (features: number) => number;
  /** Who complains when backward comes too early. @default the layer itself */
  complains?: string;
}

/** Runs a layer through all that is asked of every layer. */
export function describeLayer(tested: LayerToTest): void {
  const { type, description, make, outputs = (features) => features } = tested;
  const cases = reference.layers.filter(({ layer }) => layer === type);

  describe(type, () => {
    it('names itself and describes itself as a reader would write it', () => {
      expect(make(3).type).toBe(type);
      expect(make(3).describe()).toBe(description);
      expect(make(3).formula).toMatch(/^yᵢ? = \S/);
    });

    // PyTorch has no numbers for some: the gradient check must do.
    if (cases.length > 0) {
      it('gives the reference numbers, forward and backward', () => {
        for (const { x, y, dOut, dIn, params, grads } of cases) {
          const layer = make(x[0]!.length);
          for (const { name, value } of layer.parameters()) {
            value.data.set(Tensor.from(params[referenceNames[name]!]!).data);
          }
          expectClose(layer.forward(x), y);
          expectClose(layer.backward(dOut), dIn);
          for (const { name, grad } of layer.parameters()) {
            expectClose(grad, grads[referenceNames[name]!]!);
          }
        }
      });
    }

    it('keeps the batch and gives the promised number of outputs, for batches of any size', () => {
      for (const batch of [1, 2, 5, 2, 1]) {
        const layer = make(3);
        const output = layer.forward(fill([batch, 3], batch));
        expect(output.shape).toEqual([batch, outputs(3)]);
        expect(layer.backward(fill(output.shape, 2)).shape).toEqual([batch, 3]);
      }
    });

    it('treats each row of a batch by itself', () => {
      const layer = make(3).train(false);
      const x = fill([4, 3], 5);
      const together = layer.forward(x).clone();
      for (let row = 0; row < 4; row++) {
        const alone = layer.forward(new Tensor(x.data.slice(3 * row, 3 * row + 3), [1, 3]));
        const from = row * outputs(3);
        expect(alone.data).toEqual(together.data.slice(from, from + outputs(3)));
      }
    });

    it('has the derivative that its own numbers show, for random shapes and parameters', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 4 }),
          fc.nat(),
          (features, batch, seed) => {
            const layer = make(features);
            layer.parameters().forEach(({ value }, i) => value.data.set(fill(value.shape, i).data));
            const check = checkGradients(layer, fill([batch, features], seed));
            expect(check.entries.filter(({ ok }) => !ok)).toEqual([]);
            expect(check.entries.length).toBeGreaterThanOrEqual(batch * features);
          },
        ),
        runs,
      );
    });

    it('adds to the gradients with each backward, and zeroGrad clears them', () => {
      const layer = make(3);
      const output = layer.forward(fill([2, 3], 1));
      const dOut = fill(output.shape, 2);
      layer.backward(dOut);
      const once = layer.parameters().map(({ grad }) => grad.clone());
      layer.backward(dOut);
      layer.parameters().forEach(({ grad }, i) => {
        expectClose(
          grad,
          new Tensor(
            once[i]!.data.map((g) => 2 * g),
            grad.shape,
          ),
        );
      });
      layer.zeroGrad();
      for (const { grad } of layer.parameters()) expect(grad.data.every((g) => g === 0)).toBe(true);
    });

    it('hands out its parameters by reference', () => {
      const layer = make(3).train(false);
      const x = fill([2, 3], 1);
      const before = layer.forward(x).clone();
      for (const { value } of layer.parameters()) {
        for (let i = 0; i < value.size; i++) value.data[i]! += 0.5 * (i + 1);
      }
      const changed = layer.forward(x).data.some((y, i) => y !== before.data[i]);
      expect(changed).toBe(layer.parameters().length > 0);
    });

    it('draws the same new parameters from the same seed, whatever it held before', () => {
      const [a, b] = [make(3), make(3)];
      for (const { value } of a.parameters()) value.fill(7);
      for (const layer of [a, b]) layer.initialize(createRng(4));
      expect(a.parameters()).toEqual(b.parameters());
    });

    it('leaves its input and the incoming gradient as they were', () => {
      const layer = make(3);
      const x = fill([2, 3], 1);
      const output = layer.forward(x);
      const dOut = fill(output.shape, 2);
      layer.backward(dOut);
      expect(x).toEqual(fill([2, 3], 1));
      expect(dOut).toEqual(fill(output.shape, 2));
    });

    it('takes nested arrays where it takes tensors', () => {
      const [a, b] = [make(3), make(3)];
      const x = fill([2, 3], 1);
      const output = a.forward(x);
      expect(b.forward(x.toArray())).toEqual(output);
      const dOut = fill(output.shape, 2);
      expect(b.backward(dOut.toArray())).toEqual(a.backward(dOut));
    });

    it('predicts without forgetting the batch that it is training on', () => {
      const [a, b] = [make(3), make(3)];
      const x = fill([2, 3], 1);
      const output = a.forward(x).clone();
      b.forward(x);
      b.predict(fill([2, 3], 9));
      b.predict(fill([7, 3], 8));
      const dOut = fill(output.shape, 2);
      expect(b.backward(dOut)).toEqual(a.backward(dOut));
      expect(b.parameters()).toEqual(a.parameters());
    });

    it('writes its results to the same tensors in a steady loop', () => {
      const layer = make(3);
      const x = fill([2, 3], 1);
      const output = layer.forward(x);
      const dIn = layer.backward(fill(output.shape, 2));
      const predicted = layer.predict(x);
      expect(layer.forward(x)).toBe(output);
      expect(layer.backward(fill(output.shape, 2))).toBe(dIn);
      expect(layer.predict(x)).toBe(predicted);
      expect(predicted).not.toBe(output);
    });

    it('refuses to go backward before forward', () => {
      const blamed = tested.complains ?? description;
      const backward = () => make(3).backward(fill([2, outputs(3)], 1));
      expect(backward).toThrow(PancakeError);
      expect(backward).toThrow(`${blamed}: backward was called before forward`);
    });

    it.each([NaN, Infinity, -Infinity])('refuses %s, and says where it stands', (bad) => {
      const layer = make(3);
      const x = fill([2, 3], 1);
      const dOut = fill(layer.forward(x).shape, 2);
      x.data[4] = bad;
      expect(() => layer.forward(x)).toThrow(NonFiniteError);
      expect(() => layer.forward(x)).toThrow(`${description} got ${bad} in its input at [1, 1]`);
      layer.forward(fill([2, 3], 1));
      dOut.data[0] = bad;
      expect(() => layer.backward(dOut)).toThrow(`got ${bad} in its gradient at [0, 0]`);
    });

    it('refuses a gradient of another shape than its output', () => {
      const layer = make(3);
      layer.forward(fill([2, 3], 1));
      const backward = () => layer.backward(fill([3, outputs(3)], 1));
      expect(backward).toThrow(PancakeError);
      expect(backward).toThrow(
        `got a gradient of shape [3, ${outputs(3)}]; it must have the shape of the output, [2, ${outputs(3)}]`,
      );
    });

    it('comes back from JSON with the same bits', () => {
      const layer = make(3);
      layer.initialize(createRng(11));
      const model = new Sequential([layer]);
      const back = fromJSON(JSON.stringify(toJSON(model)));
      expect(back.describe()).toBe(model.describe());
      expect(hashOfParameters(back.parameters())).toBe(hashOfParameters(model.parameters()));
      const x = fill([3, 3], 1);
      expect(back.predict(x)).toEqual(model.predict(x));
    });
  });
}
