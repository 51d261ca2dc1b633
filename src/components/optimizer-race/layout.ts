// Where things are on the surface, and where the names of the paths go.
import { Scale } from '@visx/visx';
import type { SurfaceInfo } from '../../trainer';

/** The surface in CSS pixels. */
export interface Plane {
  width: number;
  height: number;
  x: ReturnType<typeof linear>;
  y: ReturnType<typeof linear>;
}

/** The plane of a surface at a width. */
export function layOut({ domain }: SurfaceInfo, width: number): Plane {
  const height = width * 0.75;
  return {
    width,
    height,
    x: linear(domain.x, [0, width]),
    y: linear(domain.y, [height, 0]),
  };
}

/** A name to place: in, where its path ends; out, where its text stands. */
export interface PathName {
  /** The path's end. */
  x: number;
  y: number;
  /** How wide the text is. */
  wide: number;
  /** Whether the text stands to the left of the end. */
  isLeft: boolean;
  textX: number;
  textY: number;
}

/** The distance of two lines of text. */
export const lineHeight = 15;

/**
 * Puts each name beside the end of its path; names that would lie on each other become a column,
 * in the order of their ends, around the middle of these.
 */
export function placeNames(names: readonly PathName[], plane: Plane): void {
  let columns = names.map((name) => columnOf([name], plane));
  for (let joined = true; joined;) {
    joined = false;
    for (let a = 0; a < columns.length && !joined; a++) {
      for (let b = a + 1; b < columns.length && !joined; b++) {
        const [one, other] = [columns[a]!, columns[b]!];
        if (!overlap(one, other)) continue;
        const both = columnOf([...one.names, ...other.names], plane);
        columns = columns.filter((_, i) => i !== a && i !== b).concat(both);
        joined = true;
      }
    }
  }
}

interface Column {
  names: PathName[];
  from: number;
  to: number;
  top: number;
  bottom: number;
}

// Some names one below the other, on one side of all their ends; alone, close to its end.
function columnOf(names: PathName[], { width, height }: Plane): Column {
  names.sort((a, b) => a.y - b.y);
  const ends = names.map(({ x }) => Math.min(width, Math.max(0, x)));
  const widest = Math.max(...names.map(({ wide }) => wide));
  const gap = names.length > 1 ? 26 : 12;
  const right = Math.max(...ends) + gap;
  const isLeft = right + widest > width;
  const textX = isLeft ? Math.max(widest, Math.min(...ends) - gap) : right;
  const half = (names.length * lineHeight) / 2;
  const mean = names.reduce((sum, { y }) => sum + Math.min(height, Math.max(0, y)), 0);
  const middle = Math.min(height - half, Math.max(half, mean / names.length));
  names.forEach((name, i) => {
    name.isLeft = isLeft;
    name.textX = textX;
    name.textY = middle - half + (i + 0.5) * lineHeight;
  });
  const from = isLeft ? textX - widest : textX;
  return { names, from, to: from + widest, top: middle - half, bottom: middle + half };
}

function overlap(a: Column, b: Column): boolean {
  return a.from < b.to + 4 && b.from < a.to + 4 && a.top < b.bottom && b.top < a.bottom;
}

function linear(domain: readonly [number, number], range: [number, number]) {
  return Scale.scaleLinear<number>({ domain: [...domain], range });
}
