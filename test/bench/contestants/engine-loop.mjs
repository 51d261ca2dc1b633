// This engine by its public classes, in the loop that the lesson writes.
import { BinaryCrossEntropyWithLogits, SGD, Tensor } from '../../../dist/engine.js';
import { batchesOf } from '../problems.mjs';
import { buildModel } from './model.mjs';

export function create(problem, options) {
  const model = buildModel(problem, options);
  const optimizer = new SGD(model, { lr: problem.rate });
  const loss = new BinaryCrossEntropyWithLogits();

  const columns = problem.sizes[0];
  const batches = batchesOf(problem).map(([from, to]) => ({
    x: new Tensor(problem.x.slice(from * columns, to * columns), [to - from, columns]),
    y: new Tensor(problem.y.slice(from, to), [to - from, 1]),
  }));

  return {
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (const { x, y } of batches) {
          optimizer.zeroGrad();
          loss.forward(model.forward(x), y);
          model.backward(loss.backward());
          optimizer.step();
        }
      }
    },
    logits: () => model.predict(new Tensor(problem.x, [problem.points, columns])).data.slice(),
  };
}
