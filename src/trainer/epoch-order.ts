// The order in which an epoch takes the points.
import type { RandomStream } from '../engine';

/**
 * Writes the order of an epoch. It depends on the seed and the epoch alone, so that an epoch can be
 * trained again from its parameters.
 */
export function drawOrder(
  order: Uint32Array,
  random: RandomStream,
  seed: number,
  epoch: number,
): void {
  for (let i = 0; i < order.length; i++) order[i] = i;
  random.restart(seed, 1, epoch);
  random.shuffle(order);
}
