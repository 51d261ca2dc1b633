// What the axes span: ends that are round numbers and move seldom, and the ticks between them.
import { ensure, show } from '../../engine';
import type { Curve, History, Trainer } from '../../trainer';
import { earlierWays } from './ways';
import type { Metric } from './metric';

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

/** Of what the axes make room for. */
export interface DomainOptions {
  scale: LossScale;
  metric: Metric;
  /** Whether the lines of the test data are drawn. */
  showTest: boolean;
  /** How many earlier ways are drawn; undefined for the default. */
  earlier?: number | undefined;
  /** Ends that do not follow the runs. */
  fixed?: Partial<Domain> | undefined;
}

/** The domain for what these runs have measured so far: the same for all, so that they compare. */
export function domainOf(trainers: readonly Trainer[], options: DomainOptions): Domain {
  const { scale, metric, showTest, earlier, fixed } = options;
  const extent: Extent = { low: Infinity, positive: Infinity, high: -Infinity };
  let last = 0;
  let goal = 0;
  const add = (history: History, withTest: boolean) => {
    last = Math.max(last, history.length - 1);
    if (metric === 'loss') widen(extent, extentOf(history, withTest));
  };
  for (const trainer of trainers) {
    const { stopWhen } = trainer.options;
    goal = Math.max(goal, (typeof stopWhen === 'object' ? stopWhen.epoch : undefined) ?? Infinity);
    add(trainer.curves, showTest);
    for (const { curves } of earlierWays(trainer, earlier)) add(curves, false);
  }
  const ends = metric === 'accuracy' ? { low: 0, high: 1 } : lossesFor(extent, scale);
  const free = { epochs: lastEpochFor(last, goal), ...ends };
  return fixed ? withFixed(free, fixed, scale) : free;
}

function withFixed(free: Domain, fixed: Partial<Domain>, scale: LossScale): Domain {
  const given = Object.entries(fixed).filter(([, end]) => end !== undefined);
  const domain: Domain = { ...free, ...Object.fromEntries(given) };
  const { epochs, low, high } = domain;
  ensure(
    Number.isInteger(epochs) && epochs >= 1,
    () => `LossChart got domain.epochs = ${show(epochs)}; it must be a whole number of at least 1`,
  );
  ensure(
    Number.isFinite(low) && Number.isFinite(high),
    () => `LossChart got a domain from ${show(low)} to ${show(high)}; both must be finite numbers`,
  );
  // One end that is given and one that follows the run may cross for a while.
  if (low >= high) {
    ensure(
      fixed.low === undefined || fixed.high === undefined,
      () =>
        `LossChart got domain.low = ${show(low)} and domain.high = ${show(high)}; low must be less`,
    );
    if (fixed.high === undefined) domain.high = scale === 'log' ? low * 10 : low + 1;
    else domain.low = scale === 'log' ? high / 10 : high - 1;
  }
  ensure(
    scale === 'linear' || (domain.low > 0 && domain.high > 0),
    () =>
      `LossChart got a domain from ${show(domain.low)} to ${show(domain.high)} on a logarithmic scale, which needs ends above 0`,
  );
  return domain;
}

function widen(extent: Extent, { low, positive, high }: Extent): void {
  extent.low = Math.min(extent.low, low);
  extent.positive = Math.min(extent.positive, positive);
  extent.high = Math.max(extent.high, high);
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

/** Values at equal distances (or factors), few enough to be read. */
export function lossTicks({ low, high }: Domain, scale: LossScale, most: number): number[] {
  if (scale === 'log') return decadeTicks(low, high, Math.max(1, most));
  if (low < 0) return high > 0 ? [low, 0, high] : [low, 0];
  const digits = exact(high / power(Math.floor(Math.log10(high))));
  const count = parts[digits]?.find((some) => some <= most);
  return low === 0 && count ? upTo(high, count) : evenTicks(low, high, most);
}

/** Shares from none to all, in quarters where there is room. */
export function shareTicks(domain: Domain, most: number): number[] {
  const { low, high } = domain;
  if (low !== 0 || high !== 1) return evenTicks(low, high, most);
  return upTo(1, most >= 4 ? 4 : most >= 2 ? 2 : 1);
}

// Round numbers between ends that need not be round.
function evenTicks(low: number, high: number, most: number): number[] {
  const unit = power(Math.floor(Math.log10((high - low) / Math.max(1, most))));
  const steps = [1, 2, 5, 10, 20].map((factor) => exact(factor * unit));
  for (const step of steps) {
    const first = Math.ceil(exact(low / step));
    const count = Math.floor(exact(high / step)) - first;
    if (count > most) continue;
    if (count < 1) break;
    return Array.from({ length: count + 1 }, (_, i) => exact((first + i) * step));
  }
  return [low, high];
}

function decadeTicks(low: number, high: number, most: number): number[] {
  const [first, last] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  const isRound = power(first) === low && power(last) === high;
  if (isRound && last - first === 1 && most >= 3)
    return [low, exact(2 * low), exact(5 * low), high];
  const step = [1, 2, 3, 5, 10, 20, 50, 100, 200].find((some) => (last - first) / some <= most);
  const between = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const ticks = between.filter((exponent) => exponent % (step ?? 500) === 0).map(power);
  if (isRound) return ticks;
  const inside = ticks.filter((tick) => tick >= low && tick <= high);
  return inside.length > 1 ? inside : [low, high];
}

type KnownExtent = Extent & { revision: number; every: number; rows: number };

const knownOfBoth = new WeakMap<History, KnownExtent>();
const knownOfTrain = new WeakMap<History, KnownExtent>();
const bothLosses: readonly Curve[] = ['loss', 'testLoss'];
const trainLoss: readonly Curve[] = ['loss'];

/** The extent of the losses. Looks at each row that stays once, however often it is asked. */
export function extentOf(history: History, withTest = true): Extent {
  const known = withTest ? knownOfBoth : knownOfTrain;
  const { revision, every, settled } = history;
  let extent = known.get(history);
  if (extent?.revision !== revision || extent.every !== every) {
    extent = { low: Infinity, positive: Infinity, high: -Infinity, revision, every, rows: 0 };
    known.set(history, extent);
  }
  const columns = (withTest ? bothLosses : trainLoss).map((curve) => history.curve(curve));
  for (const values of columns) include(extent, values.subarray(extent.rows, settled));
  extent.rows = settled;
  const { low, positive, high } = extent;
  const whole = { low, positive, high };
  for (const values of columns) include(whole, values.subarray(settled));
  return whole;
}

function include(extent: Extent, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (value < extent.low) extent.low = value;
    if (value > extent.high) extent.high = value;
    if (value > 0 && value < extent.positive) extent.positive = value;
  }
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
