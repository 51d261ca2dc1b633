// The sentences of the loss chart: what it reads at an epoch, what it shows, what was changed.
import { formatCount, formatNumber } from '../../a11y';
import type { Mark } from '../../trainer';
import type { EpochLoss, EpochReading, LossSummary, RunReading } from './labels';
import type { Metric } from './metric';

// What a listener can keep in mind.
const mostTold = 5;

/** A share as `87.5%`. */
export function inPercent(share: number, digits: number): string {
  return `${formatNumber(100 * share, digits)}%`;
}

/** What one epoch reads. */
export function readEpoch(reading: EpochReading): string {
  const { epoch, metric, events, earlier } = reading;
  const { train, test } = valuesOf(reading, metric);
  const values =
    `epoch ${formatCount(epoch)}: train ${metric} ${format(metric, train)}` +
    (test === null ? '' : `, test ${metric} ${format(metric, test)}`);
  const ways = earlier.map(
    ({ from, detail, value }) =>
      `${format(metric, value)} ` +
      (from === 0 ? 'before starting over' : `before the change at epoch ${formatCount(from)}`) +
      detail,
  );
  return [values, ...ways, ...events].join('; ');
}

/** What one epoch reads in several runs. */
export function readRuns(epoch: number, runs: readonly RunReading[], metric: Metric): string {
  const told = runs.map((run) => {
    const { train, test } = valuesOf(run, metric);
    const end = run.epoch < epoch ? ` (ended at epoch ${formatCount(run.epoch)})` : '';
    const tested = test === null ? '' : `, test ${format(metric, test)}`;
    return `${run.name} ${format(metric, train)}${tested}${end}`;
  });
  return `epoch ${formatCount(epoch)}, ${metric}: ${told.join('; ')}`;
}

/** What the chart shows of a run. */
export function describe(summary: LossSummary): string {
  const { epoch, lastEpoch, metric, trend, diverged, events, earlier } = summary;
  const { train, test } = valuesOf(summary, metric);
  const first = metric === 'loss' ? summary.firstLoss : summary.firstAccuracy;
  const name = metric === 'loss' ? 'Loss' : 'Accuracy';
  if (train === null) return `No ${metric} is measured in this run.`;
  const tested = test === null ? '' : `; test ${metric} ${format(metric, test)}`;
  const end = diverged ? ' There the run diverged.' : '';
  const history = tellEvents(events) + tellWays(earlier);
  if (lastEpoch === 0)
    return `${name} ${format(metric, train)} at epoch 0${tested}.${end}${history}`;
  const back = epoch < lastEpoch ? ` The run has gone back to epoch ${formatCount(epoch)}.` : '';
  return (
    `${name} from ${format(metric, first)} at epoch 0 to ${format(metric, train)} ` +
    `at epoch ${formatCount(lastEpoch)}, ${trend}${tested}.${end}${back}${history}`
  );
}

/** A change in the few characters that a flag has room for. */
export function shortMark({ kind, value }: Mark): string {
  switch (kind) {
    case 'learningRate':
      return `lr ${value}`;
    case 'batchSize':
      return `batch ${value}`;
    case 'optimizer':
    case 'regularization':
      return value || kind;
    case 'zeroGrad':
      return `zeroGrad ${value}`;
    case 'model':
      return value || 'model';
    default:
      return kind;
  }
}

/** A change in words. */
export function markInWords({ kind, value }: Mark): string {
  const names: Record<Mark['kind'], string> = {
    learningRate: 'learning rate',
    schedule: 'learning rate schedule',
    batchSize: 'batch size',
    loss: 'loss',
    optimizer: 'optimizer',
    zeroGrad: 'zeroGrad',
    regularization: 'regularization',
    data: 'data',
    weights: 'weight',
    model: 'model',
  };
  const changed = kind === 'data' || kind === 'schedule' || !value;
  if (kind === 'weights') return `a weight of ${value} set by hand`;
  return changed ? `${names[kind]} changed` : `${names[kind]} set to ${value}`;
}

function tellEvents(events: LossSummary['events']): string {
  const plateaus = events.filter(({ kind }) => kind === 'plateau');
  const changes = events.filter(({ kind }) => kind !== 'plateau');
  const level = plateaus.map(({ words }) => ` Plateau: ${words}.`).join('');
  if (!changes.length) return level;
  const told = changes
    .slice(-mostTold)
    .map(({ epoch, words }) => `${words} at epoch ${formatCount(epoch)}`);
  const left = changes.length - told.length;
  const lead = left ? `The last ${told.length} of ${changes.length} changes` : 'Changes';
  return `${level} ${lead} by hand: ${told.join('; ')}.`;
}

function tellWays(earlier: LossSummary['earlier']): string {
  if (!earlier.length) return '';
  const from = earlier.map(
    ({ from: epoch, detail }) =>
      (epoch === 0 ? 'the beginning' : `epoch ${formatCount(epoch)}`) + detail,
  );
  const ways = earlier.length === 1 ? 'An earlier way is' : `${earlier.length} earlier ways are`;
  return ` ${ways} shown behind, given up at ${from.join(' and ')}.`;
}

function valuesOf(values: EpochLoss, metric: Metric) {
  return metric === 'loss'
    ? { train: values.loss, test: values.testLoss }
    : { train: values.accuracy, test: values.testAccuracy };
}

function format(metric: Metric, value: number | null): string {
  return metric === 'accuracy' && value !== null ? inPercent(value, 1) : formatNumber(value);
}
