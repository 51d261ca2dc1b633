// The trainer against whole runs of PyTorch, number by number.
import { describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  Linear,
  Sequential,
  Sigmoid,
  Tensor,
  createTrainer,
  type Dataset,
  type Layer,
} from '../../src/engine-entry';
import { ReLU, Tanh } from '../../src/engine-entry';
import runs from '../reference/training.json';

const activations = { ReLU, Tanh };

function rebuild(run: (typeof runs)[number]): Sequential {
  const layers: Layer[] = [];
  run.init.forEach(({ w, b }, i) => {
    const linear = new Linear(w[0]!.length, w.length);
    linear.weight.data.set(w.flat());
    linear.bias.data.set(b);
    layers.push(linear);
    const hidden = i < run.init.length - 1;
    layers.push(
      hidden ? new activations[run.activation as keyof typeof activations]() : new Sigmoid(),
    );
  });
  return new Sequential(layers);
}

function close(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(expected));
}

describe.each(runs.map((run) => [run.name, run] as const))('%s', (_, run) => {
  const data: Dataset = {
    x: Tensor.from(run.X),
    y: Tensor.from(run.Y),
    task: 'binary',
    classes: 2,
    domain: { x: [-5, 5], y: [-5, 5] },
  };
  const trainer = createTrainer({
    data,
    model: rebuild(run),
    loss: new BinaryCrossEntropy({ reduction: run.reduction as 'sum' | 'mean' }),
    learningRate: run.lr,
    batchSize: run.batchSize,
    shuffle: false,
  });

  it('gives the same predictions along the way, the same parameters and the same grid', () => {
    for (const { epoch, loss, pred } of run.log) {
      trainer.step('epoch', epoch + 1 - trainer.getSnapshot().epoch);
      const predictions = trainer.predict(data.x);
      pred.forEach((expected, i) => close(predictions.data[i]!, expected));
      // The log's loss is taken before the update: with one batch an epoch, it is that of the
      // history one epoch earlier.
      if (run.batchSize === run.X.length) close(trainer.history[epoch]!.loss, loss);
    }
    const rest = run.epochs - trainer.getSnapshot().epoch;
    if (rest > 0) trainer.step('epoch', rest);
    const linears = trainer.model.layers.filter((layer) => layer instanceof Linear);
    linears.forEach((linear, i) => {
      const expected = [run.final[2 * i], run.final[2 * i + 1]] as [number[][], number[]];
      expected[0].flat().forEach((value, k) => close(linear.weight.data[k]!, value));
      expected[1].forEach((value, k) => close(linear.bias.data[k]!, value));
    });
    const grid = trainer.predict(run.grid);
    run.gridPred.forEach((expected, i) => close(grid.data[i]!, expected));
  });
});
