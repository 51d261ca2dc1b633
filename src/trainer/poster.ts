// The poster: a run that is first shown at a later epoch than 0, trained up to it or with saved weights.
import { Sequential, ensure, inArena, loadParameters, show } from '../engine';
import type { TrainerOptions } from './options';
import { RecordedRun } from './recorded-run';

/**
 * The most work that a poster may take, so that no page waits long for one: about a fifth of a second
 * on an ordinary computer. A count and not a clock, so that a server and a browser agree on it.
 */
export const mostWork = 500e6;

// What it costs to ask a layer for a batch, however small, in multiply-adds.
const costOfCall = 10_000;

/**
 * The work of one epoch: its multiply-adds for a pass forward, two products backward and the measuring
 * afterwards, with the calls of the layers counted in.
 */
export function workOfEpoch({ run }: RecordedRun): number {
  const { train, test, batchSize } = run.settings;
  const rows = train.x.shape[0]!;
  const parameters = run.parameters.reduce((sum, { value }) => sum + value.size, 0);
  const steps = batchSize === 'full' ? 1 : Math.ceil(rows / batchSize);
  const passes = 4 * rows + (test?.x.shape[0] ?? 0);
  return parameters * passes + costOfCall * steps * run.model.layers.length;
}

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
  const work = workOfEpoch(begun);
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
