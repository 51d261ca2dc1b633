// Every loss, through the conformance helper; then what each one is known for.
import { describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  BinaryCrossEntropyWithLogits,
  CrossEntropy,
  Huber,
  MeanSquaredError,
  Tensor,
  createRng,
} from '../../src/engine';
import { fill } from './conformance';
import { expectClose } from './helpers';
import { describeLoss } from './loss-conformance';

const labels = (size: number, seed: number, classes = 2): number[] => {
  const rng = createRng(seed);
  return Array.from({ length: size }, () => rng.int(classes));
};
const column = (values: number[]) => new Tensor(Float64Array.from(values), [values.length, 1]);
const identity = ({ data }: Tensor) => [...data];
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

describeLoss({
  type: 'BinaryCrossEntropy',
  make: (reduction) => new BinaryCrossEntropy({ reduction }),
  batch: (size, seed) => ({
    pred: column([...fill([size], seed).data].map(sigmoid)),
    target: column(labels(size, seed)),
  }),
  prediction: identity,
});
describeLoss({
  type: 'BinaryCrossEntropyWithLogits',
  make: (reduction) => new BinaryCrossEntropyWithLogits({ reduction }),
  batch: (size, seed) => ({ pred: fill([size, 1], seed), target: column(labels(size, seed)) }),
  prediction: ({ data }) => [...data].map(sigmoid),
});
describeLoss({
  type: 'MeanSquaredError',
  make: (reduction) => new MeanSquaredError({ reduction }),
  batch: (size, seed) => ({ pred: fill([size, 2], seed), target: fill([size, 2], seed + 1) }),
  prediction: identity,
});
describeLoss({
  type: 'Huber',
  make: (reduction) => new Huber({ reduction }),
  batch: (size, seed) => ({ pred: fill([size, 1], seed), target: fill([size, 1], seed + 1) }),
  prediction: identity,
});
describeLoss({
  type: 'CrossEntropy',
  make: (reduction) => new CrossEntropy({ reduction }),
  batch: (size, seed) => ({
    pred: fill([size, 4], seed),
    target: new Tensor(Float64Array.from(labels(size, seed, 4)), [size]),
  }),
  prediction: ({ data, shape }) =>
    Array.from({ length: shape[0]! }, (_, n) => {
      const row = [...data.slice(4 * n, 4 * n + 4)].map(Math.exp);
      const sum = row.reduce((a, b) => a + b, 0);
      return row.map((value) => value / sum);
    }).flat(),
});

it('a loss names the tasks that it is for', () => {
  expect(new BinaryCrossEntropy().tasks).toEqual(['binary']);
  expect(new BinaryCrossEntropyWithLogits().tasks).toEqual(['binary']);
  expect(new CrossEntropy().tasks).toEqual(['multiclass']);
  expect(new MeanSquaredError().tasks).toEqual(['regression', 'binary']);
  expect(new Huber().tasks).toEqual(['regression', 'binary']);
});

describe('binary cross-entropy', () => {
  it('stays finite at predictions of exactly 0 and 1, right or wrong', () => {
    const loss = new BinaryCrossEntropy({ reduction: 'none' });
    const pred = [[0], [1], [0], [1]];
    const target = [[0], [1], [1], [0]];
    expect(loss.forward(pred, target).toArray()).toEqual([[0], [0], [100], [100]]);
    expect(loss.backward().toArray()).toEqual([[0], [0], [-1e12], [1e12]]);
  });

  it('refuses labels other than 0 and 1, and predictions that are no probability', () => {
    const loss = new BinaryCrossEntropy();
    expect(() => loss.forward([[0.5], [0.5]], [[1], [0.5]])).toThrow(
      'BinaryCrossEntropy got the label 0.5 at [1, 0]; a label must be 0 or 1',
    );
    for (const bad of [1.2, -0.1]) {
      expect(() => loss.forward([[bad]], [[1]])).toThrow(
        `BinaryCrossEntropy got the prediction ${bad} at [0, 0]; it must be a probability, from 0 to 1`,
      );
    }
    expect(() => new BinaryCrossEntropyWithLogits().forward([[3]], [[2]])).toThrow(
      'BinaryCrossEntropyWithLogits got the label 2 at [0, 0]; a label must be 0 or 1',
    );
  });

  it('of logits is exact however large they are', () => {
    const loss = new BinaryCrossEntropyWithLogits({ reduction: 'none' });
    const pred = [[700], [-700], [700], [-700], [0]];
    const target = [[1], [0], [0], [1], [1]];
    const tiny = 9.85967654375977e-305; // e^−700
    const values = loss.forward(pred, target).data;
    expect(values[0]! / tiny).toBeCloseTo(1, 12);
    expect(values[1]! / tiny).toBeCloseTo(1, 12);
    expect([...values.slice(2, 4)]).toEqual([700, 700]);
    expect(values[4]).toBeCloseTo(Math.LN2, 15);
    const slopes = loss.backward().data;
    expect([...slopes.slice(2)]).toEqual([1, -1, -0.5]);
    expect(slopes[0]! / -tiny).toBeCloseTo(1, 12);
    expect(slopes[1]! / tiny).toBeCloseTo(1, 12);
  });
});

describe('Huber', () => {
  it('turns from a parabola into a line at delta', () => {
    const loss = new Huber({ delta: 2, reduction: 'none' });
    expect(loss.forward([[1], [2], [5], [-5]], [[0], [0], [0], [0]]).toArray()).toEqual([
      [0.5],
      [2],
      [8],
      [8],
    ]);
    expect(loss.backward().toArray()).toEqual([[1], [2], [2], [-2]]);
    for (const delta of [0, -1, NaN, Infinity, '1' as never]) {
      expect(() => new Huber({ delta })).toThrow(
        /^Huber got delta = .*; it must be a finite number above 0$/,
      );
    }
  });
});

describe('cross-entropy', () => {
  it('does not overflow, however large the logits', () => {
    const loss = new CrossEntropy({ reduction: 'none' });
    expect(loss.forward([[1000, 0, -1000]], [0]).toArray()).toEqual([0]);
    expect(loss.forward([[1000, 0, -1000]], [2]).toArray()).toEqual([2000]);
    expect(loss.backward().toArray()).toEqual([[1, 0, -1]]);
    expectClose(loss.forward([[-1000, -1000]], [1]), [Math.LN2]);
    expectClose(loss.backward(), [[0.5, -0.5]]);
  });

  it('refuses classes that are not there', () => {
    const loss = new CrossEntropy();
    expect(() => loss.forward([[1, 2, 3]], [3])).toThrow(
      'CrossEntropy got the class 3 at [0]; it must be a whole number from 0 to 2',
    );
    for (const bad of [0.5, -1]) {
      expect(() => loss.forward([[1, 2, 3]], [bad])).toThrow(
        `CrossEntropy got the class ${bad} at [0]`,
      );
    }
    expect(() => loss.forward([1, 2, 3], [0, 0, 0])).toThrow(
      /^CrossEntropy got predictions of shape \[3\]; they must have two dimensions/,
    );
    // Whatever the targets are: it is the predictions that are wrong.
    expect(() => loss.forward([1, 2, 3], [1])).toThrow(
      /^CrossEntropy got predictions of shape \[3\]; they must have two dimensions/,
    );
    expect(() => loss.forward([[1, 2, 3]], [[1]])).toThrow(
      /targets of shape \[1, 1\]; the targets must have the shape \[1\]$/,
    );
  });
});
