// What the chart shows, in a few numbers and one word.
import type { History, Snapshot } from '../../trainer';
import type { EpochLoss, LossSummary } from './labels';

// A smaller change than this, in parts of the loss, is not called falling or rising.
const noticeable = 0.01;

/** Both losses at an epoch, or at the nearest one that was measured. */
export function lossAt(history: History, epoch: number): EpochLoss {
  const nearest = Math.max(0, Math.min(history.length - 1, Math.round(epoch)));
  const read = (curve: 'loss' | 'testLoss') => {
    const value = history.curve(curve)[nearest]!;
    return Number.isFinite(value) ? value : null;
  };
  return { epoch: nearest, loss: read('loss'), testLoss: read('testLoss') };
}

/** The run so far: from where to where, and which way its last tenth goes. */
export function summarize({ epoch, status }: Snapshot, history: History): LossSummary {
  const lastEpoch = history.length - 1;
  const { loss, testLoss } = lossAt(history, lastEpoch);
  const before = lossAt(history, lastEpoch - Math.max(1, Math.round(lastEpoch / 10))).loss;
  const change = loss === null || before === null ? 0 : (loss - before) / (Math.abs(before) || 1);
  return {
    epoch,
    lastEpoch,
    firstLoss: lossAt(history, 0).loss,
    loss,
    testLoss,
    trend: change < -noticeable ? 'falling' : change > noticeable ? 'rising' : 'level',
    diverged: status === 'diverged',
  };
}
