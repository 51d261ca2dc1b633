// What is said of a tensor: all of a small one, the range and the first numbers of a large one.
import type { NestedNumbers, Tensor } from '../../engine';

/** As many numbers as fit into two lines below a listing. */
const [most, mostFirst] = [12, 4];

/** A tensor in few words. */
export interface TensorSummary {
  /** All its numbers, nested as its shape is, if they are few. */
  all: NestedNumbers | null;
  min: number;
  max: number;
  mean: number;
  /** The first numbers. */
  first: readonly number[];
}

/** Summarises a tensor. */
export function summarize(tensor: Tensor): TensorSummary {
  const { data } = tensor;
  let [min, max, sum] = [Infinity, -Infinity, 0];
  for (const value of data) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
  }
  return {
    all: data.length <= most ? tensor.toArray() : null,
    min,
    max,
    mean: sum / data.length,
    first: [...data.slice(0, mostFirst)],
  };
}
