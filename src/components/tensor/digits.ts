// Digits: how the numbers of one tensor are written, so that their decimal points stand in line.
import { englishNumbers, type Numbers } from '../../a11y';
import { largestOf } from './matrix';

/**
 * How many decimals the numbers of a tensor are written with: none if all are whole, else as many
 * as give the largest about three digits.
 */
export function decimalsFor(data: Float64Array): number {
  if (data.every((value) => Number.isInteger(value) || !Number.isFinite(value))) return 0;
  const largest = largestOf(data);
  if (largest >= 1000) return 0;
  if (largest >= 100) return 1;
  if (largest >= 1) return 2;
  if (largest >= 0.1) return 3;
  return 4;
}

/**
 * A number with fixed decimals: `−0.35`. One too small for them is written with a power of ten,
 * since rounded to 0 it would lose its sign; what is not a number is written `NaN`.
 */
export function formatEntry(
  value: number,
  decimals: number,
  { formatNumber, formatTight }: Numbers,
): string {
  if (Number.isNaN(value)) return 'NaN';
  const size = Math.abs(value);
  if (size !== 0 && size < 5 / 10 ** (decimals + 1)) return formatTight(value);
  return formatNumber(value, decimals);
}

/** How many characters the longest of these numbers needs, the same in every language. */
export function widestOf(data: Float64Array, decimals: number, most = 4096): number {
  let widest = 1;
  for (const value of data.subarray(0, most)) {
    widest = Math.max(widest, formatEntry(value, decimals, englishNumbers).length);
  }
  return widest;
}
