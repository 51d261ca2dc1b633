// Where things are on the plane: scales, ticks, grid points, and the points that can be seen.
import { Scale } from '@visx/visx';
import type { Dataset, Domain } from '../../engine';

/** The plane in CSS pixels. */
export interface Plane {
  width: number;
  height: number;
  x: ReturnType<typeof linear>;
  y: ReturnType<typeof linear>;
}

/** The plane of a domain, at one scale for both axes. */
export function layOut(domain: Domain, width: number): Plane {
  const height = width * aspectRatio(domain) ** -1;
  return {
    width,
    height,
    x: linear(domain.x, [0, width]),
    y: linear(domain.y, [height, 0]),
  };
}

/** Width over height of a domain. */
export function aspectRatio({ x, y }: Domain): number {
  return (x[1] - x[0]) / (y[1] - y[0]);
}

/** A point of the data, in the data's own units. */
export interface DataPoint {
  /** Its place in the data. */
  row: number;
  x: number;
  y: number;
  /** Its class, or for regression its value. */
  target: number;
}

/** The points within the domain, and how many lie outside of it. */
export function visiblePoints(data: Dataset): { points: DataPoint[]; outside: number } {
  const { x, y, domain } = data;
  const points: DataPoint[] = [];
  const count = x.shape[0]!;
  for (let i = 0; i < count; i++) {
    const point = { row: i, x: x.data[2 * i]!, y: x.data[2 * i + 1]!, target: y.data[i]! };
    const inside =
      point.x >= domain.x[0] &&
      point.x <= domain.x[1] &&
      point.y >= domain.y[0] &&
      point.y <= domain.y[1];
    if (inside) points.push(point);
  }
  return { points, outside: count - points.length };
}

/** The largest size of a target, at least a tiny one: where the colours of regression end. */
export function valueBound({ y }: Dataset): number {
  let bound = 1e-9;
  for (const value of y.data) bound = Math.max(bound, Math.abs(value));
  return bound;
}

/** The round values between the ends of the colours of regression, zero in their middle. */
export function valueTicks(bound: number): number[] {
  return linear([-bound, bound], [0, 1])
    .ticks(5)
    .filter((value) => Math.abs(value) <= bound);
}

/** How many ticks an axis of this length has room for. */
export function tickCount(length: number): number {
  return length < 160 ? 2 : 5;
}

/** A linear scale. */
export function linear(domain: readonly [number, number], range: [number, number]) {
  return Scale.scaleLinear<number>({ domain: [...domain], range });
}
