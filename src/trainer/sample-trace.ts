// The way of one training point, or of a few, through the model and back, for figures that follow it.
import { ensure, rowsOf, show, trace, type Sequential, type Tensor, type Trace } from '../engine';
import type { Settings } from './settings';

/** The way of B training points, often of one, through the model and back. */
export interface SampleTrace {
  /** The steps, first layer first. */
  steps: Trace;
  /** The loss of these points alone. */
  loss: number;
  /** The points, shape (B, I). */
  x: Tensor;
  /** Their targets. */
  y: Tensor;
}

/**
 * Follows a training point, or several as one batch, with the gradient of their own loss. Nothing of
 * the model is disturbed.
 *
 * @param samples the point's place in the training data, or several
 * @throws PancakeError if there is no such point, or none is given
 */
export function traceSample(
  model: Sequential,
  { train, loss }: Settings,
  samples: number | readonly number[],
): SampleTrace {
  const places = typeof samples === 'number' ? [samples] : samples;
  const count = train.x.shape[0]!;
  ensure(places.length > 0, () => 'trace got an empty list of points; it needs at least one');
  for (const place of places) {
    ensure(
      Number.isInteger(place) && place >= 0 && place < count,
      () => `trace got the point ${show(place)}; it must be a whole number from 0 to ${count - 1}`,
    );
  }
  const x = rowsOf(train.x, places);
  const y = rowsOf(train.y, places);
  const output = model.predict(x).clone();
  const value = loss.evaluate(output, y);
  return { steps: trace(model, x, loss.gradient(output, y)), loss: value, x, y };
}
