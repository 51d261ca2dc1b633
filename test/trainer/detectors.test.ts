// The detectors on evidence made up for them: where exactly each of them begins, and what it tells.
import { describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  BinaryCrossEntropyWithLogits,
  CrossEntropy,
  Features,
  Linear,
  MeanSquaredError,
  Sequential,
  Sigmoid,
  Softmax,
  Square,
  ReLU,
  Tanh,
  Tensor,
  fromPoints,
  type Dataset,
  type Layer,
  type Loss,
} from '../../src/engine-entry';
import { findDeadReLUs } from '../../src/trainer/diagnose/dead-relu';
import { findExploding } from '../../src/trainer/diagnose/exploding';
import type { Evidence } from '../../src/trainer/diagnose/finding';
import { findOverfitting } from '../../src/trainer/diagnose/overfitting';
import { findSaturated } from '../../src/trainer/diagnose/saturated';
import { findSymmetry } from '../../src/trainer/diagnose/symmetry';
import { History } from '../../src/trainer/history';

const historyOf = (loss: readonly number[], test: readonly number[] = [], most?: number) => {
  const history = new History(most);
  loss.forEach((value, epoch) =>
    history.record(epoch, Float64Array.of(value, test[epoch] ?? NaN, NaN, NaN)),
  );
  return history;
};
const evidenceOf = (trainer: object, more: Partial<Evidence> = {}): Evidence =>
  ({ trainer, epoch: 0, from: 0, ...more }) as Evidence;
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('overfitting', () => {
  const find = (train: readonly number[], test: readonly number[], testData: object | null = {}) =>
    findOverfitting(
      evidenceOf({ testData, curves: historyOf(train, test) }, { epoch: test.length - 1 }),
    );

  /** The rule in plain words, without running sums. */
  function wanted(train: readonly number[], test: readonly number[]) {
    const n = test.length;
    const window = Math.min(50, Math.max(10, Math.round(n / 10)));
    if (n < window + 20) return null;
    const smooth = (values: readonly number[]) =>
      range(n - window + 1).map((i) => mean(values.slice(i, i + window)));
    const [tested, trained] = [smooth(test), smooth(train)];
    const best = tested.indexOf(Math.min(...tested));
    const [low, now] = [tested[best]!, tested.at(-1)!];
    const isPast = tested.length - 1 - best >= Math.max(20, n / 10);
    const hasRisen = now >= 1.2 * low && now - low >= 0.05 * Math.max(0, test[0]! - low);
    if (!isPast || !hasRisen || trained.at(-1)! >= trained[best]!) return null;
    const within = test.slice(best, best + window);
    const since = best + within.indexOf(Math.min(...within));
    return { severity: now >= 1.4 * low ? 'problem' : 'watch', since, measure: now / low };
  }

  it('is found where the rule says, and nowhere else', () => {
    const counts = { problem: 0, watch: 0, nothing: 0 };
    for (const n of [29, 30, 31, 45, 100, 230, 400, 640])
      for (const turn of [0.1, 0.3, 0.6, 0.9])
        for (const rise of [1.05, 1.3, 1.6])
          for (const start of [0.3, 20])
            for (const slope of [-0.001, 0, 0.001]) {
              const at = Math.floor(n * turn);
              const wave = (e: number) => 1 + 0.01 * ((e * 7) % 5);
              const test = range(n).map((e) =>
                e < at
                  ? 0.2 + ((start - 0.2) * (at - e)) / at
                  : 0.2 * wave(e) * (1 + ((rise - 1) * (e - at)) / (n - at)),
              );
              const train = range(n).map((e) => 2 + slope * e);
              const expected = wanted(train, test);
              const found = find(train, test);
              counts[(expected?.severity ?? 'nothing') as 'nothing']++;
              if (!expected) expect(found).toEqual([]);
              else {
                const { measure, ...rest } = expected;
                expect(found).toMatchObject([
                  { kind: 'overfitting', sign: 'testLossRose', ...rest },
                ]);
                expect(found[0]!.measure).toBeCloseTo(measure, 9);
              }
            }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(10);
  });

  it('is never found without test data, or where its first loss is not known', () => {
    const train = range(100).map((e) => 2 - e / 100);
    const test = range(100).map((e) => 1 + e / 50);
    expect(find(train, test)).toHaveLength(1);
    expect(find(train, test, null)).toEqual([]);
    expect(find(train, [NaN, ...test.slice(1)])).toEqual([]);
  });
});

describe('saturation', () => {
  const flatness = (layer: Layer, values: readonly (readonly number[])[]) => {
    const model = new Sequential([new Linear(2, values[0]!.length), layer, new Linear(3, 1)]);
    const outputs = [Tensor.zeros([1]), Tensor.from(values), Tensor.zeros([1])];
    return findSaturated(evidenceOf({ model, data: { task: 'binary' } }, { outputs }));
  };
  const rows = (...columns: number[][]) => range(20).map((i) => columns.map((one) => one[i]!));
  const some = (count: number, value: number) => range(20).map((i) => (i < count ? value : 0.5));

  it('of hidden neurons begins at 95 % of the points, a hundredth from an end', () => {
    expect(flatness(new Sigmoid(), rows(some(18, 0), some(18, 1), some(20, 0.01)))).toEqual([]);
    expect(
      flatness(new Sigmoid(), rows(some(19, 0.0099), some(20, 0.9901), some(20, 0.99))),
    ).toMatchObject([
      { sign: 'flat', severity: 'problem', layer: 1, units: [0, 1], of: 3, measure: 0.95 },
    ]);
    expect(
      flatness(new Tanh(), rows(some(20, -0.99), some(20, 0.97), some(20, -0.97))),
    ).toMatchObject([{ sign: 'flat', severity: 'watch', units: [0], measure: 1 }]);
    expect(flatness(new ReLU(), rows(some(20, 0), some(20, 1), some(20, 0)))).toEqual([]);
  });

  const sure = (values: number[], layer: Layer = new Sigmoid(), task = 'binary', count = 5) =>
    findSaturated(
      evidenceOf(
        { model: new Sequential([new Linear(2, 1), layer]), data: { task } },
        {
          outputs: [Tensor.zeros([1]), Tensor.from(values)],
          targets: Tensor.from([1, 0, 1, 0, 1].slice(0, count)),
        },
      ),
    );

  it('of an output is being sure of what is wrong at a fifth of the points', () => {
    expect(sure([0.009, 0.5, 0.5, 0.5, 0.5])).toMatchObject([
      { sign: 'sureAndWrong', severity: 'problem', layer: 1, units: [0], of: 1, measure: 0.2 },
    ]);
    expect(sure([0.5, 0.991, 0.5, 1, 0])).toMatchObject([{ measure: 0.6 }]);
    expect(sure([0.01, 0.99, 1, 0, 1])).toEqual([]);
    expect(sure([0, 1, 0, 1, 0], new Sigmoid(), 'regression')).toEqual([]);
    expect(sure([-1, 1, -1, 1, -1], new Tanh())).toEqual([]);
    expect(sure([0, 1, 0, 1, 0], new Sigmoid(), 'binary', 4)).toEqual([]);
  });
});

describe('dead ReLUs', () => {
  const find = (...counts: number[]) => {
    const outputs = range(100).map((i) => counts.map((count) => (i < count ? 0.5 : 0)));
    const model = new Sequential([new Linear(2, counts.length), new ReLU(), new Linear(3, 1)]);
    return findDeadReLUs(
      evidenceOf({ model }, { outputs: [Tensor.zeros([1]), Tensor.from(outputs)] }),
    );
  };

  it('are dead at none of the points, nearly so below a fiftieth of them', () => {
    expect(find(2, 100, 50)).toEqual([]);
    expect(find(1, 2, 0)).toMatchObject([
      { sign: 'dead', severity: 'watch', layer: 1, units: [2], of: 3, measure: 0 },
      { sign: 'nearlyDead', severity: 'watch', units: [0], of: 3, measure: 0.01 },
    ]);
    expect(find(0, 9, 0)).toMatchObject([{ sign: 'dead', severity: 'problem', units: [0, 2] }]);
  });
});

describe('symmetry', () => {
  /** A layer whose neurons have these weights and biases. */
  const layerOf = (...neurons: number[][]) => {
    const layer = new Linear(neurons[0]!.length - 1, neurons.length);
    neurons.forEach((one, unit) => {
      layer.weight.data.set(one.slice(0, -1), unit * layer.nIn);
      layer.bias.data[unit] = one.at(-1)!;
    });
    return layer;
  };
  const find = (...layers: Layer[]) => findSymmetry(evidenceOf({ model: new Sequential(layers) }));
  const pairs = layerOf([1, 2, 3], [1, 2, 3], [4, 5, 6], [4, 5, 6]);

  it('is for good where neurons go on alike, of one pair at least', () => {
    const groups = [
      [0, 1],
      [2, 3],
    ];
    const told = { layer: 0, units: [0, 1, 2, 3], of: 4, groups, measure: 0.5 };
    expect(find(pairs, new Tanh(), layerOf([1, 1, 2, 3, 0]))).toMatchObject([
      { sign: 'twins', severity: 'problem', ...told },
    ]);
    expect(find(pairs, new Tanh(), layerOf([1, 2, 3, 4, 0]))).toMatchObject([
      { sign: 'sameForNow', severity: 'watch', ...told },
    ]);
    expect(find(pairs, layerOf([1, 1, 2, 3, 0], [1, 2, 3, 4, 0]))).toMatchObject([
      { sign: 'sameForNow' },
    ]);
    // Through a layer that mixes its neurons nobody can tell.
    expect(find(pairs, new Softmax(), layerOf([1, 2, 3, 4, 0]))).toMatchObject([{ sign: 'twins' }]);
  });

  it('is none of an output, nor of neurons that differ in a weight or in their bias', () => {
    const one = layerOf([1, 2, 0]);
    expect(find(layerOf([1, 2, 3], [1, 2, 3]))).toEqual([]);
    expect(find(layerOf([1, 2, 3], [1, 2, 4]), one)).toEqual([]);
    expect(find(layerOf([1, 2, 3], [1, 3, 3]), one)).toEqual([]);
    expect(find(layerOf([1, 2, 3], [1, 2 + 1e-9, 3]), one)).toEqual([]);
    expect(find(layerOf([1, 2, 3], [1, 2 + 1e-15, 3]), one)).toHaveLength(1);
    expect(
      find(layerOf([0, 0, 0], [0, 0, 0], [1, 0, 0]), new Square(), layerOf([1, 1, 1, 0])),
    ).toMatchObject([{ units: [0, 1], groups: [[0, 1]], measure: 1 / 3 }]);
  });
});

describe('exploding steps', () => {
  const plane = fromPoints(
    [0, 0, 2, 2].map((label, x) => ({ x, y: 0, label })),
    { task: 'regression' },
  );
  interface Run {
    losses: number[];
    layers?: Layer[];
    data?: Dataset;
    loss?: Loss<'mean' | 'sum'>;
    diverged?: string;
    most?: number;
    from?: number;
  }
  const find = ({ losses, most, from = 0, diverged, ...rest }: Run) => {
    const { layers = [new Linear(2, 1)], data = plane, loss = new MeanSquaredError() } = rest;
    const trainer = {
      ...{ data, loss, model: new Sequential(layers), curves: historyOf(losses, [], most) },
      now: { status: diverged === undefined ? 'paused' : 'diverged' },
      getSnapshot: () => ({ divergence: { layer: diverged } }),
    };
    return findExploding(evidenceOf(trainer, { epoch: losses.length - 1, from }));
  };

  it('begin at one and a half times the loss of guessing, and are a problem at three times', () => {
    // Guessing the mean costs 1.
    expect(find({ losses: [1, 0.5, 1.49] })).toEqual([]);
    expect(find({ losses: [0.1, 0.05, 1.5] })).toMatchObject([
      { sign: 'lossRose', severity: 'watch', measure: 1.5, since: 1, layer: 0, units: [0], of: 1 },
    ]);
    expect(find({ losses: [1, 0.5, 2.99] })).toMatchObject([{ severity: 'watch' }]);
    expect(find({ losses: [1, 0.5, 3] })).toMatchObject([{ severity: 'problem', measure: 3 }]);
    // What was worse at the beginning is no measure of guessing.
    expect(find({ losses: [4, 3, 5.9] })).toEqual([]);
    expect(find({ losses: [4, 0.5, 0.5, 1.5], from: 1 })).toMatchObject([
      { measure: 1.5, since: 1 },
    ]);
  });

  it.each<[string, Loss<'mean' | 'sum'>, Dataset['task'], number, number]>([
    ['one half', new BinaryCrossEntropy(), 'binary', 1, Math.LN2],
    ['logits of zero', new BinaryCrossEntropyWithLogits(), 'binary', 1, Math.LN2],
    ['all classes alike', new CrossEntropy(), 'multiclass', 3, Math.log(3)],
  ])('are measured by guessing %s', (_, loss, task, outputs, guess) => {
    const data = fromPoints(
      [0, 1, 1, 0, task === 'binary' ? 0 : 2].map((label, x) => ({ x, y: 0, label })),
      { task },
    );
    const [found] = find({
      losses: [0.1, 3 * guess],
      loss,
      data,
      layers: [new Linear(2, outputs)],
    });
    expect(found!.measure).toBeCloseTo(3, 9);
  });

  it('begin below that where the loss grows by half in each of three epochs', () => {
    const grown = (steps: number, factor = 1.5) =>
      range(steps).reduce((all, _) => [...all, factor * all.at(-1)!], [0.001]);
    expect(find({ losses: [1, ...grown(3)] })).toMatchObject([
      { sign: 'lossClimbs', severity: 'watch', since: 1 },
    ]);
    expect(find({ losses: grown(3) })).toHaveLength(1);
    expect(find({ losses: grown(2) })).toEqual([]);
    expect(find({ losses: [0.001, ...grown(2)] })).toEqual([]);
    expect(find({ losses: grown(3, 1.49) })).toEqual([]);
    // Of a long run the epochs between are not known.
    expect(find({ losses: grown(9, 1.6), most: 32 })).toHaveLength(1);
    expect(find({ losses: grown(9, 1.6), most: 8 })).toEqual([]);
  });

  it('are told of the layer that was named, or of the one with the largest weights', () => {
    const of = (nIn: number, nOut: number, ...weights: number[]) => {
      const layer = new Linear(nIn, nOut);
      layer.weight.data.set(weights);
      return layer;
    };
    const layers = [of(2, 2, 1, -3, 2, 1), new Tanh(), of(2, 1, 4, 4)];
    const where = (diverged: string, all: Layer[] = layers) => {
      const [{ sign, severity, layer, units, of: size }] = find({
        losses: [1, 1],
        layers: all,
        diverged,
      }) as [ReturnType<typeof find>[0]];
      expect([sign, severity]).toEqual(['diverged', 'problem']);
      return [layer, units, size];
    };
    expect(where('0')).toEqual([0, [0], 2]);
    expect(where('0', [of(2, 2, 1, -3, 3.5, 1), layers[2]!])).toEqual([0, [1], 2]);
    expect(where('1')).toEqual([1, [], 0]);
    expect(where('2.inner')).toEqual([2, [0], 1]);
    expect(where('loss')).toEqual([2, [0], 1]);
    expect(where('loss', [of(2, 2, 9, 9, 9, 9), of(2, 1, 12, 12)])).toEqual([1, [0], 1]);
    expect(where('loss', [of(2, 2, 13, 13, 13, 13), of(2, 1, 12, 12)])).toEqual([0, [0], 2]);
    expect(where('loss', [of(2, 1, 1e200, 0), of(1, 1, 1e100)])).toEqual([0, [0], 1]);
    expect(where('loss', [of(2, 1, 0, 0)])).toEqual([null, [], 0]);
    expect(where('loss', [new Features(['x'])])).toEqual([null, [], 0]);
  });
});
