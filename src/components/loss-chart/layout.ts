// The chart's arithmetic on pixels: scales, margins, which epochs to draw, where labels go.
import { Scale } from '@visx/visx';
import { englishNumbers, formatShort, type Numbers } from '../../a11y';
import { epochTicks, lossTicks, shareTicks, type Domain, type LossScale } from './domain';
import type { Metric } from './metric';

/** Everything that turns epochs and losses into pixels. Axes and lines share one. */
export interface View {
  domain: Domain;
  scale: LossScale;
  metric: Metric;
  width: number;
  height: number;
  /** Where the plot begins, within the whole. */
  left: number;
  top: number;
  /** The size of the plot, inside the axes. */
  plotWidth: number;
  plotHeight: number;
  x: ReturnType<typeof Scale.scaleLinear<number>>;
  y: ReturnType<typeof Scale.scaleLinear<number>> | ReturnType<typeof Scale.scaleLog<number>>;
  xTicks: number[];
  yTicks: number[];
  /** How they are written. */
  yTexts: string[];
}

// The mean width of a character at the axes' 11 px; text cannot be measured on a server.
const character = 6.6;
const boldCharacter = 7.6;
/** How far out of sight a line is drawn, in heights of the plot. */
const farthest = 20;
const top = 14;
const bottom = 38;

/**
 * The view of a domain in a box.
 *
 * @param endLabels the words at the ends of the lines
 * @param metric what goes up; an accuracy is on a linear scale
 * @param percent how a share is written
 * @param numbers how a loss is written
 */
export function createView(
  domain: Domain,
  scale: LossScale,
  { width, height }: { width: number; height: number },
  endLabels: readonly string[],
  metric: Metric = 'loss',
  percent: (share: number) => string = String,
  numbers: Pick<Numbers, 'localize'> = englishNumbers,
): View {
  const plotHeight = Math.max(40, height - top - bottom);
  const most = Math.max(1, Math.floor(plotHeight / 32));
  const isShare = metric === 'accuracy';
  const yTicks = isShare ? shareTicks(domain, most) : lossTicks(domain, scale, most);
  const yTexts = isShare
    ? yTicks.map((tick) => percent(tick))
    : tickTexts(yTicks, scale).map(numbers.localize);
  const left = Math.max(26, Math.ceil(8 + character * longest(yTexts)));
  const right = Math.ceil(12 + boldCharacter * longest(endLabels));
  const plotWidth = Math.max(40, width - left - right);
  const range: [number, number] = [plotHeight, 0];
  const limits: [number, number] = [domain.low, domain.high];
  return {
    domain,
    scale,
    metric,
    width,
    height,
    left,
    top,
    plotWidth,
    plotHeight,
    x: Scale.scaleLinear<number>({ domain: [0, domain.epochs], range: [0, plotWidth] }),
    y:
      scale === 'log'
        ? Scale.scaleLog<number>({ domain: limits, range })
        : Scale.scaleLinear<number>({ domain: limits, range }),
    xTicks: epochTicks(domain.epochs, Math.max(1, Math.min(5, Math.floor(plotWidth / 56)))),
    yTicks,
    yTexts,
  };
}

/** Where a loss stands; on a logarithmic scale, what is too small for it stands at its foot. */
export function placeLoss({ y, scale, domain, plotHeight }: View, loss: number): number {
  const place = y(scale === 'log' ? Math.max(loss, domain.low) : loss);
  // Before the axis has followed a loss that explodes, its place would be no number for a picture.
  return Math.min(farthest * plotHeight, Math.max(-farthest * plotHeight, place));
}

/** The epoch nearest to a place in the plot. */
export function epochAt({ x }: View, place: number, lastEpoch: number): number {
  return Math.min(lastEpoch, Math.max(0, Math.round(x.invert(place))));
}

/** Where a gap is among the rows to draw. */
export const gap = -1;

/**
 * The rows to draw so that the picture is the same as if all were: of those that fall into one
 * column of pixels the first, the lowest, the highest and the last. `gap` stands where the line
 * breaks.
 *
 * @param values the curve; what is not finite is not drawn
 * @param epochs the epoch of each of its rows
 * @param perColumn how many epochs (also parts of one) a column of pixels holds
 * @param from the first row to look at; the first of a column
 * @param to the row before which to stop
 */
export function decimate(
  values: Float64Array,
  epochs: Float64Array,
  perColumn: number,
  from = 0,
  to = values.length,
): number[] {
  const rows: number[] = [];
  let open = from > 0 && Number.isFinite(values[from - 1]);
  for (let start = from; start < to;) {
    const nextColumn = endOfColumn(epochs[start]!, perColumn);
    let end = start + 1;
    while (end < to && epochs[end]! < nextColumn) end++;
    let first = -1;
    let lowest = start;
    let highest = start;
    for (let row = start; row <= end; row++) {
      const value = row < end ? values[row]! : NaN;
      if (Number.isFinite(value)) {
        if (first < 0) first = lowest = highest = row;
        else if (value < values[lowest]!) lowest = row;
        else if (value > values[highest]!) highest = row;
        continue;
      }
      if (first >= 0) {
        pushOnce(rows, first);
        pushOnce(rows, Math.min(lowest, highest));
        pushOnce(rows, Math.max(lowest, highest));
        pushOnce(rows, row - 1);
        open = true;
        first = -1;
      }
      if (open && row < end) {
        pushOnce(rows, gap);
        open = false;
      }
    }
    start = end;
  }
  return rows;
}

/** The first epoch of the column that holds this one. */
export function startOfColumn(epoch: number, perColumn: number): number {
  return perColumn <= 1 ? epoch : Math.ceil(Math.floor(epoch / perColumn) * perColumn);
}

/**
 * Two labels' heights, moved apart (the same way for both) until they can be read, and kept inside.
 *
 * @param apart how far from each other they must be
 */
export function separate(a: number, b: number, apart: number, low: number, high: number) {
  const lack = Math.max(0, apart - Math.abs(a - b)) / 2;
  const upper = Math.min(a, b) - lack;
  const lower = Math.max(a, b) + lack;
  const shift = Math.max(0, low - upper) - Math.max(0, lower - high);
  return a < b ? [upper + shift, lower + shift] : [lower + shift, upper + shift];
}

/**
 * The heights of any number of labels, moved as little as it takes to be read, and kept inside.
 * Where they do not fit they stand closer, at equal distances.
 */
export function spread(heights: readonly number[], apart: number, low: number, high: number) {
  const distance = Math.min(apart, (high - low) / Math.max(1, heights.length - 1));
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]! || a - b);
  // Neighbours that touch become one block, in the middle of where its labels want to be.
  const blocks: { members: number[]; start: number }[] = [];
  const settle = (members: number[]) => {
    const wish = members.reduce((sum, i, k) => sum + heights[i]! - k * distance, 0);
    const end = high - (members.length - 1) * distance;
    return { members, start: Math.max(low, Math.min(end, wish / members.length)) };
  };
  for (const i of order) {
    let block = settle([i]);
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (above.start + above.members.length * distance <= block.start) break;
      blocks.pop();
      block = settle([...above.members, ...block.members]);
    }
    blocks.push(block);
  }
  const placed = [...heights];
  for (const { members, start } of blocks) {
    members.forEach((i, k) => (placed[i] = start + k * distance));
  }
  return placed;
}

/** How the ticks of the loss are written: all as powers of ten when some must be. */
export function tickTexts(ticks: readonly number[], scale: LossScale): string[] {
  const tiny = Math.min(...ticks.filter((tick) => tick > 0)) < 1e-4;
  if (scale === 'linear' || !(tiny || Math.max(...ticks) > 1e4)) {
    return ticks.map((tick) => formatShort(tick).replace(/\.?0+·/, '·'));
  }
  return ticks.map((tick) => {
    const exponent = Math.round(Math.log10(tick));
    const raised = [...String(exponent)].map((c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]));
    return exponent === 0 ? '1' : `10${raised.join('')}`;
  });
}

function endOfColumn(epoch: number, perColumn: number): number {
  if (perColumn <= 1) return epoch + 1;
  // Rounding may put the border on the epoch itself; a column holds at least the one asked for.
  return Math.max(epoch + 1, Math.ceil((Math.floor(epoch / perColumn) + 1) * perColumn));
}

function pushOnce(rows: number[], row: number): void {
  if (rows.at(-1) !== row) rows.push(row);
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
