// Where things stand on the plot of a sketch.
import { Curve, Scale, Shape } from '@visx/visx';
import type { History } from '../../trainer';
import { knotEpochs, type Sketch } from './prediction';

export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
  x: ReturnType<typeof Scale.scaleLinear<number>>;
  y: ReturnType<typeof Scale.scaleLinear<number>>;
  /** The knot closest to a place, in pixels from the picture's left edge. */
  knotAt: (x: number) => number;
  /** The loss at a place, in pixels from the picture's top. */
  lossAt: (y: number) => number;
}

// How far the first and the last knot stand from the plot's edges, where the numbers of the axis are.
const inset = 10;

/** The plot within a picture of this size. */
export function plotOf(sketch: Sketch, fullWidth: number, fullHeight: number): Plot {
  const [left, top, right, bottom] = [36, 22, 12, 36];
  const width = Math.max(120, fullWidth - left - right);
  const height = fullHeight - top - bottom;
  const x = Scale.scaleLinear<number>({
    domain: [0, sketch.epochs],
    range: [inset, width - inset],
  });
  const y = Scale.scaleLinear<number>({ domain: [0, sketch.max], range: [height, 0] });
  const places = knotEpochs(sketch).map((epoch) => x(epoch));
  const knotAt = (at: number) => {
    const distances = places.map((place) => Math.abs(place - (at - left)));
    return distances.indexOf(Math.min(...distances));
  };
  return { left, top, width, height, x, y, knotAt, lossAt: (at) => y.invert(at - top) };
}

/** The sketch: a smooth curve through its knots that never overshoots one. */
export function pathOf({ x, y }: Plot, epochs: readonly number[], losses: readonly number[]) {
  const line = Shape.line<number>({
    curve: Curve.curveMonotoneX,
    x: (_, i) => x(epochs[i]!),
    y: (loss) => y(loss),
  });
  return line([...losses]) ?? '';
}

/** The run's own losses, at most one a pixel, cut where they leave the plot. */
export function pathOfRun({ x, y, height }: Plot, history: History, epoch: number) {
  const { epochs } = history;
  const losses = history.curve('loss');
  const last = history.rowAt(Math.min(epoch, x.domain()[1]!));
  const step = Math.floor(x.invert(inset + 1));
  const place = (row: number) =>
    `${x(epochs[row]!).toFixed(1)} ${Math.min(height, Math.max(0, y(losses[row]!))).toFixed(1)}`;
  let path = '';
  let next = 0;
  for (let row = 0; row <= last; row++) {
    if (epochs[row]! < next && row < last) continue;
    path += `${row === 0 ? 'M' : 'L'}${place(row)}`;
    next = epochs[row]! + step;
  }
  return path;
}
