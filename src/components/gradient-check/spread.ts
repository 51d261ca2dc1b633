// A few places of many: the same each time, and spread over all rows and columns.
import type { Layer, Tensor } from '../../engine';

// Steps of the golden section fall into no rhythm with the columns of a matrix.
const step = (Math.sqrt(5) - 1) / 2;

/**
 * At most `count` different places from 0 to `size` − 1, in order, spread evenly.
 *
 * @param count how many, at least 1
 * @param size of how many
 */
export function spread(count: number, size: number): number[] {
  if (count >= size) return Array.from({ length: size }, (_, i) => i);
  const places = new Set<number>();
  for (let i = 1; places.size < count; i++) places.add(Math.floor(((i * step) % 1) * size));
  return [...places].sort((a, b) => a - b);
}

// About as many multiplications as a browser does in a tenth of a second.
const affordableWork = 1e8;

/** How many numbers of each tensor can be checked without making the reader wait. */
export function affordable(model: Layer, x: Tensor): number {
  const parameters = model.parameters();
  const size = parameters.reduce((sum, { value }) => sum + value.size, 0);
  const perEntry = 2 * (x.shape[0] ?? 1) * Math.max(1, size);
  return Math.max(4, Math.floor(affordableWork / perEntry / (parameters.length + 1)));
}
