// Measuring a model: its loss and accuracy over a whole data set.
import { NonFiniteError, type Dataset, type Loss, type Sequential, type Tensor } from '../engine';
import type { Measurement } from './history';
import type { Settings } from './settings';

/**
 * The loss and the accuracy of a model over the training and the test data, as it is now.
 *
 * @throws NonFiniteError if the model or the loss gives a number that is not finite
 */
export function measure(model: Sequential, { loss, train, test }: Settings): Measurement {
  const trained = judge(model, loss, train);
  const tested = test ? judge(model, loss, test) : null;
  return {
    loss: trained.loss,
    accuracy: trained.accuracy,
    testLoss: tested?.loss ?? null,
    testAccuracy: tested?.accuracy ?? null,
  };
}

/** How many points of a data set the model classifies wrong; null for regression. */
export function countWrong(prediction: Tensor, data: Dataset): number | null {
  if (data.task === 'regression') return null;
  const columns = prediction.size / data.y.size;
  let wrong = 0;
  for (let i = 0; i < data.y.size; i++) {
    if (predictedClass(prediction.data, i * columns, columns) !== data.y.data[i]) wrong++;
  }
  return wrong;
}

/** The class that a row of probabilities stands for: the likeliest, or above one half. */
export function predictedClass(probabilities: Float64Array, at: number, columns: number): number {
  if (columns === 1) return probabilities[at]! > 0.5 ? 1 : 0;
  let best = 0;
  for (let c = 1; c < columns; c++)
    if (probabilities[at + c]! > probabilities[at + best]!) best = c;
  return best;
}

function judge(model: Sequential, loss: Loss<'mean' | 'sum'>, data: Dataset) {
  const output = model.predict(data.x);
  const value = loss.evaluate(output, data.y);
  if (!Number.isFinite(value)) throw new NonFiniteError(`${loss.type} gave ${value}`, 'loss');
  const wrong = countWrong(loss.toPrediction(output), data);
  return { loss: value, accuracy: wrong === null ? null : 1 - wrong / data.y.size };
}
