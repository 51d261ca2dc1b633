// How well a model does, by one rule for all contestants.

/**
 * Binary cross-entropy over all points, and the share of them on the right side.
 *
 * @param {ArrayLike<number>} logits the model's output at each point
 * @param {ArrayLike<number>} y the labels, 0 or 1
 */
export function judge(logits, y) {
  let sum = 0;
  let right = 0;
  for (let i = 0; i < y.length; i++) {
    const z = logits[i];
    sum += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
    if (z > 0 === y[i] > 0) right++;
  }
  return { loss: sum / y.length, accuracy: right / y.length };
}
