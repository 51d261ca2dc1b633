// The beginning of a run: settings, model and data, with all their memory in one place.
import { Arena, Sequential, createRng, inArena } from '../engine';
import type { TrainerOptions } from './options';
import { RecordedRun } from './recorded-run';
import { buildModel, resolveSettings } from './settings';

/** A run before its first step. */
export interface Beginning {
  recorded: RecordedRun;
  /** The parameters' values, to start over from. */
  initial: Float64Array[];
}

/**
 * Makes what these options describe.
 *
 * @param drawAgain whether a model that is given gets other weights
 * @throws PancakeError if an option makes no sense
 */
export function begin(options: TrainerOptions, drawAgain = false): Beginning {
  const { model: given, seed = 0 } = options;
  const arena = given instanceof Sequential ? given.arena : new Arena();
  return inArena(arena, () => {
    const settings = resolveSettings({ ...options });
    const model = buildModel(options, settings);
    if (drawAgain) model.initialize(createRng(seed));
    const initial = model.parameters().map(({ value }) => value.data.slice());
    return { recorded: new RecordedRun(model, settings, seed), initial };
  });
}
