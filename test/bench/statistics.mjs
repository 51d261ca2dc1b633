// What is said of many measurements.

/**
 * The value below which this share of the numbers lies.
 *
 * @param {readonly number[]} numbers
 * @param {number} share from 0 to 1
 */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** The middle of the numbers, and where eight in ten of them lie. */
export function summarize(numbers) {
  const [low, median, high] = [0.1, 0.5, 0.9].map((share) => quantile(numbers, share));
  return { median, low, high };
}

/** Round by round, how many times as long the one takes as the other. */
export function ratios(times, others) {
  return times.map((time, round) => time / others[round]);
}
