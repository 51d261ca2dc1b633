// A measurement as a history keeps it.
import { curves, type Measurement } from '../../src/trainer/history';

/** The numbers of a measurement, in the order of the history's columns. */
export function inNumbers(measured: Measurement): Float64Array {
  return Float64Array.from(curves, (curve) => measured[curve] ?? NaN);
}
