// Regions and lines of a grid's values as short SVG paths, for HTML: whole units, from point to point.
import { contourPath } from './contour-path';

/** How many units wide and high a picture of a plane is. */
export const box = 400;

// In units: a point this close to the line between its neighbours is left out.
const tolerance = 0.6;

/**
 * The region in which values on an n by n grid are at least a threshold, as the `d` of a path to be
 * filled, in a box of so many units. Empty where there is none. Between the grid's points the edge is
 * interpolated; beyond the outermost ones the values go on as they did before.
 *
 * @param values the values at the cells' centres, row by row from the top
 */
export function regionPath(
  values: ArrayLike<number>,
  n: number,
  threshold: number,
  size = box,
): string {
  // A wall all around closes every line; it lies outside of the box, behind one more row of cells.
  const wide = n + 4;
  const walled = new Float64Array(wide * wide).fill(-Number.MAX_VALUE / 4);
  const inner = withBorder(values, n);
  for (let row = 0; row < n + 2; row++) {
    for (let column = 0; column < n + 2; column++) {
      walled[(row + 1) * wide + column + 1] = inner[row * (n + 2) + column]! - threshold;
    }
  }
  const cell = size / n;
  return shortened(contourPath(walled, wide, 0, wide * cell, wide * cell), 2 * cell, size, 'z');
}

/** The lines at which the values cross a threshold, in the same box. */
export function linePath(
  values: ArrayLike<number>,
  n: number,
  threshold: number,
  size = box,
): string {
  const [wide, cell] = [n + 2, size / n];
  const path = contourPath(withBorder(values, n), wide, threshold, wide * cell, wide * cell);
  return shortened(path, cell, size, '');
}

// With one more row of cells on each side: there the values go on as they did before.
function withBorder(values: ArrayLike<number>, n: number): Float64Array {
  const wide = n + 2;
  const all = new Float64Array(wide * wide);
  for (let row = 0; row < n; row++) {
    const from = (row + 1) * wide + 1;
    for (let column = 0; column < n; column++) all[from + column] = values[row * n + column]!;
    all[from - 1] = 2 * all[from]! - all[from + 1]!;
    all[from + n] = 2 * all[from + n - 1]! - all[from + n - 2]!;
  }
  for (let column = 0; column < wide; column++) {
    const last = (n + 1) * wide + column;
    all[column] = 2 * all[column + wide]! - all[column + 2 * wide]!;
    all[last] = 2 * all[last - wide]! - all[last - 2 * wide]!;
  }
  return all;
}

// Lines of whole units, moved by a margin and kept within the box.
function shortened(path: string, margin: number, size: number, end: string): string {
  let text = '';
  for (const line of path.split('M').slice(1)) {
    const numbers = line.split(/[L ]/).map(Number);
    const kept = thinned(
      numbers.map((value) => Math.round(Math.min(size, Math.max(0, value - margin)))),
    );
    if (kept.length > (end ? 4 : 2)) text += relative(kept) + end;
  }
  return text;
}

// The places, x and y in turn, without those that lie on the way between their neighbours.
function thinned(places: readonly number[]): number[] {
  const kept = places.slice(0, 2);
  let from = 0;
  for (let at = 4; at < places.length; at += 2) {
    if (!isStraight(places, from, at)) {
      from = at - 2;
      kept.push(places[from]!, places[from + 1]!);
    }
  }
  if (places.length > 2) kept.push(...places.slice(-2));
  return kept;
}

function isStraight(places: readonly number[], from: number, to: number): boolean {
  const [x, y] = [places[from]!, places[from + 1]!];
  const [dx, dy] = [places[to]! - x, places[to + 1]! - y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  for (let at = from + 2; at < to; at += 2) {
    const [px, py] = [places[at]! - x, places[at + 1]! - y];
    const along = (px * dx + py * dy) / length;
    const away = Math.abs(px * dy - py * dx) / length;
    if (away > tolerance || along < -tolerance || along > length + tolerance) return false;
  }
  return true;
}

function relative(places: readonly number[]): string {
  let text = `M${places[0]} ${places[1]}l`;
  for (let at = 2; at < places.length; at += 2) {
    const dx = places[at]! - places[at - 2]!;
    const dy = places[at + 1]! - places[at - 1]!;
    text += `${at > 2 && dx >= 0 ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`;
  }
  return text;
}
