// What a frame of the decision boundary costs, next to the epoch that it shows.
import { bench, describe } from 'vitest';
import { contourPath } from '../../src/components/poster';
import { createTrainer } from '../../src/engine-entry';

const trainer = createTrainer({ data: 'moons', points: 500, testRatio: 0 });
trainer.step('epoch', 100);
const centres = trainer.plane(100).points;
const values = trainer.plane(100).prediction.data;

describe('2-10-10-1 on 500 points', () => {
  bench('an epoch in batches of 10', () => trainer.step('epoch'));
  bench('the model on a grid of 100 by 100', () => void trainer.predict(centres));
  bench('one contour line of that grid', () => void contourPath(values, 100, 0.5, 400, 400));
});
