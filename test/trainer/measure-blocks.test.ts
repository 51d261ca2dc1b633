// Very many points are measured block by block: the same bits as all at once.
import { expect, it } from 'vitest';
import { createTrainer, type TrainerOptions } from '../../src/engine-entry';

it.each<TrainerOptions>([
  { data: 'moons', points: 10_001 },
  { data: 'blobs', points: 10_001 },
  { data: 'sine', points: 10_001, dropout: 0.5 },
])('$data: the loss and the accuracy are those of one pass over all points', (options) => {
  const trainer = createTrainer({ ...options, seed: 7, batchSize: 500 });
  trainer.step('epoch', 2);
  const { model, loss, data, now } = trainer;
  expect(now.loss).toBe(loss.evaluate(model.predict(data.x), data.y));
  const wrong = trainer.countWrong();
  expect(now.accuracy).toBe(wrong === null ? null : 1 - wrong / data.x.shape[0]!);
});
