// What the chart measures: the loss, or the share of points classified right.
import type { Curve } from '../../trainer';

/** What goes up the chart. */
export type Metric = 'loss' | 'accuracy';

/** The columns of the history that a metric is read from. */
export const curvesOf: Record<Metric, { readonly train: Curve; readonly test: Curve }> = {
  loss: { train: 'loss', test: 'testLoss' },
  accuracy: { train: 'accuracy', test: 'testAccuracy' },
};
