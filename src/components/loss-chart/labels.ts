// The words of the loss chart.
import { formatCount, formatNumber } from '../../a11y';

/** What the chart tells about one epoch; a loss is null where it was not measured. */
export interface EpochLoss {
  epoch: number;
  loss: number | null;
  testLoss: number | null;
}

/** What the chart shows as a whole, for its description. */
export interface LossSummary extends EpochLoss {
  /** The last epoch measured; `loss` and `testLoss` are of this one. */
  lastEpoch: number;
  firstLoss: number | null;
  trend: 'falling' | 'rising' | 'level';
  diverged: boolean;
}

/** What the chart says; any of it can be replaced. */
export interface LossChartLabels {
  /** The heading, where the page gives none. */
  heading: string;
  /** What the chart is called when it has no heading. */
  name: string;
  /** What goes up, beside a heading of the page. */
  loss: string;
  /** What goes to the right. */
  epoch: string;
  /** The line of the training data. */
  train: string;
  /** The line of the test data. */
  test: string;
  /** The button for the logarithmic scale. */
  log: string;
  /** The same button, for those who cannot see what it stands beside. Contains `log`. */
  logName: string;
  /** The mark at the epoch to which the run has gone back. */
  now: string;
  /** The mark where the run stopped being finite. */
  diverged: string;
  /** In the empty chart, before the first epoch. */
  empty: string;
  /** What the arrow keys move. */
  reader: string;
  /** What one epoch reads, spoken. */
  read: (values: EpochLoss) => string;
  /** What the chart shows, in words. */
  describe: (summary: LossSummary) => string;
}

export const defaultLabels: LossChartLabels = {
  heading: 'Loss',
  name: 'Loss by epoch',
  loss: 'loss',
  epoch: 'epoch',
  train: 'train',
  test: 'test',
  log: 'log',
  logName: 'log scale',
  now: 'now',
  diverged: 'diverged here',
  empty: 'Press Play: the loss of each epoch will be drawn here.',
  reader: 'Read the loss at an epoch',
  read: ({ epoch, loss, testLoss }) =>
    `epoch ${formatCount(epoch)}: train loss ${formatNumber(loss)}` +
    (testLoss === null ? '' : `, test loss ${formatNumber(testLoss)}`),
  describe: ({ epoch, lastEpoch, firstLoss, loss, testLoss, trend, diverged }) => {
    const test = testLoss === null ? '' : `; test loss ${formatNumber(testLoss)}`;
    const end = diverged ? ' There the run diverged.' : '';
    if (lastEpoch === 0) return `Loss ${formatNumber(loss)} at epoch 0${test}.${end}`;
    const back = epoch < lastEpoch ? ` The run has gone back to epoch ${formatCount(epoch)}.` : '';
    return (
      `Loss from ${formatNumber(firstLoss)} at epoch 0 to ${formatNumber(loss)} ` +
      `at epoch ${formatCount(lastEpoch)}, ${trend}${test}.${end}${back}`
    );
  },
};
