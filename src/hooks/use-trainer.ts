// useTrainer: a training run that lives as long as its component.
import { createTrainer, isLarge, prepareData, type Trainer, type TrainerOptions } from '../trainer';
import { changedOptions } from './changed-options';
import { useLazyRun, type RunWays } from './lazy-run';

/**
 * A training run for this component: `const trainer = useTrainer({ data: 'moons' })`, then
 * `<LossChart trainer={trainer} />`.
 *
 * Options may be written in place: they are compared by what they say, and what changes between
 * two renders is set on the run while it goes on (see `Trainer.set`). Of functions only a change
 * to or from another kind of value counts; give the component another `key` to start anew. With
 * `autoplay`, training starts after mounting, unless the reader asked for reduced motion. It stops
 * when the component is unmounted.
 *
 * @throws PancakeError if an option makes no sense
 */
export function useTrainer(options: TrainerOptions = {}): Trainer {
  return useLazyRun(options, runWays).trainer;
}

/** How a run is made and kept up to date, for pages that have the trainer. */
export const runWays: RunWays = {
  make: createTrainer,
  compare: changedOptions,
  isLarge,
  prepare: prepareData,
};
