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
