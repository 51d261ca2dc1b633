// A data set whose points are drawn some at a time, so that a page can go on in between.
import type { Dataset } from './dataset';

/** Draws so many more points, and tells whether there are some left. */
type DrawMore = (count: number) => boolean;

// Who draws the points of the data set that is being made; null if they are drawn with it.
let postpone: ((drawMore: DrawMore) => void) | null = null;

/** Has all points of a data set drawn: now, unless it is made in parts. */
export function drawAll(drawMore: DrawMore): void {
  if (postpone) postpone(drawMore);
  else drawMore(Infinity);
}

/**
 * Makes a data set with so many points at a time: the next ones are drawn when they are asked for.
 *
 * @param make calls one of the generators
 */
export function* generateInParts(make: () => Dataset, count: number): Generator<void, Dataset> {
  const rest: DrawMore[] = [];
  postpone = (drawMore) => rest.push(drawMore);
  let dataset: Dataset;
  try {
    dataset = make();
  } finally {
    postpone = null;
  }
  for (const drawMore of rest) while (drawMore(count)) yield;
  return dataset;
}
