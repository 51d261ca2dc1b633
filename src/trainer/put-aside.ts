// Putting a run aside: another one takes its place for a while, and then it comes back.
import { Sequential, type Parameter } from '../engine';
import type { TrainerOptions } from './options';
import type { Trainer } from './trainer';

/**
 * How a run came back: `whole`, at its epoch and with its history; or with its `weights` only, its
 * epochs counted from 0 again.
 */
export type CameBack = 'whole' | 'weights';

// Training again takes a second at most: about a million points an engine can pass in it.
const mostTrainedAgain = 500_000;

/**
 * Notes the options and weights of a run, and returns a function that brings them back whatever has
 * become of it. Where all of the run follows from its options, it is trained again to the same bits;
 * after changes made on the way, or with a model that the author built, the weights alone come back.
 * Pauses the run, at the end of its epoch.
 */
export function putAside(trainer: Trainer): () => CameBack {
  trainer.pause();
  const { status: before, epoch: begun } = trainer.now;
  if (before !== 'diverged' && trainer.progress !== begun) trainer.step('epoch');
  const { options, model } = trainer;
  const { status, epoch } = trainer.now;
  const { lastEpoch } = trainer.getSnapshot();
  const values = model.parameters().map(({ value }) => value.data.slice());

  return () => {
    trainer.pause();
    model.parameters().forEach(({ value }, i) => value.data.set(values[i]!));
    replaceOptions(trainer, options);
    const passes = lastEpoch * trainer.data.x.shape[0]!;
    if (!(options.model instanceof Sequential) && passes <= mostTrainedAgain) {
      trainAgain(trainer, lastEpoch);
      if (status === 'diverged') trainer.step('epoch');
      if (trainer.now.epoch !== epoch) trainer.seek(Math.min(epoch, trainer.now.epoch));
      if (isSame(trainer.model.parameters(), model.parameters(), values)) return 'whole';
    }
    if (lastEpoch > 0 || !isSame(trainer.model.parameters(), model.parameters(), values)) {
      replaceOptions(trainer, { ...options, model });
      return 'weights';
    }
    return 'whole';
  };
}

/**
 * Starts a run over with these options and no others: those that were in force and are not among
 * them go back to their defaults.
 *
 * @throws PancakeError if an option makes no sense; then nothing is changed
 */
export function replaceOptions(trainer: Trainer, options: TrainerOptions): void {
  const before = trainer.options;
  const cleared = Object.fromEntries(Object.keys(before).map((name) => [name, undefined]));
  const { dropout, ...next }: Partial<TrainerOptions> = { ...cleared, ...options };
  // Setting dropout changes the model's shape, which is a change of its own.
  const withDropout = (dropout ?? 0) !== (before.dropout ?? 0) ? { dropout } : {};
  trainer.set({ ...next, model: options.model, ...withDropout });
}

function trainAgain(trainer: Trainer, lastEpoch: number): void {
  while (trainer.now.status !== 'diverged' && trainer.now.epoch < lastEpoch) {
    trainer.step('epoch', lastEpoch - trainer.now.epoch);
  }
}

function isSame(
  now: readonly Parameter[],
  before: readonly Parameter[],
  values: readonly Float64Array[],
): boolean {
  return (
    now.length === before.length &&
    now.every(
      ({ name, value }, i) =>
        name === before[i]!.name &&
        value.size === values[i]!.length &&
        value.data.every((number, at) => Object.is(number, values[i]![at])),
    )
  );
}
