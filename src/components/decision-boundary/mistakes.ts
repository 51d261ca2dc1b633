// The points that the model classifies wrong, for the rings around them and for counting.
import type { Dataset } from '../../engine';
import { predictedClass, type Trainer } from '../../trainer';

/** Which points of a data set are classified wrong, by their place in it. */
export interface Mistakes {
  train: readonly number[];
  /** Null without test data. */
  test: readonly number[] | null;
}

const latest = new WeakMap<
  Trainer,
  { version: number; data: Dataset; test: Dataset | null; mistakes: Mistakes }
>();

/**
 * The run's mistakes as it is now, looked for once in each state of the weights. None for
 * regression.
 *
 * @throws NonFiniteError if the model gives a number that is not finite
 */
export function mistakesOf(trainer: Trainer): Mistakes {
  const { data, testData: test, weightsVersion: version } = trainer;
  const known = latest.get(trainer);
  if (known?.version === version && known.data === data && known.test === test) {
    return known.mistakes;
  }
  const mistakes = { train: wrongRows(trainer, data), test: test && wrongRows(trainer, test) };
  latest.set(trainer, { version, data, test, mistakes });
  return mistakes;
}

function wrongRows(trainer: Trainer, { x, y, task }: Dataset): number[] {
  if (task === 'regression') return [];
  const { data } = trainer.predict(x);
  const columns = data.length / y.size;
  const rows: number[] = [];
  for (let i = 0; i < y.size; i++) {
    if (predictedClass(data, i * columns, columns) !== y.data[i]) rows.push(i);
  }
  return rows;
}

/** Circles of this radius around places in pixels, as one path. */
export function ringPath(places: Iterable<readonly [number, number]>, radius: number): string {
  let path = '';
  const round = (value: number) => Math.round(value * 100) / 100;
  for (const [x, y] of places) {
    path += `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  }
  return path;
}
