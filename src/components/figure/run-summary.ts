// How a run goes, for a sentence: where it is, how far off, and whether that is getting better.
import type { Trainer } from '../../trainer';

/** How the loss has moved since the last summary. */
export type LossTrend = 'falling' | 'rising' | 'flat' | 'diverging';

/** A run at one moment, for a sentence about it. */
export interface RunSummary {
  epoch: number;
  /** The loss over the training data. */
  loss: number;
  trend: LossTrend;
  /** How many training points there are. */
  count: number;
  /** How many of them are classified wrong; null for regression. */
  wrong: number | null;
  /** For regression, the root of the mean squared error over them; null otherwise. */
  error: number | null;
}

/** A smaller change than this share of the loss is none. */
const noticeable = 0.01;

/**
 * Where a loss is going. It falls or rises if it has changed by more than a hundredth; it diverges if
 * it has at least doubled, and is larger than that of the untrained model.
 *
 * @param before the loss at the last summary, or where the run was started
 * @param untrained the loss of the untrained model; NaN if it is not known
 */
export function trendOf(before: number, loss: number, untrained: number): LossTrend {
  if (loss >= 2 * before && loss > untrained) return 'diverging';
  const change = loss - before;
  if (Math.abs(change) <= noticeable * Math.abs(before)) return 'flat';
  return change < 0 ? 'falling' : 'rising';
}

/** What is to be said of a run now, given the loss at the last summary. */
export function summaryOf(trainer: Trainer, before: number): RunSummary {
  const { epoch, loss, accuracy } = trainer.now;
  const { data } = trainer;
  const count = data.x.shape[0]!;
  return {
    ...{ epoch, loss, count },
    trend: trendOf(before, loss, trainer.curves.curve('loss')[0] ?? NaN),
    wrong: accuracy === null ? null : Math.round((1 - accuracy) * count),
    error: accuracy === null ? rootMeanSquaredError(trainer) : null,
  };
}

function rootMeanSquaredError(trainer: Trainer): number {
  const { x, y } = trainer.data;
  const said = trainer.predict(x).data;
  let sum = 0;
  for (let i = 0; i < y.size; i++) sum += (said[i]! - y.data[i]!) ** 2;
  return Math.sqrt(sum / y.size);
}
