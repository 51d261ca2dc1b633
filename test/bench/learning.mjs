// The check of learning: a time means something only if the same task was learnt in it.
import { create as naive } from './contestants/naive.mjs';
import { judge } from './judge.mjs';

// The ways to learn, with what the loss after the same epochs must be.
const exact = 1e-9;
const rounded = 1e-3;
/** What a contestant with a loss of its own must reach. */
const band = { loss: 0.1, accuracy: 0.98 };

/**
 * The losses that the contestants must come to: by the definitions alone, from the naive loops.
 *
 * @param {import('./problems.mjs').Problem} problem
 * @param {number} epochs
 */
export function expectations(problem, epochs) {
  const losses = (options) => {
    const loops = naive(problem, options);
    loops.train(epochs);
    return judge(loops.logits(), problem.y);
  };
  const same = losses({});
  const doubled = losses({ lastRate: 2 });
  return {
    same: { ...same, tolerance: exact },
    float32: { ...same, tolerance: rounded },
    'double rate': { ...doubled, tolerance: exact },
    own: null,
  };
}

/**
 * Compares what a contestant learnt with what it had to learn.
 *
 * @param {{ loss: number, accuracy: number }} learnt
 * @param {ReturnType<typeof expectations>['same'] | null} expected null for the band
 */
export function examine({ loss, accuracy }, expected) {
  // NaN is never within anything.
  const inBand = loss <= band.loss && accuracy >= band.accuracy;
  if (!expected) {
    const wanted = `at most ${band.loss}, and ${100 * band.accuracy} % right`;
    return { loss, accuracy, wanted, ok: inBand };
  }
  const error = Math.abs(loss - expected.loss) / expected.loss;
  const wanted = `${expected.loss.toPrecision(9)} within ${expected.tolerance}`;
  return { loss, accuracy, error, wanted, ok: inBand && error <= expected.tolerance };
}
