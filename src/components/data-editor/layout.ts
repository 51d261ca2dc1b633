// Where points are on the editor's plane.
import { Scale } from '@visx/visx';
import type { Domain } from '../../engine';

/** The plane in CSS pixels. */
export interface EditorPlane {
  width: number;
  height: number;
  x: ReturnType<typeof linear>;
  y: ReturnType<typeof linear>;
  /** How many pixels one unit is, each way. */
  scale: { x: number; y: number };
}

/** The plane of a domain, at one scale for both axes. */
export function layOut({ x, y }: Domain, width: number): EditorPlane {
  const height = (width * (y[1] - y[0])) / (x[1] - x[0]);
  return {
    width,
    height,
    x: linear(x, [0, width]),
    y: linear(y, [height, 0]),
    scale: { x: width / (x[1] - x[0]), y: height / (y[1] - y[0]) },
  };
}

/** A place kept on the plane. */
export function within({ x, y }: EditorPlane, place: { x: number; y: number }) {
  const keep = (value: number, [low, high]: number[]) => Math.min(high!, Math.max(low!, value));
  return { x: keep(place.x, x.domain()), y: keep(place.y, y.domain()) };
}

function linear(domain: readonly [number, number], range: [number, number]) {
  return Scale.scaleLinear<number>({ domain: [...domain], range });
}
