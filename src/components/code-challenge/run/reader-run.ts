// What trains once a reader's code holds: its data, its model, and for how long.
import type { TrainerOptions } from '../../../trainer';

/** A layer of the model: `own` where it is the reader's. */
export interface RunLayer {
  type: string;
  sizes?: readonly [number, number];
  own?: boolean;
}

/** A run of a reader's code, on all points at once. */
export interface ReaderRun {
  data: Pick<TrainerOptions, 'data' | 'points' | 'noise'>;
  layers: readonly RunLayer[];
  /** The reader's optimizer or training loop, by name; else ours. */
  optimizer?: string;
  loop?: string;
  learningRate: number;
  epochs: number;
}
