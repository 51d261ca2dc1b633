// Dataset: points with labels, and the part of the plane that they live in.
import type { Task } from '../losses/loss';
import type { Tensor } from '../tensor';

/** The range of each input, as `[low, high]`. */
export interface Domain {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** Points to learn from. */
export interface Dataset {
  /** The inputs, shape (N, 2). */
  readonly x: Tensor;
  /** The targets: labels 0 or 1 and numbers have the shape (N, 1), class numbers the shape (N). */
  readonly y: Tensor;
  /** What is asked of a model. */
  readonly task: Task;
  /** How many classes there are: 2 for binary, 0 for regression. */
  readonly classes: number;
  /** The part of the plane that a picture shows. */
  readonly domain: Domain;
}

/** What every built-in data set takes. */
export interface DatasetOptions {
  /** How many points. @default 200 */
  n?: number;
  /** How far points stray, as a share of the figure's own size, from 0 to 1. @default 0.1 */
  noise?: number;
  /** The seed of the random draws. @default 0 */
  seed?: number;
}
