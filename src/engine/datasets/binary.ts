// The data sets of two classes.
import { ensure, show } from '../errors';
import { cos, sin } from '../math';
import { Tensor } from '../tensor';
import type { Dataset } from './dataset';
import { between, binary, generate, plane, type Generator } from './generate';

/** The notebook's four points: two of each class. Takes no notice of its options. */
export const simple: Generator = (): Dataset => ({
  x: Tensor.from([
    [1, 2],
    [2, 1],
    [3, 2],
    [2, 3],
  ]),
  y: Tensor.from([[1], [1], [0], [0]]),
  task: 'binary',
  classes: 2,
  domain: plane,
});

/** Four square clouds; the class is whether x and y have the same sign. */
export const xor: Generator = binary('xor', (label, rng, noise) => {
  const x = between(rng, 0.4, 4) * (rng.next() < 0.5 ? -1 : 1);
  const y = between(rng, 0.4, 4) * Math.sign(x) * (label ? 1 : -1);
  return [x + rng.normal(0, 2 * noise), y + rng.normal(0, 2 * noise)];
});

/** A disc inside a ring. */
export const circles: Generator = binary('circles', (label, rng, noise) => {
  const radius = label ? 2 * Math.sqrt(rng.next()) : between(rng, 3, 4);
  return around(2 * Math.PI * rng.next(), radius, () => rng.normal(0, 2 * noise));
});

/** Two rings, one inside the other. */
export const rings: Generator = binary('rings', (label, rng, noise) =>
  around(2 * Math.PI * rng.next(), label ? 1.6 : 3.6, () => rng.normal(0, 2 * noise)),
);

/** Two crescents that reach into one another. */
export const moons: Generator = binary('moons', (label, rng, noise) => {
  const angle = Math.PI * rng.next();
  const x = label ? 1 - cos(angle) : cos(angle);
  const y = label ? 0.5 - sin(angle) : sin(angle);
  return [(x - 0.5) * 2.2 + rng.normal(0, 2 * noise), (y - 0.25) * 2.2 + rng.normal(0, 2 * noise)];
});

/** Two arms of a spiral, one class each. */
export const spiral: Generator = binary('spiral', (label, rng, noise) => {
  const t = rng.next();
  const angle = 1.75 * 2 * Math.PI * t + label * Math.PI;
  return around(angle, 0.3 + 3.7 * t, () => rng.normal(0, noise));
});

/** Two round clouds. */
export const gauss: Generator = binary('gauss', (label, rng, noise) => {
  const centre = label ? 1.8 : -1.8;
  const std = 0.6 + 2 * noise;
  return [rng.normal(centre, std), rng.normal(centre, std)];
});

/** The squares of a board of four by four, by their colour. */
export const checkerboard: Generator = binary('checkerboard', (label, rng, noise) => {
  const column = rng.int(4);
  const row = 2 * rng.int(2) + ((column + label) % 2);
  const place = (square: number) => 2 * square - 4 + between(rng, 0.1, 1.9);
  return [place(column) + rng.normal(0, noise), place(row) + rng.normal(0, noise)];
});

/**
 * Points all over the plane, of class 1 above the curve y = f(x) and of class 0 below it.
 *
 * @throws PancakeError if f is not a function, or gives something else than numbers
 */
export function aboveCurve(f: (x: number) => number): Generator {
  ensure(typeof f === 'function', () => `aboveCurve got ${show(f)}; it takes a function of x`);
  return (options = {}) =>
    generate({ name: 'aboveCurve', task: 'binary', classes: 2 }, options, (_, rng, noise) => {
      const [x, y] = [between(rng, -4, 4), between(rng, -4, 4)];
      const height = f(x);
      ensure(
        Number.isFinite(height),
        () => `aboveCurve: f(${x}) is ${show(height)}; it must be a finite number`,
      );
      return [x, y, y + rng.normal(0, noise) > height ? 1 : 0];
    });
}

function around(angle: number, radius: number, stray: () => number): [number, number] {
  return [radius * cos(angle) + stray(), radius * sin(angle) + stray()];
}
