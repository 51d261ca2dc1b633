// One seed, one run: the same bits every time and on every machine.
import { describe, expect, it } from 'vitest';
import {
  Adam,
  BinaryCrossEntropy,
  Dropout,
  Linear,
  ReLU,
  Sequential,
  Sigmoid,
  Tanh,
  createRng,
  datasets,
} from '../../src/engine';
import { hashOfParameters } from './helpers';

/** A hundred epochs on two moons, the points in a new order in each, with dropout. */
function train(seed: number): string {
  const rng = createRng(seed);
  const model = new Sequential([
    new Linear(2, 8, { rng }),
    new Tanh(),
    new Dropout({ p: 0.1, rng: createRng(seed + 1) }),
    new Linear(8, 8, { rng }),
    new ReLU(),
    new Linear(8, 1, { rng }),
    new Sigmoid(),
  ]);
  const loss = new BinaryCrossEntropy();
  const optimizer = new Adam(model, { lr: 0.01 });
  const data = datasets.moons({ n: 64, seed });
  const order = Array.from({ length: 64 }, (_, i) => i);
  for (let epoch = 0; epoch < 100; epoch++) {
    rng.shuffle(order);
    for (let start = 0; start < 64; start += 16) {
      const rows = order.slice(start, start + 16);
      optimizer.zeroGrad();
      loss.forward(
        model.forward(rows.map((row) => [...data.x.data.slice(2 * row, 2 * row + 2)])),
        rows.map((row) => [data.y.data[row]!]),
      );
      model.backward(loss.backward());
      optimizer.step();
    }
  }
  return hashOfParameters(model.parameters());
}

describe('a training of a hundred epochs', () => {
  it('ends with identical parameters each time', () => {
    expect(train(7)).toBe(train(7));
    expect(train(8)).not.toBe(train(7));
  });

  // A change of the random stream, of an order of additions, or of a function's last bit shows
  // here. It changes every reader's run: it belongs in the changelog.
  it('ends with the parameters that it always ended with', () => {
    expect(train(7)).toMatchInlineSnapshot(`"3d39884a"`);
  });
});
