// The data sets with a number to predict at each point.
import { exp, sin } from '../math';
import { between, generate, type Generator } from './generate';

/** A tilted plane: (x + y) / 4. */
export const plane = regression('plane', (x, y) => (x + y) / 4);

/** Two hills and two hollows. */
export const bumps = regression(
  'bumps',
  (x, y) =>
    bump(x - 2, y - 2) + bump(x + 2, y + 2) - bump(x - 2, y + 2) * 0.8 - bump(x + 2, y - 2) * 0.8,
);

/** Waves along x, that fade along y. */
export const sine = regression('sine', (x, y) => (sin(1.5 * x) * (y + 5)) / 9);

function regression(name: string, f: (x: number, y: number) => number): Generator {
  return (options = {}) =>
    generate({ name, task: 'regression', classes: 0 }, options, (_, rng, noise) => {
      const [x, y] = [between(rng, -4, 4), between(rng, -4, 4)];
      return [x, y, f(x, y) + rng.normal(0, noise)];
    });
}

function bump(x: number, y: number): number {
  return exp(-(x * x + y * y) / 3);
}
