// Measuring a model: its loss and accuracy over a whole data set.
import {
  Buffers,
  NonFiniteError,
  type Dataset,
  type Loss,
  type Sequential,
  type Tensor,
} from '../engine';
import type { Settings } from './settings';

/**
 * Writes the loss and the accuracy of a model over the training and the test data, as it is now,
 * in the order of `curves`.
 *
 * @throws NonFiniteError if the model or the loss gives a number that is not finite
 */
export function measure(values: Float64Array, model: Sequential, settings: Settings): void {
  const { loss, train, test } = settings;
  judge(values, 0, model, loss, train);
  if (test) judge(values, 1, model, loss, test);
  else values[1] = values[3] = NaN;
}

/** How many points of a data set the model classifies wrong; null for regression. */
export function countWrong(prediction: Tensor, data: Dataset): number | null {
  return data.task === 'regression' ? null : wrongOf(prediction, data);
}

/** The class that a row of probabilities stands for: the likeliest, or above one half. */
export function predictedClass(probabilities: Float64Array, at: number, columns: number): number {
  if (columns === 1) return probabilities[at]! > 0.5 ? 1 : 0;
  let best = 0;
  for (let c = 1; c < columns; c++)
    if (probabilities[at + c]! > probabilities[at + best]!) best = c;
  return best;
}

// The loss at this place, and the accuracy two places on.
function judge(
  values: Float64Array,
  place: number,
  model: Sequential,
  loss: Loss<'mean' | 'sum'>,
  data: Dataset,
): void {
  const output = predictAll(model, data.x);
  loss.evaluateInto(values, place, output, data.y);
  if (!Number.isFinite(values[place])) {
    throw new NonFiniteError(`${loss.type} gave ${values[place]}`, 'loss');
  }
  values[place + 2] =
    data.task === 'regression' ? NaN : 1 - wrongOf(loss.toPrediction(output), data) / data.y.size;
}

// More points than these are taken block by block: what lies between the layers then stays in the
// processor's cache, and needs no memory for all of them.
const blockRows = 4096;

const outputs = new WeakMap<Sequential, Buffers>();

function predictAll(model: Sequential, x: Tensor): Tensor {
  const rows = x.shape[0]!;
  if (rows <= blockRows) return model.predict(x);
  const buffers = outputs.get(model) ?? new Buffers(model.arena);
  outputs.set(model, buffers);
  const width = x.size / rows;
  let all: Tensor | null = null;
  for (let first = 0; first < rows; first += blockRows) {
    const count = Math.min(blockRows, rows - first);
    const block = buffers.takeRows('x', count, x);
    block.data.set(x.data.subarray(width * first, width * (first + count)));
    const output = model.predict(block);
    all ??= buffers.takeRows('output', rows, output);
    all.data.set(output.data, (output.size / count) * first);
  }
  return all!;
}

function wrongOf(prediction: Tensor, data: Dataset): number {
  const columns = prediction.size / data.y.size;
  let wrong = 0;
  for (let i = 0; i < data.y.size; i++) {
    if (predictedClass(prediction.data, i * columns, columns) !== data.y.data[i]) wrong++;
  }
  return wrong;
}
