// How a mark looks: a class has a shape and a colour, test points are hollow; a value to predict has a
// colour, and circles train while diamonds test.
import type { Task } from '../../engine';
import { classColor, divergingColor, themeColor } from '../../theme';
import { shapes } from './shapes';

/** What a point is for. */
export type Part = 'train' | 'test';

/** A point, in the data's own units. */
export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  /** Its class, or for regression its value. */
  readonly target: number;
}

/** The points of a plane, by what they are for. */
export type PlacedPoints = Readonly<Record<Part, readonly PlacedPoint[]>>;

/** The shape of a mark, as a place in `shapes`. */
export function kindOf(target: number, part: Part, task: Task): number {
  return task === 'regression' ? (part === 'train' ? 0 : 3) : target % shapes.length;
}

/**
 * The colours of a mark.
 *
 * @param bound where the colours of regression end
 */
export function lookOf(target: number, part: Part, task: Task, bound: number) {
  const isValue = task === 'regression';
  const color = isValue
    ? divergingColor(target / bound, true)
    : classColor(kindOf(target, part, task));
  const filled = isValue || part === 'train';
  // A point with the colour of its value would vanish where the model is right.
  const edge = themeColor(isValue ? 'ink' : 'paper');
  return { fill: filled ? color : themeColor('paper'), stroke: filled ? edge : color };
}
