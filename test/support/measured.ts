// Measurements as a history keeps them.
import { History, curves, type Measurement } from '../../src/trainer/history';

/** The numbers of a measurement, in the order of the history's columns. */
export function inNumbers(measured: Measurement): Float64Array {
  return Float64Array.from(curves, (curve) => measured[curve] ?? NaN);
}

/** A history of so many epochs. */
export function historyOf(epochs: number, lossAt: (epoch: number) => number): History {
  const history = new History();
  for (let epoch = 0; epoch < epochs; epoch++) {
    history.record(epoch, Float64Array.of(lossAt(epoch), NaN, NaN, NaN));
  }
  return history;
}
