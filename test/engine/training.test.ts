// Whole trainings, written out as in the lesson, beside PyTorch's numbers.
import { describe, expect, it } from 'vitest';
import {
  BinaryCrossEntropy,
  Linear,
  ReLU,
  SGD,
  Sequential,
  Sigmoid,
  Tanh,
  type Layer,
} from '../../src/engine';
import { expectClose, expectCloseData, reference, type TrainingRun } from './helpers';

function build({ init, activation }: TrainingRun): Sequential {
  const layers = init.flatMap(({ w, b }, i): Layer[] => {
    const linear = new Linear(w[0]!.length, w.length);
    linear.weight.data.set(w.flat());
    linear.bias.data.set(b);
    if (i === init.length - 1) return [linear, new Sigmoid()];
    return [linear, activation === 'ReLU' ? new ReLU() : new Tanh()];
  });
  return new Sequential(layers);
}

describe.each(reference.training)('$name', (run) => {
  it('gives the same losses, predictions, parameters and grid', () => {
    const model = build(run);
    const loss = new BinaryCrossEntropy({ reduction: run.reduction });
    const optimizer = new SGD(model, { lr: run.lr });
    const log = new Map(run.log.map((entry) => [entry.epoch, entry]));
    for (let epoch = 0; epoch < run.epochs; epoch++) {
      let sum = 0;
      for (let at = 0; at < run.X.length; at += run.batchSize) {
        optimizer.zeroGrad();
        const pred = model.forward(run.X.slice(at, at + run.batchSize));
        sum += loss.forward(pred, run.Y.slice(at, at + run.batchSize));
        model.backward(loss.backward());
        optimizer.step();
      }
      const expected = log.get(epoch);
      if (!expected) continue;
      expectCloseData([sum], [expected.loss]);
      expectCloseData(model.predict(run.X.slice(0, 4)).data, expected.pred);
      log.delete(epoch);
    }
    expect([...log.keys()]).toEqual([]);
    const values = model.parameters().map(({ value }) => value);
    expect(values).toHaveLength(run.final.length);
    values.forEach((value, i) => expectClose(value, run.final[i]!));
    expectCloseData(model.predict(run.grid).data, run.gridPred as number[]);
  });
});
