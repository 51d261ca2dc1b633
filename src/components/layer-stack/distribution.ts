// How often each size occurs among many numbers, on a scale that keeps still.
import type { Tensor } from '../../engine';

/** How many bars a histogram has, half of them below zero. */
export const bars = 24;

/** Many numbers, summed up. */
export interface Distribution {
  count: number;
  low: number;
  mean: number;
  high: number;
  /** The share of exact zeros, from 0 to 1. */
  zeros: number;
  units: number;
  /** How many units are zero for every point. */
  silent: number;
  nonFinite: number;
  /** How many numbers fall into each bar; exact zeros are in none. */
  counts: readonly number[];
}

/**
 * How far a histogram's scale reaches either way: a round number, which stays while the numbers
 * fill at least a fifth of it.
 */
export function rangeFor(numbers: Float64Array, before: number | undefined): number {
  let largest = 0;
  for (const one of numbers) {
    if (Number.isFinite(one)) largest = Math.max(largest, Math.abs(one));
  }
  if (largest === 0) return before ?? 1;
  if (before !== undefined && largest <= before && largest >= before / 5) return before;
  const [mantissa, exponent] = largest.toExponential().split('e').map(Number) as [number, number];
  const round = [1, 2, 5, 10].find((one) => one >= mantissa)!;
  return Number(`${round}e${exponent}`);
}

/** Sums up the numbers of a batch, shape (B, units), in bars from -range to range. */
export function distributionOf({ data, shape }: Tensor, range: number): Distribution {
  const units = data.length / shape[0]!;
  const counts = Array.from({ length: bars }, () => 0);
  const isSilent = Array.from({ length: units }, () => true);
  let [low, high, sum, zeros, nonFinite] = [Infinity, -Infinity, 0, 0, 0];
  data.forEach((one, i) => {
    if (one !== 0) isSilent[i % units] = false;
    if (!Number.isFinite(one)) return nonFinite++;
    low = Math.min(low, one);
    high = Math.max(high, one);
    sum += one;
    if (one === 0) return zeros++;
    const bar = Math.floor((one / range + 1) * (bars / 2));
    // The number at the very end belongs to the last bar, and a tiny one to its own side.
    const [first, last] = one < 0 ? [0, bars / 2 - 1] : [bars / 2, bars - 1];
    return counts[Math.min(last, Math.max(first, bar))]!++;
  });
  const count = data.length;
  const silent = isSilent.filter(Boolean).length;
  const mean = sum / (count - nonFinite);
  return { count, low, mean, high, zeros: zeros / count, units, silent, nonFinite, counts };
}

/** The bars as paths in a box 0 ≤ x ≤ bars, 0 ≤ y ≤ 1: those below zero, above it, and at it. */
export function barPaths({ counts, zeros, count }: Distribution) {
  const most = Math.max(1, zeros * count, ...counts);
  const bar = (from: number, width: number, height: number) =>
    height ? `M${from} 1v${-height}h${width}v${height}z` : '';
  const side = (from: number, to: number) =>
    counts
      .slice(from, to)
      .map((one, i) => bar(from + i + 0.08, 0.84, one / most))
      .join('');
  return {
    negative: side(0, bars / 2),
    positive: side(bars / 2, bars),
    zero: bar(bars / 2 - 0.35, 0.7, (zeros * count) / most),
  };
}
