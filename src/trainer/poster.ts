// The poster: a run that is first shown at a later epoch than 0, trained up to it or with saved weights.
import { Sequential, ensure, inArena, loadParameters, show } from '../engine';
import type { TrainerOptions } from './options';
import { RecordedRun } from './recorded-run';
import { workOfEpoch } from './work';

/**
 * The most work that a poster may take, so that no page waits long for one: about a fifth of a second
 * on an ordinary computer.
 */
export const mostWork = 600e6;

/**
 * How many epochs a run is to be trained before it is first shown: none with saved weights.
 *
 * @throws PancakeError if that is no number of epochs, or would take too long
 */
export function epochsToTrain(begun: RecordedRun, options: TrainerOptions): number {
  const { posterEpoch = 0, weights, model } = options;
  ensure(
    Number.isInteger(posterEpoch) && posterEpoch >= 0,
    () => `posterEpoch is ${show(posterEpoch)}; it must be a whole number of epochs, 0 or more`,
  );
  // Each rendering makes the run anew, and must begin where the one before began.
  ensure(
    !(model instanceof Sequential) || (posterEpoch === 0 && weights === undefined),
    () =>
      `model is a Sequential, which is trained in place; with ${weights === undefined ? 'posterEpoch' : 'weights'} it must be layer sizes, or a function that builds it`,
  );
  if (weights !== undefined) return 0;
  const work = workOfEpoch(begun.run.model, begun.run.settings);
  ensure(
    posterEpoch * work <= mostWork,
    () =>
      `posterEpoch is ${posterEpoch}; training up to it is too much work for a poster, which with these options may be at epoch ${Math.floor(mostWork / work)} at most. Take an earlier one, or save the weights once and give them: weights={toJSON(trainer.model)}`,
  );
  return posterEpoch;
}

/**
 * The run at the epoch at which its weights were saved. It starts over from those that it began with.
 *
 * @throws PancakeError if they are not those of a model with the same layers
 * @throws NonFiniteError if the model gives a number with them that is not finite
 */
export function withWeights(
  { run, initial, logbook }: RecordedRun,
  seed: number,
  { weights, posterEpoch = 0 }: TrainerOptions,
): RecordedRun {
  const { model, settings } = run;
  const { train, batchSize } = settings;
  const steps = batchSize === 'full' ? 1 : Math.ceil(train.x.shape[0]! / batchSize);
  loadParameters(model, weights, 'weights');
  const start = { epoch: posterEpoch, step: posterEpoch * steps };
  return inArena(
    model.arena,
    () => new RecordedRun(model, settings, seed, initial, logbook, start),
  );
}
