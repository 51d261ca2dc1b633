// The data sets of several classes.
import { ensure, show } from '../errors';
import { cos, sin } from '../math';
import type { Dataset, DatasetOptions } from './dataset';
import { generate } from './generate';

/** What the data sets of several classes take. */
export interface MulticlassOptions extends DatasetOptions {
  /** How many classes there are, from 2 to 8. @default 3 */
  classes?: number;
}

/** Round clouds on a circle, a class each. */
export function blobs({ classes = 3, ...options }: MulticlassOptions = {}): Dataset {
  checkClasses('blobs', classes);
  return generate({ name: 'blobs', task: 'multiclass', classes }, options, (i, rng, noise) => {
    const angle = (2 * Math.PI * (i % classes)) / classes + Math.PI / 2;
    const std = 0.4 + 2 * noise;
    return [rng.normal(2.6 * cos(angle), std), rng.normal(2.6 * sin(angle), std), i % classes];
  });
}

/** The arms of a spiral, a class each. */
export function spirals({ classes = 3, ...options }: MulticlassOptions = {}): Dataset {
  checkClasses('spirals', classes);
  return generate({ name: 'spirals', task: 'multiclass', classes }, options, (i, rng, noise) => {
    const t = rng.next();
    const angle = 2.2 * t + (2 * Math.PI * (i % classes)) / classes + rng.normal(0, noise);
    const radius = 0.3 + 3.7 * t;
    return [radius * cos(angle), radius * sin(angle), i % classes];
  });
}

function checkClasses(name: string, classes: number): void {
  ensure(
    Number.isInteger(classes) && classes >= 2 && classes <= 8,
    () => `${name} got classes = ${show(classes)}; it must be a whole number from 2 to 8`,
  );
}
