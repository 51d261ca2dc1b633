// What the chart shows, in a few numbers and one word.
import type { History, Snapshot, Trainer } from '../../trainer';
import { detailsOf, earlierWays } from './ways';
import type { EpochLoss, LossSummary } from './labels';
import { curvesOf, type Metric } from './metric';
import type { MarkWords, RunEvent } from './marks';

// A smaller change than this, in parts of the value, is not called falling or rising.
const noticeable = 0.01;

/** What was measured at an epoch, or at the nearest one that was measured. */
export function lossAt(history: History, epoch: number): EpochLoss {
  const nearest = history.nearestRow(epoch);
  const read = (curve: 'loss' | 'testLoss' | 'accuracy' | 'testAccuracy') => {
    const value = history.curve(curve)[nearest]!;
    return Number.isFinite(value) ? value : null;
  };
  return {
    epoch: history.epochs[nearest]!,
    loss: read('loss'),
    testLoss: read('testLoss'),
    accuracy: read('accuracy'),
    testAccuracy: read('testAccuracy'),
  };
}

/** What else the chart shows of a run. */
export interface AlsoShown {
  metric: Metric;
  showTest: boolean;
  events: readonly RunEvent[];
  /** How many earlier ways; undefined for the default. */
  earlier: number | undefined;
}

/** The run so far: from where to where, and which way its last tenth goes. */
export function summarize(
  { epoch, status }: Snapshot,
  trainer: Trainer,
  { metric, showTest, events, earlier }: AlsoShown,
  words: MarkWords,
): LossSummary {
  const history = trainer.curves;
  const lastEpoch = history.length - 1;
  const { train } = curvesOf[metric];
  const first = lossAt(history, 0);
  const last = lossAt(history, lastEpoch);
  const before = lossAt(history, lastEpoch - Math.max(1, Math.round(lastEpoch / 10)))[train];
  const now = last[train];
  const change = now === null || before === null ? 0 : (now - before) / (Math.abs(before) || 1);
  const ways = earlierWays(trainer, earlier);
  const details = detailsOf(ways, words);
  return {
    ...last,
    testLoss: showTest ? last.testLoss : null,
    testAccuracy: showTest ? last.testAccuracy : null,
    epoch,
    lastEpoch,
    metric,
    firstLoss: first.loss,
    firstAccuracy: first.accuracy,
    trend: change < -noticeable ? 'falling' : change > noticeable ? 'rising' : 'level',
    diverged: status === 'diverged',
    events: events.map(({ epoch: at, kind, words }) => ({ epoch: at, kind, words })),
    earlier: ways.map(({ from }, i) => ({ from, detail: details[i]! })),
  };
}
