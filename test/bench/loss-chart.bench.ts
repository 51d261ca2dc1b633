// What a frame of the loss chart costs in a run of a million epochs, of which the history keeps some thousands.
import { bench, describe } from 'vitest';
import { createView } from '../../src/components/loss-chart/layout';
import { Line } from '../../src/components/loss-chart/line';
import { History } from '../../src/trainer/history';

const epochs = 1_000_000;
const history = new History();
const measured = (loss: number) => Float64Array.of(loss, NaN, NaN, NaN);
for (let epoch = 0; epoch < epochs; epoch++) {
  history.record(epoch, measured(1 / (1 + epoch) + (epoch % 7) / 100));
}
const size = { width: 640, height: 240 };
const view = () => createView({ epochs: 1_500_000, low: 0, high: 1 }, 'linear', size, ['train']);

describe('a curve of a million epochs', () => {
  const line = new Line('loss');
  const kept = view();
  bench('a frame of a run that goes on', () => {
    history.record(history.length, measured(0.01));
    line.path(history, kept);
  });

  bench('the first frame after the axes have changed', () => {
    new Line('loss').path(history, view());
  });
});
