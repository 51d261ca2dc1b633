// Buffers: a steady loop makes no new tensors, and pictures don't disturb training.
import { describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  Linear,
  ReLU,
  Sequential,
  Sigmoid,
  Tensor,
  createRng,
  type Layer,
} from '../../src/engine';
import { fill } from './conformance';

const network = (): Layer => {
  const rng = createRng(2);
  return new Sequential([
    new Linear(2, 6, { rng }),
    new ReLU(),
    new Linear(6, 1, { rng }),
    new Sigmoid(),
  ]);
};
const labels = (count: number) => Tensor.from(Array.from({ length: count }, (_, i) => [i % 2]));

describe('in a steady loop', () => {
  it('the same tensors come back, also when a short last batch takes turns with full ones', () => {
    const model = network();
    const loss = new BinaryCrossEntropy();
    const sizes = [10, 10, 4];
    const epoch = () =>
      sizes.map((size) => {
        const out = model.forward(fill([size, 2], size));
        loss.forward(out, labels(size));
        const dPred = loss.backward();
        return [out, dPred, model.backward(dPred)];
      });
    const first = epoch();
    const second = epoch();
    for (const [i, tensors] of second.entries()) {
      for (const [k, tensor] of tensors.entries()) expect(tensor).toBe(first[i]![k]);
    }
    expect(first[2]![0]).not.toBe(first[0]![0]);
  });
});

describe('a picture', () => {
  it('drawn between forward and backward changes nothing that backward needs', () => {
    const [drawn, alone] = [network(), network()];
    const batch = fill([8, 2], 1);
    const grid = fill([2500, 2], 9);
    const dOut = fill([8, 1], 3);
    for (const model of [drawn, alone]) model.forward(batch);
    const picture = drawn.predict(grid).toArray();
    expect(drawn.backward(dOut).toArray()).toEqual(alone.backward(dOut).toArray());
    expect(drawn.parameters().map(({ grad }) => grad.toArray())).toEqual(
      alone.parameters().map(({ grad }) => grad.toArray()),
    );
    expect(alone.forward(grid).toArray()).toEqual(picture);
  });

  it('of the same size as the batch is no exception', () => {
    const model = network();
    const batch = fill([8, 2], 1);
    const out = model.forward(batch);
    const before = out.toArray();
    model.predict(fill([8, 2], 4));
    expect(out.toArray()).toEqual(before);
  });

  it('sees changed weights at once', () => {
    const model = network();
    const before = model.predict([[1, 1]]).toArray();
    model.parameters()[0]!.value.fill(0.3);
    expect(model.predict([[1, 1]]).toArray()).not.toEqual(before);
    expect(model.predict([[1, 1]]).toArray()).toEqual(model.forward([[1, 1]]).toArray());
  });
});
