// Nested lists of numbers: their shape, their numbers in a row, and their places.
import type { Numbers } from '../../../sandbox';

/** Shape of nested lists, as in `[2, 3]`; null if they are ragged or hold anything but numbers. */
export function shapeOf(value: unknown): number[] | null {
  if (typeof value === 'number') return [];
  if (!Array.isArray(value)) return null;
  if (!value.length) return [0];
  const inner = value.map(shapeOf);
  const [first] = inner;
  if (!first) return null;
  const alike = inner.every((shape) => shape !== null && sameShape(shape, first));
  return alike ? [value.length, ...first] : null;
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}

/** All numbers, row by row. */
export function flat(value: Numbers): number[] {
  return typeof value === 'number' ? [value] : value.flatMap(flat);
}

/** The same lists with other numbers, row by row. */
export function refill(like: Numbers, numbers: readonly number[]): Numbers {
  let at = 0;
  const fill = (value: Numbers): Numbers =>
    typeof value === 'number' ? numbers[at++]! : value.map(fill);
  return fill(like);
}

/** How code reaches a number: `[0][2]`. */
export function placeOf(at: number, shape: readonly number[]): string {
  let rest = at;
  const places = [...shape].reverse().map((size) => {
    const place = rest % size;
    rest = Math.floor(rest / size);
    return `[${place}]`;
  });
  return places.reverse().join('');
}
