// What the figure says of its runs, as text and attributes on its root.
import type { Snapshot, Trainer } from '../../trainer';
import type { LossChartLabels } from './labels';
import type { Metric } from './metric';
import type { Shown } from './reading';
import { lossAt, summarize } from './summary';

/** The description, which of the empty states there is, and the attributes. */
export function inWords(shown: Shown, metric: Metric, words: LossChartLabels) {
  const { trainers, runs, showTest, events, earlier } = shown;
  const summaryOf = (run: Trainer) =>
    summarize(
      run.getSnapshot(),
      run,
      { metric, showTest, events: runs ? [] : events, earlier: runs ? 0 : earlier },
      words,
    );
  const summary = summaryOf(trainers[0]!);
  const description = runs
    ? words.describeRuns(runs.map(({ trainer, name }) => ({ name, summary: summaryOf(trainer) })))
    : words.describe(summary);
  const snapshots = trainers.map((run) => run.getSnapshot());
  return {
    description,
    empty: snapshots.every(hasNotBegun),
    hasMetric: metric === 'loss' || summary.accuracy !== null,
    'data-train-loss': text(summary.loss),
    'data-test-loss': text(lossAt(trainers[0]!.curves, Infinity).testLoss),
  };
}

function hasNotBegun({ lastEpoch, status }: Snapshot): boolean {
  return lastEpoch === 0 && (status === 'idle' || status === 'paused');
}

// Every digit, so that it can be compared with the run's own number.
function text(value: number | null): string | undefined {
  return value === null ? undefined : String(value);
}
