// Numerical slopes: what a derivative is, measured instead of derived.

/**
 * The slope of an objective by one number, measured by moving that number.
 *
 * `forward`: (f(v + ε) − f(v)) / ε, as in the lesson; its truncation error shrinks like ε.
 * `central`: (f(v + ε) − f(v − ε)) / (2 ε); its truncation error shrinks like ε². Both lose digits to
 * rounding as ε gets small: that error grows like 1e-16 · |f(v)| / ε.
 *
 * @param objective computes f from the numbers as they are
 * @param data where the number lies; it is put back as it was, whatever happens
 * @param index its place in `data`
 * @param eps ε, how far it is moved
 */
export function numericalSlope(
  objective: () => number,
  data: Float64Array,
  index: number,
  eps: number,
  kind: 'forward' | 'central' = 'forward',
): number {
  const value = data[index]!;
  try {
    data[index] = value + eps;
    const above = objective();
    if (kind === 'forward') {
      data[index] = value;
      return (above - objective()) / eps;
    }
    data[index] = value - eps;
    return (above - objective()) / (2 * eps);
  } finally {
    data[index] = value;
  }
}

// Into how many parts the way from v − ε to v + ε is cut.
const parts = 8;
// A bend that is smooth is spread over all parts; at a kink it is here.
const leastShare = 0.75;

/**
 * Whether the slope jumps within ε of a number, as that of `ReLU` does at zero: then a difference that
 * is measured across the jump is the slope of neither side.
 *
 * @param objective computes f from the numbers as they are
 * @param data where the number lies; it is put back as it was, whatever happens
 * @param index its place in `data`
 * @param eps ε, how far around the number to look
 */
export function isAtKink(
  objective: () => number,
  data: Float64Array,
  index: number,
  eps: number,
): boolean {
  const value = data[index]!;
  const heights: number[] = [];
  try {
    for (let i = 0; i <= parts; i++) {
      data[index] = value + eps * ((2 * i) / parts - 1);
      heights.push(objective());
    }
  } finally {
    data[index] = value;
  }
  const width = (2 * eps) / parts;
  const slopes = heights.slice(1).map((height, i) => (height - heights[i]!) / width);
  const jumps = slopes.slice(1).map((slope, i) => Math.abs(slope - slopes[i]!));
  const all = jumps.reduce((sum, jump) => sum + jump, 0);
  // The kink may lie inside one of the parts, which then has a slope between the two.
  const most = Math.max(...jumps.map((jump, i) => jump + (jumps[i + 1] ?? 0)));
  const rounding = (100 * Number.EPSILON * Math.max(1, Math.abs(heights[0]!))) / width;
  return most > rounding && most > leastShare * all;
}
