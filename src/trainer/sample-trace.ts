// One training point's way through the model and back, for figures that follow it.
import { Tensor, ensure, show, trace, type Sequential, type Trace } from '../engine';
import type { Settings } from './settings';

/** One training point's way through the model and back. */
export interface SampleTrace {
  /** The steps, first layer first. */
  steps: Trace;
  /** The loss of this point alone. */
  loss: number;
  /** The point, shape (1, I). */
  x: Tensor;
  /** Its target. */
  y: Tensor;
}

/**
 * Follows a training point, with the gradient of its own loss. Nothing of the model is disturbed.
 *
 * @param sample the point's place in the training data
 * @throws PancakeError if there is no such point
 */
export function traceSample(
  model: Sequential,
  { train, loss }: Settings,
  sample: number,
): SampleTrace {
  const count = train.x.shape[0]!;
  ensure(
    Number.isInteger(sample) && sample >= 0 && sample < count,
    () => `trace got the point ${show(sample)}; it must be a whole number from 0 to ${count - 1}`,
  );
  const x = rowOf(train.x, sample);
  const y = rowOf(train.y, sample);
  const output = model.predict(x).clone();
  const value = loss.evaluate(output, y);
  return { steps: trace(model, x, loss.gradient(output, y)), loss: value, x, y };
}

function rowOf(tensor: Tensor, row: number): Tensor {
  const size = tensor.size / tensor.shape[0]!;
  return new Tensor(tensor.data.slice(row * size, (row + 1) * size), [1, ...tensor.shape.slice(1)]);
}
