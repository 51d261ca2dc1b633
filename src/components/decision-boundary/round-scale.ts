// Scales that end at round numbers and stay while the values wander, so that nothing jumps.

/** The lowest of 1, 2, 5, 10, 20, … (and 0.5, 0.2, …) that is not below a positive number. */
export function roundUp(value: number): number {
  let power = 1;
  while (power > value) power /= 10;
  while (power * 10 <= value) power *= 10;
  const factor = [1, 2, 5, 10].find((one) => one * power >= value * (1 - 1e-12)) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/**
 * The bound of a scale around zero: round, grown as soon as a value is beyond it, shrunk only when
 * all of them need less than a quarter of it.
 *
 * @param largest the largest size of a value
 * @param before the bound so far, or null
 */
export function roundBound(largest: number, before: number | null): number {
  if (before !== null && largest <= before && largest > before / 4) return before;
  return largest > 1e-9 ? roundUp(largest) : (before ?? 1);
}

/** Both ends of an axis. */
export type Ends = readonly [low: number, high: number];

/**
 * The ends of an axis, by the same rules: grown as soon as a value is beyond them, and then with some
 * room to spare; shrunk only when less than two fifths are in use. Gives the same object back while
 * nothing changes.
 */
export function roundEnds([low, high]: Ends, before: Ends | null): Ends {
  const span = high - low;
  if (before) {
    const isInside = low >= before[0] && high <= before[1];
    if (isInside && span > 0.4 * (before[1] - before[0])) return before;
  }
  // A layer that says the same of every point has no span of its own.
  if (span < 1e-6) return same(before, [Math.floor(low) - 1, Math.ceil(high) + 1]);
  const step = roundUp(span / 8);
  const room = span / 8;
  const at = (steps: number) => Number((steps * step).toPrecision(12));
  return same(before, [at(Math.floor((low - room) / step)), at(Math.ceil((high + room) / step))]);
}

function same(before: Ends | null, after: Ends): Ends {
  return before?.[0] === after[0] && before[1] === after[1] ? before : after;
}
