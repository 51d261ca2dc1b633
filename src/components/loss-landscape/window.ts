// The part of the landscape that is shown: a square, so that a step is as long on both axes.
import { Scale } from '@visx/visx';

/** The middle of the map and half its width, in the weights' own units. */
export interface MapWindow {
  readonly a: number;
  readonly b: number;
  readonly span: number;
}

/** A place on the map: a value for each of the two weights. */
export interface MapPlace {
  readonly a: number;
  readonly b: number;
}

// How close to the edge the weights may come, and how far they are kept from it then.
const edge = 0.96;
const comfort = 0.8;

/** The window in CSS pixels. */
export interface MapLayout {
  size: number;
  x: ReturnType<typeof Scale.scaleLinear<number>>;
  y: ReturnType<typeof Scale.scaleLinear<number>>;
}

export function layOut({ a, b, span }: MapWindow, size: number): MapLayout {
  return {
    size,
    x: Scale.scaleLinear<number>({ domain: [a - span, a + span], range: [0, size] }),
    y: Scale.scaleLinear<number>({ domain: [b - span, b + span], range: [size, 0] }),
  };
}

/** From where to where each weight goes. */
export function rangesOf({ a, b, span }: MapWindow) {
  return { a: [a - span, a + span], b: [b - span, b + span] } as const;
}

/** Whether a place is on the map, and not at its very edge. */
export function holds({ a, b, span }: MapWindow, place: MapPlace): boolean {
  return Math.max(Math.abs(place.a - a), Math.abs(place.b - b)) <= edge * span;
}

/** The map around places, all of them at a distance from its edge, at least of this span. */
export function windowAround(places: readonly MapPlace[], span: number): MapWindow {
  const middle = (name: 'a' | 'b') => {
    let [low, high] = [Infinity, -Infinity];
    for (const place of places) {
      low = Math.min(low, place[name]);
      high = Math.max(high, place[name]);
    }
    return { at: (low + high) / 2, reach: (high - low) / 2 };
  };
  const [a, b] = [middle('a'), middle('b')];
  return { a: a.at, b: b.at, span: Math.max(span, a.reach / comfort, b.reach / comfort) };
}

// Smaller, and the loss's own digits would show; larger, and there is nothing to see.
const leastSpan = 1e-3;
const mostSpan = 1e3;

/** The same middle, seen from further away or closer. */
export function zoom(view: MapWindow, factor: number): MapWindow {
  return { ...view, span: Math.min(mostSpan, Math.max(leastSpan, view.span * factor)) };
}

/** The nearest place on the map. */
export function clampTo({ a, b, span }: MapWindow, place: MapPlace): MapPlace {
  const clamp = (value: number, middle: number) =>
    Math.min(middle + span, Math.max(middle - span, value));
  return { a: clamp(place.a, a), b: clamp(place.b, b) };
}
