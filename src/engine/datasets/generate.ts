// What the built-in data sets have in common: options, and points drawn one by one.
import { ensure, show } from '../errors';
import type { Task } from '../losses/loss';
import { createRng, type Rng } from '../random';
import { Tensor } from '../tensor';
import type { Dataset, DatasetOptions, Domain } from './dataset';
import { drawAll } from './in-parts';

/** The part of the plane that all built-in data sets live in. */
export const plane: Domain = { x: [-5, 5], y: [-5, 5] };

const edge = 4.9;
const most = 1_000_000;

/** A point and its target: a label, a class number, or a number to predict. */
export type Point = readonly [x: number, y: number, target: number];

/** A function that makes a data set. */
export type Generator<O extends DatasetOptions = DatasetOptions> = (options?: O) => Dataset;

interface Kind {
  name: string;
  task: Task;
  classes: number;
}

/**
 * Draws the points of a data set.
 *
 * @param draw makes the point number i of n; classes take turns, so that any share of the points is
 *   balanced. `noise` is the standard deviation asked for, from 0 to 1.
 * @throws PancakeError if n or the noise makes no sense
 */
export function generate(
  { name, task, classes }: Kind,
  { n = 200, noise = 0.1, seed = 0 }: DatasetOptions,
  draw: (i: number, rng: Rng, noise: number, n: number) => Point,
): Dataset {
  ensure(
    Number.isInteger(n) && n >= 1 && n <= most,
    () => `${name} got n = ${show(n)}; it must be a whole number from 1 to ${most}`,
  );
  ensure(
    typeof noise === 'number' && noise >= 0 && noise <= 1,
    () => `${name} got noise = ${show(noise)}; it must be a number from 0 to 1`,
  );
  const rng = createRng(seed);
  const x = Tensor.zeros([n, 2]);
  const y = Tensor.zeros(task === 'multiclass' ? [n] : [n, 1]);
  let drawn = 0;
  const drawMore = (count: number) => {
    const end = Math.min(n, drawn + count);
    for (let i = drawn; i < end; i++) {
      const [px, py, target] = draw(i, rng, noise, n);
      x.data[2 * i] = inside(px);
      x.data[2 * i + 1] = inside(py);
      y.data[i] = target;
    }
    drawn = end;
    return drawn < n;
  };
  drawAll(drawMore);
  return { x, y, task, classes, domain: plane };
}

/** A generator for two classes, which take turns. */
export function binary(
  name: string,
  draw: (label: 0 | 1, rng: Rng, noise: number) => readonly [number, number],
): Generator {
  return (options = {}) =>
    generate({ name, task: 'binary', classes: 2 }, options, (i, rng, noise) => {
      const label = (i % 2) as 0 | 1;
      const [x, y] = draw(label, rng, noise);
      return [x, y, label];
    });
}

// Noise can carry a point past the edge of the picture: it is turned back there, as by a mirror.
function inside(coordinate: number): number {
  let value = coordinate;
  while (Math.abs(value) > edge) value = Math.sign(value) * 2 * edge - value;
  return value;
}

/** A number between two bounds, each equally likely. */
export function between(rng: Rng, low: number, high: number): number {
  return low + (high - low) * rng.next();
}
