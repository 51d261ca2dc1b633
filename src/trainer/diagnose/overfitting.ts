// Overfitting: the model learns its training points by heart, and gets worse at all others.
import { finding, stretchOf, type Evidence, type Finding } from './finding';

/**
 * The losses are averaged over a tenth of the epochs so far, but at least 10 and at most 50, so that
 * one lucky or unlucky epoch decides nothing.
 */
const windowShare = 0.1;
const windowRange = [10, 50] as const;

/** For how many epochs, and for which share of all, the test loss must have been past its best. */
export const leastEpochsPast = 20;
export const leastSharePast = 0.1;

/** The test loss has risen by this factor over its best. */
export const watchRise = 1.2;
export const problemRise = 1.4;

/**
 * The rise must also be this share of all that had been learnt. Near a loss of 0 a rise from 0.020
 * to 0.023 is a large factor, and means nothing.
 */
export const leastShareOfLearnt = 0.05;

/** Whether the test loss rises while the training loss falls. Never without test data. */
export function findOverfitting({ trainer, epoch, from }: Evidence): Finding[] {
  if (!trainer.testData) return [];
  const [test, epochs] = stretchOf(trainer.curves, 'testLoss', from, epoch);
  const [train] = stretchOf(trainer.curves, 'loss', from, epoch);
  const [least, most] = windowRange;
  const window = Math.max(least, Math.min(most, Math.round(windowShare * test.length)));
  if (test.length < window + leastEpochsPast || !Number.isFinite(test[0])) return [];

  const smooth = averages(test, window);
  let best = 0;
  for (let i = 1; i < smooth.length; i++) if (smooth[i]! < smooth[best]!) best = i;
  const now = smooth.length - 1;
  const rise = smooth[now]! - smooth[best]!;
  const learnt = Math.max(0, test[0]! - smooth[best]!);
  const past = now - best;
  if (past < Math.max(leastEpochsPast, leastSharePast * test.length)) return [];
  if (smooth[now]! < watchRise * smooth[best]! || rise < leastShareOfLearnt * learnt) return [];
  const training = averages(train, window);
  if (training[now]! >= training[best]!) return [];

  // The averages end at their window's last epoch; the best epoch itself is within.
  let since = best;
  for (let i = best; i < best + window; i++) if (test[i]! < test[since]!) since = i;
  const measure = smooth[now]! / smooth[best]!;
  const severity = measure >= problemRise ? 'problem' : 'watch';
  const about = { severity, measure, since: epochs[since]! } as const;
  return [finding({ kind: 'overfitting', sign: 'testLossRose', ...about })];
}

// The mean of each `window` entries that follow each other.
function averages(values: Float64Array, window: number): Float64Array {
  const means = new Float64Array(values.length - window + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    if (i >= window) sum -= values[i - window]!;
    if (i >= window - 1) means[i - window + 1] = sum / window;
  }
  return means;
}
