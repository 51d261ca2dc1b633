// The built-in data sets by name.
import { lookUp } from '../names';
import {
  aboveCurve,
  checkerboard,
  circles,
  gauss,
  moons,
  rings,
  simple,
  spiral,
  xor,
} from './binary';
import type { Dataset, DatasetOptions } from './dataset';
import { generateInParts } from './in-parts';
import { blobs, spirals } from './multiclass';
import { bumps, plane, sine } from './regression';

const named = {
  simple,
  xor,
  circles,
  moons,
  spiral,
  gauss,
  checkerboard,
  rings,
  blobs,
  spirals,
  plane,
  bumps,
  sine,
} as const;

/**
 * The built-in data sets: `datasets.moons({ n: 200, noise: 0.1, seed: 7 })`. All lie within a plane
 * from −5 to 5. `datasets.aboveCurve(f)` makes one more.
 */
export const datasets = { ...named, aboveCurve } as const;

/** The name of a built-in data set. */
export type DatasetName = keyof typeof named;

/** @throws PancakeError if there is no data set of that name, or an option makes no sense */
export function createDataset(name: DatasetName, options: DatasetOptions): Dataset {
  return lookUp<(options: DatasetOptions) => Dataset>('data', named, name)(options);
}

/** The same with so many points at a time, when they are asked for. */
export function createDatasetInParts(
  name: DatasetName,
  options: DatasetOptions,
  count: number,
): Generator<void, Dataset> {
  return generateInParts(() => createDataset(name, options), count);
}
