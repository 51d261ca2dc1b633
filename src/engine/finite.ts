// Finding the numbers that are none.
import { kernelsOf } from './kernels';
import type { Tensor } from './tensor';

/** Where in the tensor the first number that is NaN or infinite sits, or -1. */
export function findNonFinite(tensor: Tensor): number {
  if (kernelsOf(tensor).finite(tensor)) return -1;
  return tensor.data.findIndex((value) => !Number.isFinite(value));
}
