// This engine's trainer, as a figure drives it: it also shuffles the points for each epoch, and
// measures loss and accuracy over all of them after it.
import { BinaryCrossEntropyWithLogits, createTrainer, datasets } from '../../../dist/engine.js';
import { buildModel } from './model.mjs';

export function create(problem, options) {
  const data = datasets.moons({ n: problem.points, noise: 0.1, seed: 1 });
  const trainer = createTrainer({
    model: buildModel(problem, options),
    data,
    loss: new BinaryCrossEntropyWithLogits(),
    learningRate: problem.rate,
    batchSize: problem.batch,
    // The check of learning compares runs over the same batches.
    shuffle: false,
  });

  return {
    ready: () => trainer.set({ shuffle: true }),
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) trainer.step('epoch');
    },
    logits: () => trainer.model.predict(data.x).data.slice(),
  };
}
