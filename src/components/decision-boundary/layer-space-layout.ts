// A layer's space: where the model's layer puts the grid of the plane and the data, in the
// coordinates of its units.
import { Tensor, type Dataset, type Domain, type Loss, type Sequential } from '../../engine';
import { linear, type Plane } from './layout';
import type { Ends } from './round-scale';

/** How many grid lines each way, and how many points each is made of. */
export const linesEachWay = 21;
export const samples = 64;

// So few rows at a time that all layers' numbers for them stay in the processor's cache.
const blockRows = 256;
/** How far from the border the ends of the scales lie, so that points on them are whole. */
const margin = 10;

/**
 * The points of the grid lines of a plane, shape (2 · 21 · 64, 2): the upright lines from left to
 * right, each from bottom to top, then the level ones from bottom to top, each from left to right.
 */
export function gridLines({ x, y }: Domain): Tensor {
  const points = Tensor.zeros([2 * linesEachWay * samples, 2]);
  const along = ([low, high]: readonly [number, number], share: number) =>
    low + share * (high - low);
  let at = 0;
  for (const isUpright of [true, false]) {
    for (let line = 0; line < linesEachWay; line++) {
      for (let sample = 0; sample < samples; sample++) {
        const across = line / (linesEachWay - 1);
        const on = sample / (samples - 1);
        points.data[at++] = along(x, isUpright ? across : on);
        points.data[at++] = along(y, isUpright ? on : across);
      }
    }
  }
  return points;
}

/**
 * Where a layer puts some points: their coordinates along the chosen units, written to `into` as
 * pairs. With one unit, the second coordinate is left as it is.
 *
 * @throws NonFiniteError if the model gives a number that is not finite
 */
export function project(
  model: Sequential,
  points: Tensor,
  place: number,
  units: readonly number[],
  into: Float64Array,
): void {
  const [rows, inputs] = points.shape as [number, number];
  const whole = Tensor.zeros([Math.min(rows, blockRows), inputs]);
  for (let first = 0; first < rows; first += blockRows) {
    const count = Math.min(blockRows, rows - first);
    const block = count === whole.shape[0] ? whole : Tensor.zeros([count, inputs]);
    block.data.set(points.data.subarray(inputs * first, inputs * (first + count)));
    const { data } = model.activations(block)[place]!;
    const columns = data.length / count;
    for (let i = 0; i < count; i++) {
      into[2 * (first + i)] = data[i * columns + units[0]!]!;
      if (columns > 1) into[2 * (first + i) + 1] = data[i * columns + units[1]!]!;
    }
  }
}

/**
 * For a layer of one unit, the second coordinate of the data: the value to predict, or a row for each
 * class, within which the points are spread evenly.
 */
export function spreadTargets({ y, task }: Dataset, into: Float64Array): void {
  for (let row = 0; row < y.size; row++) {
    // The golden ratio's multiples never cluster.
    const spread = ((row * 0.6180339887498949) % 1) - 0.5;
    into[2 * row + 1] = task === 'regression' ? y.data[row]! : y.data[row]! + 0.6 * spread;
  }
}

/** The lowest and the highest of some coordinates, those of `axis` (0 or 1). */
export function endsOf(lists: readonly Float64Array[], axis: 0 | 1): Ends {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (let i = axis; i < list.length; i += 2) {
      const value = list[i]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : [-1, 1];
}

/** The scales of a space in a box of the plane's shape. */
export function layOutSpace(x: Ends, y: Ends, width: number, height: number): Plane {
  return {
    width,
    height,
    x: linear(x, [margin, width - margin]),
    y: linear(y, [height - margin, margin]),
  };
}

/** The part of the space that a box shows, to its very border. */
export function domainShown({ x, y, width, height }: Plane): Domain {
  return { x: [x.invert(0), x.invert(width)], y: [y.invert(height), y.invert(0)] };
}

/** What the model makes of a layer's output: the layers above, on a memory of their own. */
export class RestOfModel {
  private readonly view: Sequential;

  constructor(
    readonly model: Sequential,
    readonly place: number,
  ) {
    this.view = model.view();
  }

  /**
   * The prediction for outputs of the layer, shape (N, its units).
   *
   * @throws NonFiniteError if a number is not finite
   */
  predict(outputs: Tensor, loss: Loss): Tensor {
    let value = outputs;
    for (let place = this.place + 1; place < this.view.layers.length; place++) {
      value = this.view.runLayer(place, value, 'forward');
    }
    return loss.toPrediction(value);
  }
}

/**
 * One way through points in pixels as an SVG path, without those that lie on the straight way between
 * their neighbours to a quarter of a pixel.
 *
 * @param at pairs of coordinates
 * @param first the first point, and `count` how many
 */
export function polyline(at: Float64Array, first: number, count: number): string {
  const round = (value: number) => Math.round(value * 100) / 100;
  const write = (i: number) => `${round(at[2 * i]!)} ${round(at[2 * i + 1]!)}`;
  let path = `M${write(first)}`;
  let start = first;
  for (let end = first + 2; end < first + count; end++) {
    if (isStraight(at, start, end)) continue;
    start = end - 1;
    path += `L${write(start)}`;
  }
  return `${path}L${write(first + count - 1)}`;
}

// Whether all points between two lie close to the straight way from one to the other.
function isStraight(at: Float64Array, start: number, end: number): boolean {
  const [x, y] = [at[2 * start]!, at[2 * start + 1]!];
  const [dx, dy] = [at[2 * end]! - x, at[2 * end + 1]! - y];
  const length = dx * dx + dy * dy;
  for (let i = start + 1; i < end; i++) {
    const [px, py] = [at[2 * i]! - x, at[2 * i + 1]! - y];
    const share = length ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
    if ((px - share * dx) ** 2 + (py - share * dy) ** 2 > 0.0625) return false;
  }
  return true;
}
