// What the colours of the plane can say of the model: how probable, what it decides, how unsure it is.
import { ensure, show, type Task } from '../../engine';

/** All overlays, in the order in which they are offered. */
export const overlays = ['probability', 'hard', 'uncertainty'] as const;

/**
 * What the colours say: the probability, the class that the model decides for, or how unsure it is:
 * 1 where two classes tie for the likeliest, 0 where one is certain.
 */
export type Overlay = (typeof overlays)[number];

/**
 * The overlay that a task can have: values to predict have no classes to decide between.
 *
 * @throws PancakeError if there is no such overlay
 */
export function overlayFor(task: Task, wanted: Overlay): Overlay {
  ensure(
    overlays.includes(wanted),
    () =>
      `DecisionBoundary got overlay = ${show(wanted)}; it must be one of ${overlays.join(', ')}`,
  );
  return task === 'regression' ? 'probability' : wanted;
}

/**
 * How unsure a row of probabilities is: 1 minus the lead of the likeliest class over the next one.
 * For two classes that is 1 − |2p − 1|.
 *
 * @param at where the row begins
 * @param columns how many numbers it has; a single one is the probability of class 1
 */
export function uncertainty(values: Float64Array, at: number, columns: number): number {
  if (columns === 1) return 1 - Math.min(1, Math.abs(2 * values[at]! - 1));
  let [best, next] = [-Infinity, -Infinity];
  for (let c = 0; c < columns; c++) {
    const value = values[at + c]!;
    if (value > best) [best, next] = [value, best];
    else if (value > next) next = value;
  }
  return Math.min(1, Math.max(0, 1 - (best - next)));
}
