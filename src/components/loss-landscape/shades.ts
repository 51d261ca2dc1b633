// From loss to shade: a logarithmic scale with round ends that move seldom, and the contour lines' losses.
import { Scale } from '@visx/visx';

/** What the shades stand for. */
export interface LossShades {
  /** The loss of the palest shade, and of the strongest. */
  low: number;
  high: number;
  /** The losses at which there are contour lines. */
  levels: readonly number[];
  /** Whether there is a loss that is not finite, and so has no shade. */
  beyond: boolean;
  /** Where a loss stands on the scale, from 0 to 1, the ends included. */
  place: (loss: number) => number;
}

// Smaller losses than this part of the largest one are not told apart.
const leastShare = 1e-3;
const mostLevels = 8;
// The first digits of the losses with lines, the finest first.
const digitSets = [
  [1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9],
  [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
  [1, 1.5, 2, 3, 5, 7],
  [1, 2, 5],
  [1, 3],
  [1],
];

/** The shades for the losses in a picture; what is not finite has none. */
export function shadesFor(values: ArrayLike<number>): LossShades {
  let [least, most] = [Infinity, -Infinity];
  let beyond = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      beyond = true;
      continue;
    }
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { ...scaleFor(least, most), beyond };
}

type LossScale = Omit<LossShades, 'beyond'>;

function scaleFor(least: number, most: number): LossScale {
  if (!(most > 0))
    return linear(Number.isFinite(least) ? least : 0, Number.isFinite(most) ? most : 1);
  const floor = Math.max(least, leastShare * most);
  if (most / floor < 1.25) return linear(floor, most);
  for (const digits of digitSets) {
    const low = round(floor, digits, 'down');
    const high = round(most, digits, 'up');
    const levels = between(low, high, digits);
    if (levels.length <= mostLevels || digits.length === 1) return logarithmic(low, high, levels);
  }
  throw new Error('unreachable');
}

/** Whether two scales are the same. */
export function sameShades(a: LossShades | null, b: LossShades | null): boolean {
  return (
    a?.low === b?.low &&
    a?.high === b?.high &&
    a?.levels.length === b?.levels.length &&
    a?.beyond === b?.beyond
  );
}

function logarithmic(low: number, high: number, levels: readonly number[]): LossScale {
  const whole = Math.log(high / low);
  return { low, high, levels, place: (loss) => clamp(Math.log(Math.max(loss, low) / low) / whole) };
}

// Over a small range, or without losses above zero: equal differences.
function linear(least: number, most: number): LossScale {
  const enough = Math.max(most - least, 1e-9 * Math.abs(most), 1e-12);
  const scale = Scale.scaleLinear<number>({ domain: [least, least + enough] }).nice(6);
  const [low, high] = scale.domain() as [number, number];
  const levels = scale.ticks(6).filter((tick) => tick > low && tick < high);
  return { low, high, levels, place: (loss) => clamp((loss - low) / (high - low)) };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function between(low: number, high: number, digits: readonly number[]): number[] {
  const levels: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)) - 1; power(exponent) < high; exponent++) {
    for (const digit of digits) {
      const level = exact(digit * power(exponent));
      if (level > low && level < high) levels.push(level);
    }
  }
  return levels;
}

function round(value: number, digits: readonly number[], way: 'up' | 'down'): number {
  const exponent = Math.floor(Math.log10(value));
  const steps = [exponent - 1, exponent, exponent + 1].flatMap((place) =>
    digits.map((digit) => exact(digit * power(place))),
  );
  if (way === 'up') return steps.find((step) => step >= value) ?? value;
  return steps.findLast((step) => step <= value) ?? value;
}

// By its decimal digits, so that 1e-4 is the number that people mean.
function power(exponent: number): number {
  return Number(`1e${exponent}`);
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}
