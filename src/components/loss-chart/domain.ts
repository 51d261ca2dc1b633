// What the axes span: ends that are round numbers and move seldom, and the ticks between them.
import type { History, Trainer } from '../../trainer';

/** How the loss is spread over the height. */
export type LossScale = 'linear' | 'log';

/** What the axes span. */
export interface Domain {
  /** The epoch at the right end; the left end is epoch 0. */
  epochs: number;
  /** The loss at the bottom. */
  low: number;
  /** The loss at the top. */
  high: number;
}

/** The smallest, the smallest positive and the largest loss of a history. */
export interface Extent {
  low: number;
  positive: number;
  high: number;
}

const epochSteps = [1, 1.5, 2, 3, 5, 8];
const lossSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
// Into how many equal parts of round numbers an axis can be cut, by its end's first digits.
const parts: Record<string, readonly number[]> = {
  1: [5, 2, 1],
  1.5: [3, 1],
  2: [4, 2, 1],
  2.5: [5, 1],
  3: [3, 1],
  4: [4, 2, 1],
  5: [5, 1],
  6: [3, 2, 1],
  8: [4, 2, 1],
};

// A smaller loss is the noise of rounding; its decades would push together those that matter.
const leastDecade = -16;

/** The domain for what a run has measured so far. */
export function domainOf(trainer: Trainer, scale: LossScale): Domain {
  const { curves, options } = trainer;
  const { stopWhen } = options;
  const goal = typeof stopWhen === 'object' ? stopWhen.epoch : undefined;
  const epochs = lastEpochFor(curves.length - 1, goal);
  return { epochs, ...lossesFor(extentOf(curves), scale) };
}

/** The right end of the axis: 10, 15, 20, 30, 50, …; not beyond the epoch where the run will stop. */
export function lastEpochFor(last: number, goal = Infinity): number {
  const round = roundUp(Math.max(last, 10), epochSteps);
  return Number.isInteger(goal) && goal >= Math.max(1, last) ? Math.min(round, goal) : round;
}

/** The bottom and the top of the axis. */
export function lossesFor({ low, positive, high }: Extent, scale: LossScale) {
  if (scale === 'linear') {
    const top = high > 0 ? roundUp(high, lossSteps) : 1;
    return { low: low < 0 ? -roundUp(-low, lossSteps) : 0, high: top };
  }
  if (!(positive < Infinity)) return { low: 1e-3, high: 1 };
  const top = Math.max(-300, Math.min(308, Math.ceil(Math.log10(high))));
  const bottom = Math.max(leastDecade, Math.floor(Math.log10(positive)));
  return { low: power(Math.min(top - 1, bottom)), high: power(top) };
}

/** The smallest of these steps, times a power of ten, that is not below a positive value. */
export function roundUp(value: number, steps: readonly number[]): number {
  const least = Math.max(value, 1e-300);
  const exponent = Math.floor(Math.log10(least));
  for (const place of [exponent - 1, exponent, exponent + 1]) {
    for (const step of steps) {
      const end = exact(step * power(place));
      if (end >= least && end < Infinity) return end;
    }
  }
  return Number.MAX_VALUE;
}

/** Whole epochs at equal distances, the last one among them if that can be. */
export function epochTicks(epochs: number, most: number): number[] {
  const steps = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].flatMap((unit) =>
    [1, 2, 2.5, 3, 4, 5].map((factor) => factor * unit),
  );
  const few = steps.filter((step) => epochs / step <= most && Number.isInteger(step));
  const even = few.find((step) => epochs % step === 0 && step < epochs);
  if (even) return upTo(epochs, epochs / even);
  // Far from the last one, if there is room for more than two: it would be the only odd number.
  const step =
    most > 2 ? few.find((some) => some < epochs / 2 && /^[125]0*$/.test(String(some))) : undefined;
  return step ? upTo(epochs - (epochs % step), Math.floor(epochs / step)) : [0, epochs];
}

/** Losses at equal distances (or factors), few enough to be read. */
export function lossTicks({ low, high }: Domain, scale: LossScale, most: number): number[] {
  if (scale === 'log') return decadeTicks(low, high, Math.max(1, most));
  if (low < 0) return high > 0 ? [low, 0, high] : [low, 0];
  const digits = exact(high / power(Math.floor(Math.log10(high))));
  const count = (parts[digits] ?? [1]).find((some) => some <= most) ?? 1;
  return upTo(high, count);
}

function decadeTicks(low: number, high: number, most: number): number[] {
  const [first, last] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  if (last - first === 1 && most >= 3) return [low, exact(2 * low), exact(5 * low), high];
  const step = [1, 2, 3, 5, 10, 20, 50, 100, 200].find((some) => (last - first) / some <= most);
  const between = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return between.filter((exponent) => exponent % (step ?? 500) === 0).map(power);
}

const known = new WeakMap<History, Extent & { revision: number; length: number }>();

/** The extent of both losses. Looks at each entry once, however often it is asked. */
export function extentOf(history: History): Extent {
  const { revision, length } = history;
  let extent = known.get(history);
  if (extent?.revision !== revision) {
    extent = { low: Infinity, positive: Infinity, high: -Infinity, revision, length: 0 };
    known.set(history, extent);
  }
  for (const curve of ['loss', 'testLoss'] as const) {
    const values = history.curve(curve);
    for (let epoch = extent.length; epoch < length; epoch++) {
      const value = values[epoch]!;
      if (!Number.isFinite(value)) continue;
      if (value < extent.low) extent.low = value;
      if (value > extent.high) extent.high = value;
      if (value > 0 && value < extent.positive) extent.positive = value;
    }
  }
  extent.length = length;
  return extent;
}

function upTo(end: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => exact((i * end) / count));
}

// By its decimal digits, so that 1e-4 is the number that people mean.
function power(exponent: number): number {
  return Number(`1e${exponent}`);
}

// Without the last bits' noise: 0.6, not 0.6000000000000001.
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
