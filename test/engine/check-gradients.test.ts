// The gradient check finds wrong rules, and leaves everything as it was.
import { describe, expect, it } from 'vitest';
import {
  Dropout,
  Layer,
  Linear,
  MeanSquaredError,
  Mul,
  Sequential,
  Sigmoid,
  Sin,
  Tanh,
  Tensor,
  checkGradients,
  createRng,
  type Parameter,
  type TensorLike,
} from '../../src/engine';

/** x ↦ k x², with a rule of one's own for the way back. */
class Planted extends Layer {
  readonly k = Tensor.from([1.5]);
  readonly gradK = Tensor.zeros([1]);
  input?: Tensor;

  constructor(
    private readonly slope: (k: number, x: number) => number,
    private readonly ofK: (x: Float64Array, dOut: Float64Array) => number = (x, dOut) =>
      x.reduce((sum, v, i) => sum + v * v * dOut[i]!, 0),
    private readonly stale = false,
  ) {
    super();
  }
  override parameters(): Parameter[] {
    return [{ name: 'k', value: this.k, grad: this.gradK }];
  }
  forward(x: TensorLike): Tensor {
    const input = Tensor.from(x);
    if (!this.stale || !this.input) this.input = this.stale ? Tensor.full(input.shape, 1) : input;
    return new Tensor(
      input.data.map((v) => this.k.data[0]! * v * v),
      input.shape,
    );
  }
  backward(dOut: TensorLike): Tensor {
    const { data } = Tensor.from(dOut);
    const x = this.input!;
    this.gradK.data[0]! += this.ofK(x.data, data);
    return new Tensor(
      x.data.map((v, i) => this.slope(this.k.data[0]!, v) * data[i]!),
      x.shape,
    );
  }
}

const right = (k: number, x: number) => 2 * k * x;
const x = [
  [0.5, -1.2],
  [2, 0.3],
];

describe('a right rule', () => {
  it('passes, entry by entry', () => {
    const report = checkGradients(new Planted(right), x);
    expect(report.ok).toBe(true);
    expect(report.maxError).toBeLessThan(1e-8);
    expect(report.entries.map(({ name, index }) => [name, index])).toEqual([
      ['input', [0, 0]],
      ['input', [0, 1]],
      ['input', [1, 0]],
      ['input', [1, 1]],
      ['k', [0]],
    ]);
  });
});

describe('a wrong rule fails', () => {
  it.each([
    ['with the wrong sign', new Planted((k, v) => -right(k, v)), ['input']],
    ['without a factor', new Planted((k, v) => k * v), ['input']],
    ['with the input forgotten', new Planted((k) => 2 * k), ['input']],
    [
      'that takes one point of the batch instead of the sum',
      new Planted(right, (v, dOut) => v[0]! * v[0]! * dOut[0]!),
      ['k'],
    ],
    [
      'that averages over the batch',
      new Planted(right, (v, dOut) => v.reduce((sum, one, i) => sum + one * one * dOut[i]!, 0) / 4),
      ['k'],
    ],
    ['that remembers another input', new Planted(right, undefined, true), ['input', 'k']],
  ])('%s', (_, layer, names) => {
    const report = checkGradients(layer, x);
    expect(report.ok).toBe(false);
    const wrong = report.entries.filter(({ ok }) => !ok);
    expect(wrong.every(({ verdict }) => verdict === 'wrong')).toBe(true);
    expect([...new Set(wrong.map(({ name }) => name))]).toEqual(names);
    expect(report.maxError).toBe(Math.max(...wrong.map(({ error }) => error)));
  });

  it('in a small part of a network too', () => {
    const rng = createRng(1);
    const model = new Sequential([
      new Linear(2, 3, { rng }),
      new Planted((k, v) => right(k, v) * 1.001),
      new Linear(3, 1, { rng }),
    ]);
    const { ok, entries } = checkGradients(model, x, { tolerance: 1e-7 });
    expect(ok).toBe(false);
    expect(entries.filter((one) => !one.ok && one.name.startsWith('2.'))).toEqual([]);
  });
});

describe('the check', () => {
  const network = () => {
    const rng = createRng(3);
    return new Sequential([
      new Linear(2, 4, { rng }),
      new Tanh(),
      new Dropout({ p: 0.5 }),
      new Linear(4, 1, { rng }),
      new Sigmoid(),
    ]);
  };

  it('leaves parameters, gradients and memory as they were', () => {
    const [checked, alone] = [network(), network()];
    for (const model of [checked, alone]) {
      model.forward([[1, 2]]);
      model.backward([[1]]);
    }
    checkGradients(checked, x);
    const state = (model: Layer) =>
      model.parameters().map(({ value, grad }) => [value.toArray(), grad.toArray()]);
    expect(state(checked)).toEqual(state(alone));
    expect(checked.backward([[1]]).toArray()).toEqual(alone.backward([[1]]).toArray());
  });

  it('takes no notice of gradients that are there already', () => {
    const model = network();
    const clean = checkGradients(model, x);
    for (const { grad } of model.parameters()) grad.fill(100);
    expect(checkGradients(model, x)).toEqual(clean);
    expect(clean.ok).toBe(true);
  });

  it('lets rounding pass and nothing larger, unless told otherwise', () => {
    const off = (share: number) => new Planted((k, v) => right(k, v) * (1 + share));
    expect(checkGradients(off(1e-8), x).ok).toBe(true);
    expect(checkGradients(off(1e-5), x).ok).toBe(false);
    expect(checkGradients(off(1e-5), x, { tolerance: 1e-4 }).ok).toBe(true);
    for (const tolerance of [-1, NaN, '1' as never]) {
      expect(() => checkGradients(off(0), x, { tolerance })).toThrow(
        /^checkGradients got tolerance = .*; it must be a number of at least 0$/,
      );
    }
  });

  it('may ask for the very numbers', () => {
    const exact = { eps: 0.5, tolerance: 0, dOut: [[1]] };
    expect(checkGradients(new Mul({ k: 2 }), [[0]], exact).ok).toBe(true);
    expect(checkGradients(new Mul({ k: 0.1 }), [[0.3]], { ...exact, eps: 1e-5 }).ok).toBe(false);
  });

  it('finds an eps that is too large for a steep wave, since a smaller one shows the slope', () => {
    const wave = new Sequential([new Mul({ k: 1000 }), new Sin()]);
    const [input] = checkGradients(wave, [[0.1]]).entries;
    expect(input).toMatchObject({ name: 'input', ok: false, verdict: 'epsilon' });
    expect(checkGradients(wave, [[0.1]], { eps: 1e-6 }).ok).toBe(true);
  });

  it('says what a pass returned that is no tensor', () => {
    class Odd extends Mul {
      constructor(private readonly way: 'forward' | 'backward') {
        super();
      }
      override forward(given: TensorLike): Tensor {
        return this.way === 'forward' ? ('none' as never) : super.forward(given);
      }
      override backward(): Tensor {
        return 'none' as never;
      }
    }
    for (const way of ['forward', 'backward'] as const) {
      expect(() => checkGradients(new Odd(way), x)).toThrow(`${way} returned "none"`);
    }
  });

  it('refuses a gradient of another shape than the output', () => {
    expect(() => checkGradients(network(), x, { dOut: [[1]] })).toThrow(
      'checkGradients got dOut of shape [1, 1]; it must have the shape of the output, [2, 1]',
    );
  });

  it('takes a loss as the objective', () => {
    const loss = new MeanSquaredError();
    const report = checkGradients(network(), x, { loss, target: [[1], [0]] });
    expect(report.ok).toBe(true);
    expect(() => checkGradients(network(), x, { loss })).toThrow('a loss without a target');
  });

  it('holds the loss to its own numbers too', () => {
    class Halved extends MeanSquaredError {
      override slope(p: number, t: number): number {
        return p - t;
      }
    }
    const report = checkGradients(network(), x, { loss: new Halved(), target: [[1], [0]] });
    expect(report.ok).toBe(false);
  });

  it.each([0, -1, NaN, Infinity, '1' as never])('refuses %s as eps', (eps) => {
    expect(() => checkGradients(network(), x, { eps })).toThrow(
      /^checkGradients got eps = .*; it must be a finite number above 0$/,
    );
  });
});
