// The plot's arithmetic on pixels: scales, curves as paths, the triangle that shows the slope.
import { Scale } from '@visx/visx';
import { formatShort } from '../../a11y';
import type { CurvePoint, Curves } from './curves';

/** Everything that turns numbers into pixels. */
export interface View {
  width: number;
  height: number;
  left: number;
  top: number;
  plotWidth: number;
  plotHeight: number;
  x: ReturnType<typeof linear>;
  y: ReturnType<typeof linear>;
  xTicks: number[];
  yTicks: number[];
}

/** The height of the strip with the layer's inputs. */
export const stripHeight = 44;

const top = 12;
const bottom = 26;
const character = 6.6;

/** The view of these curves in a box; `endLabels` stand at the right ends. */
export function createView(
  { xs, values, slopes }: Curves,
  { width, height }: { width: number; height: number },
  endLabels: readonly string[],
): View {
  const plotHeight = Math.max(60, height - top - bottom);
  const [low, high] = extent([values, slopes]);
  const room = 0.06 * (high - low);
  const tickCount = Math.max(2, Math.floor(plotHeight / 44));
  const y = linear([low - room, high + room], [plotHeight, 0]);
  const yTicks = y.ticks(tickCount).filter((tick) => tick >= low - room && tick <= high + room);
  const longest = Math.max(...yTicks.map((tick) => formatShort(tick).length));
  const left = Math.max(26, Math.ceil(10 + character * longest));
  const right = Math.ceil(14 + 7 * Math.max(...endLabels.map(({ length }) => length)));
  const plotWidth = Math.max(60, width - left - right);
  const x = linear([xs[0]!, xs.at(-1)!], [0, plotWidth]);
  const xTicks = x.ticks(Math.max(2, Math.min(10, Math.floor(plotWidth / 44))));
  return { width, height, left, top, plotWidth, plotHeight, x, y, xTicks, yTicks };
}

/** A curve as a path. It breaks where the function jumps or is no number. */
export function curvePath(curves: Curves, which: keyof CurvePoint, { x, y }: View): string {
  const numbers = which === 'value' ? curves.values : curves.slopes;
  let path = '';
  let open = false;
  const add = (at: number, value: number) => {
    if (Number.isFinite(value)) path += `${open ? 'L' : 'M'}${round(x(at))} ${round(y(value))}`;
    open = Number.isFinite(value);
  };
  let next = 0;
  for (let i = 0; i < numbers.length; i++) {
    const jump = curves.jumps[next];
    if (jump && jump.x <= curves.xs[i]!) {
      next++;
      add(jump.x, jump.before[which]);
      if (isGap(jump.before[which], jump.after[which], numbers)) open = false;
      add(jump.x, jump.after[which]);
      if (jump.x === curves.xs[i]) continue;
    }
    add(curves.xs[i]!, numbers[i]!);
  }
  return path;
}

/** Whether the two sides of a jump are different numbers, and not two roundings of one. */
export function isGap(before: number, after: number, numbers: Float64Array): boolean {
  const [low, high] = extent([numbers]);
  return Math.abs(after - before) > 1e-6 * (high - low);
}

/** Where a mark for a value stands: at the edge of the plot, if the value lies beyond. */
export function placeValue({ y, plotHeight }: View, value: number): number {
  if (!Number.isFinite(value)) return plotHeight;
  return Math.min(plotHeight + 4, Math.max(-4, y(value)));
}

/** A piece of the tangent around a point, in pixels, as long as the triangle at least. */
export function tangentAt(view: View, at: number, point: CurvePoint) {
  const { value, slope } = point;
  const { x, y } = view;
  const perX = x(1) - x(0);
  const perY = y(0) - y(1);
  const direction = (slope * perY) / perX;
  const half = Math.max(
    56 / Math.sqrt(1 + direction * direction) / perX,
    1.2 * Math.abs(runAt(view, at, point)),
  );
  return {
    x1: x(at - half),
    y1: y(value - slope * half),
    x2: x(at + half),
    y2: y(value + slope * half),
  };
}

/**
 * How far to the right (or left) the triangle at the tangent goes: one unit, so that it is as tall
 * as the slope is large; 0 where a unit is too small or too large to be seen. To the left where it
 * would leave the plot at the right, but not at the left.
 */
export function runAt(view: View, at: number, { value, slope }: CurvePoint): -1 | 0 | 1 {
  const { x, y, plotWidth, plotHeight } = view;
  const unit = x(1) - x(0);
  if (unit < 14 || unit > plotWidth / 2) return 0;
  const fits = (run: number) => {
    const [across, up] = [x(at + run), y(value + run * slope)];
    return across >= 0 && across <= plotWidth && up >= 0 && up <= plotHeight;
  };
  if (fits(1)) return 1;
  return fits(-1) || x(at + 1) > plotWidth ? -1 : 1;
}

function extent(lists: readonly Float64Array[]): [number, number] {
  let [low, high] = [0, 0];
  for (const list of lists) {
    for (const number of list) {
      if (!Number.isFinite(number)) continue;
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  }
  return high > low ? [low, high] : [0, 1];
}

function linear(domain: [number, number], range: [number, number]) {
  return Scale.scaleLinear<number>({ domain, range });
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
