// The words of the loss chart.
import { formatCount, formatNumber } from '../../a11y';
import type { Mark } from '../../trainer';
import type { Metric } from './metric';
import type { Plateau } from './plateau';
import { describe, inPercent, markInWords, readEpoch, readRuns, shortMark } from './sentences';

/** What was measured at one epoch; null where it was not. */
export interface EpochLoss {
  epoch: number;
  loss: number | null;
  testLoss: number | null;
  /** Shares from 0 to 1. */
  accuracy: number | null;
  testAccuracy: number | null;
}

/** A future of the run that was given up. */
export interface EarlierWay {
  /** The epoch at which it parted. */
  from: number;
  /** What tells it from others that parted there, to be added to its name; or empty. */
  detail: string;
}

/** What the chart tells about one epoch. */
export interface EpochReading extends EpochLoss {
  /** Which of them is shown. */
  metric: Metric;
  /** What happened at this epoch, in words. */
  events: readonly string[];
  /** The earlier ways that went through this epoch. */
  earlier: readonly (EarlierWay & { value: number })[];
}

/** A run among others at one epoch. */
export interface RunReading extends EpochLoss {
  name: string;
}

/** What the chart shows as a whole, for its description. */
export interface LossSummary extends EpochLoss {
  metric: Metric;
  /** The last epoch measured; the values are of this one. */
  lastEpoch: number;
  firstLoss: number | null;
  firstAccuracy: number | null;
  trend: 'falling' | 'rising' | 'level';
  diverged: boolean;
  /** What happened on the way. */
  events: readonly { epoch: number; kind: string; words: string }[];
  /** The earlier ways that are shown. */
  earlier: readonly EarlierWay[];
}

/** What the chart says; any of it can be replaced. */
export interface LossChartLabels {
  /** The heading, where the page gives none. */
  heading: string;
  /** The same for accuracy. */
  accuracyHeading: string;
  /** What the chart is called when it has no heading. */
  name: string;
  /** The same for accuracy. */
  accuracyName: string;
  /** What goes up, beside a heading of the page. */
  loss: string;
  /** The same for accuracy. */
  accuracy: string;
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
  /** What the switch between loss and accuracy chooses. */
  metric: string;
  /** The mark at the epoch to which the run has gone back. */
  now: string;
  /** The mark where the run stopped being finite. */
  diverged: string;
  /** The flag of a stretch over which the loss hardly changes. */
  plateau: string;
  /** The same in words. */
  plateauInWords: (plateau: Plateau) => string;
  /** The flag of a change made by hand. */
  mark: (mark: Mark) => string;
  /** The same in words. */
  markInWords: (mark: Mark) => string;
  /** The flag of changes too close to each other for flags of their own. */
  changes: (count: number) => string;
  /** What is left out of a long list. */
  more: (count: number) => string;
  /** In the empty chart, before the first epoch. */
  empty: string;
  /** The same for accuracy. */
  accuracyEmpty: string;
  /** In place of the accuracy of a run that learns to predict numbers. */
  noAccuracy: string;
  /** What the arrow keys move. */
  reader: string;
  /** The same for accuracy. */
  accuracyReader: string;
  /** Which other keys there are, for those who use them. */
  readerKeys: string;
  /** Below the readout, under a mouse. */
  goHint: string;
  /** An earlier way, in the readout, by the epoch at which it parted. */
  earlier: (from: number) => string;
  /** A share from 0 to 1, with so many decimals. */
  percent: (share: number, digits: number) => string;
  /** What one epoch reads, spoken. */
  read: (values: EpochReading) => string;
  /** What one epoch reads where there are several runs, spoken. */
  readRuns: (epoch: number, runs: readonly RunReading[], metric: Metric) => string;
  /** What the chart shows, in words. */
  describe: (summary: LossSummary) => string;
  /** What the chart shows of several runs, in words. */
  describeRuns: (runs: readonly { name: string; summary: LossSummary }[]) => string;
  /** Below the chart, when the run has gone back. */
  travelled: (epoch: number, lastEpoch: number) => string;
  /** Below the chart, when the reader asked for an epoch that is out of reach. */
  clamped: (firstEpoch: number) => string;
  /** The button that goes to the last epoch again. */
  latest: (lastEpoch: number) => string;
  /** Told to a listener when the run has gone to an epoch. */
  arrived: (epoch: number, lastEpoch: number) => string;
}

export const defaultLabels: LossChartLabels = {
  heading: 'Loss',
  accuracyHeading: 'Accuracy',
  name: 'Loss by epoch',
  accuracyName: 'Accuracy by epoch',
  loss: 'loss',
  accuracy: 'accuracy',
  epoch: 'epoch',
  train: 'train',
  test: 'test',
  log: 'log',
  logName: 'log scale',
  metric: 'What is drawn',
  now: 'now',
  diverged: 'diverged here',
  plateau: 'plateau',
  plateauInWords: ({ from, to }) =>
    `the loss hardly changes from epoch ${formatCount(from)} to ${formatCount(to)}`,
  mark: shortMark,
  markInWords,
  changes: (count) => `${count} changes`,
  more: (count) => `and ${count} more`,
  empty: 'Press Play: the loss of each epoch will be drawn here.',
  accuracyEmpty: 'Press Play: the accuracy of each epoch will be drawn here.',
  noAccuracy: 'This run learns to predict numbers, so there is no accuracy: look at the loss.',
  reader: 'Read the loss at an epoch',
  accuracyReader: 'Read the accuracy at an epoch',
  readerKeys: 'Arrow keys move, M goes to the next mark, Enter takes the run to this epoch.',
  goHint: 'click to go here',
  earlier: (from) =>
    from === 0 ? 'before starting over' : `before the change at epoch ${formatCount(from)}`,
  percent: inPercent,
  read: readEpoch,
  readRuns,
  describe,
  describeRuns: (runs) =>
    `${runs.length} runs on the same axes. ` +
    runs.map(({ name, summary }) => `${name}: ${describe(summary)}`).join(' '),
  travelled: (epoch, lastEpoch) =>
    `You are at epoch ${formatCount(epoch)} of ${formatCount(lastEpoch)}. ` +
    'Play repeats the same numbers; change something to branch.',
  clamped: (firstEpoch) =>
    `The run cannot go back beyond epoch ${formatCount(firstEpoch)}: ` +
    'it began there with saved weights, or its model was changed so often that the first ones are forgotten.',
  latest: (lastEpoch) => `Back to epoch ${formatCount(lastEpoch)}`,
  arrived: (epoch, lastEpoch) =>
    `The run is at epoch ${formatCount(epoch)} of ${formatCount(lastEpoch)}.`,
};

/** A value of this metric, for the readout. */
export function formatValue(
  metric: Metric,
  value: number | null,
  { percent }: { percent: LossChartLabels['percent'] },
): string {
  return metric === 'accuracy' && value !== null ? percent(value, 1) : formatNumber(value);
}
