// What each layer that is no activation is known for, beside what all layers do.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  LayerNorm,
  Linear,
  Mul,
  NonFiniteError,
  PancakeError,
  Residual,
  Sequential,
  Sigmoid,
  Softmax,
  Tanh,
  Tensor,
  createRng,
  type NestedNumbers,
} from '../../src/engine';
import { fill } from './conformance';
import { expectClose } from './helpers';

describe('Linear', () => {
  it('draws weights from N(0, 1/I) and biases from N(0, 0.1), as the notebook does', () => {
    const { weight, bias } = new Linear(50, 400, { rng: createRng(1) });
    const std = ({ data }: Tensor) =>
      Math.sqrt(data.reduce((sum, w) => sum + w * w, 0) / data.length);
    expect(std(weight)).toBeCloseTo(1 / 50, 3);
    expect(std(bias)).toBeCloseTo(0.1, 1);
  });

  it('says what is wrong with an input of another width', () => {
    expect(() => new Linear(2, 10).forward(fill([4, 3], 1))).toThrow(
      new PancakeError('Linear(2, 10) got an input of shape [4, 3]; its last dimension must be 2'),
    );
  });

  it.each<[NestedNumbers]>([[[1, 2]], [5], [[[[1, 2]]]]])(
    'says what is wrong with an input of another rank, %j',
    (x) => {
      expect(() => new Linear(2, 1).forward(x)).toThrow(
        /Linear\(2, 1\) got an input of shape .*; it must have two dimensions, \[batch, 2\]/,
      );
    },
  );

  it.each([0, -1, 1.5, NaN, '2' as never])('refuses %s as a number of inputs or outputs', (bad) => {
    expect(() => new Linear(bad, 1)).toThrow(
      /^Linear got nIn = .*; it must be a whole number of at least 1$/,
    );
    expect(() => new Linear(1, bad)).toThrow(
      /^Linear got nOut = .*; it must be a whole number of at least 1$/,
    );
  });

  it('has no room for more than ten million weights, and says so', () => {
    expect(() => new Linear(10_000_001, 1)).toThrow(
      new PancakeError(
        'Linear(10000001, 1) would have 10000001 weights; a page has room for 10000000 a layer',
      ),
    );
    expect(() => new Linear(4000, 4000)).toThrow('would have 16000000 weights');
  });

  it('sums the gradients over the batch', () => {
    const layer = new Linear(1, 1);
    layer.forward([[1], [2], [3]]);
    layer.backward([[10], [100], [1000]]);
    const [weight, bias] = layer.parameters();
    expect(weight!.grad.toArray()).toEqual([[3210]]);
    expect(bias!.grad.toArray()).toEqual([1110]);
  });
});

describe('Mul', () => {
  it('sums the gradient of k over every entry of the batch', () => {
    const layer = new Mul({ k: 2 });
    expect(
      layer
        .forward([
          [1, 2],
          [3, 4],
        ])
        .toArray(),
    ).toEqual([
      [2, 4],
      [6, 8],
    ]);
    expect(
      layer
        .backward([
          [1, 10],
          [100, 1000],
        ])
        .toArray(),
    ).toEqual([
      [2, 20],
      [200, 2000],
    ]);
    expect(layer.parameters()[0]!.grad.toArray()).toEqual([1 + 20 + 300 + 4000]);
  });

  it('starts between 0.499 and 0.501, as in the notebook', () => {
    for (let seed = 0; seed < 50; seed++) {
      const k = new Mul({ rng: createRng(seed) }).k.data[0]!;
      expect(k).toBeGreaterThanOrEqual(0.499);
      expect(k).toBeLessThan(0.501);
    }
  });
});

describe('Dropout', () => {
  it('drops about a share p and scales up the rest while training', () => {
    const layer = new Dropout({ p: 0.25, rng: createRng(5) });
    const output = layer.forward(Tensor.full([1, 10_000], 3));
    const dropped = output.data.filter((y) => y === 0).length;
    expect(dropped / 10_000).toBeCloseTo(0.25, 1);
    for (const y of output.data) if (y !== 0) expect(y).toBe(4);
  });

  it('sends the gradient back through the mask of the last forward', () => {
    const layer = new Dropout({ rng: createRng(5) });
    const output = layer.forward(Tensor.full([4, 5], 1)).clone();
    expect(new Set(output.data)).toEqual(new Set([0, 2]));
    expect(layer.backward(Tensor.full([4, 5], 1)).data).toEqual(output.data);
    expect(layer.memory().map(({ name }) => name)).toEqual(['mask']);
  });

  it('draws a new mask each time, and the same ones again after the same reseed', () => {
    const layer = new Dropout();
    const draw = () => layer.forward(Tensor.full([1, 64], 1)).toArray();
    layer.reseed(1);
    const [first, second] = [draw(), draw()];
    expect(second).not.toEqual(first);
    layer.reseed(1);
    expect([draw(), draw()]).toEqual([first, second]);
    layer.reseed(2);
    expect(draw()).not.toEqual(first);
  });

  it('gives each Dropout of a model a stream of its own', () => {
    const [a, b] = [new Dropout(), new Dropout()];
    new Sequential([a, new Sequential([b])]).reseed(1);
    const ones = Tensor.full([1, 64], 1);
    expect(a.forward(ones).toArray()).not.toEqual(b.forward(ones).toArray());
  });

  it('is the identity when the model is in use', () => {
    const model = new Sequential([new Dropout()]);
    const x = fill([2, 8], 1);
    expect(model.predict(x).data).toEqual(x.data);
    expect(model.train(false).forward(x).data).toEqual(x.data);
    expect(model.backward(x).data).toEqual(x.data);
    expect(model.train().forward(x).data).not.toEqual(x.data);
  });

  it('says in its formula whether it is in training', () => {
    const layer = new Dropout();
    expect(layer.formula).toBe('y = x · m / (1 − p)');
    expect(layer.train(false).formula).toBe('y = x');
  });

  it('drops nothing with p = 0', () => {
    const x = fill([4, 8], 1);
    expect(new Dropout({ p: 0 }).forward(x).data).toEqual(x.data);
  });

  it.each([1, -0.1, NaN, '0.5' as never])('refuses p = %s', (p) => {
    expect(() => new Dropout({ p })).toThrow(/^Dropout got p = .*at least 0 and below 1/);
  });
});

describe('LayerNorm', () => {
  it('brings each row to mean 0 and variance 1', () => {
    const output = new LayerNorm(4).forward([
      [1, 2, 3, 4],
      [10, 20, 30, 40],
    ]);
    // (x − 2.5) / √(1.25 + 1e-5) and (x − 25) / √(125 + 1e-5)
    const rows = [2.5, 25].map((mean, i) =>
      [1, 2, 3, 4].map((v) => (v * 10 ** i - mean) / Math.sqrt(1.25 * 100 ** i + 1e-5)),
    );
    expectClose(output, rows);
  });

  it('learns a weight and a bias for each feature', () => {
    const layer = new LayerNorm(2, { eps: 1e-12 });
    const [weight, bias] = layer.parameters();
    expect([weight!.name, bias!.name]).toEqual(['weight', 'bias']);
    // The rows become −1, 1.
    layer.forward([
      [1, 2],
      [3, 5],
    ]);
    layer.backward([
      [1, 10],
      [100, 1000],
    ]);
    expectClose(weight!.grad, [-101, 1010]);
    expectClose(bias!.grad, [101, 1010]);
  });

  it('stays finite when all features are equal', () => {
    const layer = new LayerNorm(3);
    expect(layer.forward([[7, 7, 7]]).toArray()).toEqual([[0, 0, 0]]);
    expect(layer.backward([[1, 2, 3]]).data.every(Number.isFinite)).toBe(true);
  });

  it('refuses another number of features, and options out of range', () => {
    expect(() => new LayerNorm(3).forward([[1, 2]])).toThrow(
      'LayerNorm(3) got an input of shape [1, 2]; its last dimension must be 3',
    );
    expect(() => new LayerNorm(0)).toThrow(/^LayerNorm got features = 0/);
    for (const eps of [0, -1, NaN, Infinity, '1' as never]) {
      expect(() => new LayerNorm(2, { eps })).toThrow(
        /^LayerNorm got eps = .*; it must be a finite number above 0$/,
      );
    }
  });
});

describe('Softmax', () => {
  it('shares out each row of the last dimension, whatever the rank', () => {
    const x = fill([2, 3, 4], 1);
    const dOut = fill([2, 3, 4], 2);
    const [flat, deep] = [new Softmax(), new Softmax()];
    expect(deep.forward(x).data).toEqual(flat.forward(new Tensor(x.data, [6, 4])).data);
    expect(deep.backward(dOut).data).toEqual(flat.backward(new Tensor(dOut.data, [6, 4])).data);
  });
});

describe('Residual', () => {
  it('adds the inner output to the input, and the gradient takes both ways', () => {
    const layer = new Residual(new Mul({ k: 3 }));
    expect(layer.forward([[1, 2]]).toArray()).toEqual([[4, 8]]);
    expect(layer.backward([[1, 10]]).toArray()).toEqual([[4, 40]]);
    expect(layer.parameters().map(({ name }) => name)).toEqual(['inner.k']);
    expect(layer.parameters()[0]!.grad.toArray()).toEqual([21]);
  });

  it('refuses an inner layer that changes the shape', () => {
    expect(() => new Residual(new Linear(2, 3)).forward([[1, 2]])).toThrow(
      'Residual(Linear(2, 3)): the inner layer turned shape [1, 2] into [1, 3]; it must keep the shape',
    );
    expect(() => new Residual({} as never)).toThrow(/^Residual got an object of type Object/);
  });

  it('names the layer inside that met a number which is none', () => {
    const layerOf = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return (error as NonFiniteError).layer;
      }
      return 'none';
    };
    const inner = new Sequential([new Mul({ k: 1e200 }), new Mul({ k: 1e200 }), new Tanh()]);
    expect(layerOf(() => new Residual(inner).forward([[1]]))).toBe('inner.1');
    expect(layerOf(() => new Residual(new Mul({ k: 1 })).forward([[NaN]]))).toBe('Residual(Mul)');
    const other = new Residual(new Sequential([new Linear(2, 1)]));
    expect(() => other.forward([[1]])).not.toThrow(NonFiniteError);
    expect(() => other.forward([[1]])).toThrow(/^Linear\(2, 1\) got an input of shape \[1, 1\]/);
  });

  it('remembers what its inner layer remembers', () => {
    const layer = new Residual(new Sigmoid());
    layer.forward([[1]]);
    expect(layer.memory().map(({ name }) => name)).toEqual(['inner.output']);
  });
});
