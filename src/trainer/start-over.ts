// Starting over: a run from its first step, and which changes of its options lead there.
import { inArena, type Sequential } from '../engine';
import { begin } from './begin';
import { fits } from './build-model';
import { ofData, ofModel, type OptionNames, type TrainerOptions } from './options';
import { RecordedRun } from './recorded-run';
import { resolveSettings, type Settings } from './settings';
import { Timeline } from './timeline';

/** Settings for a run that has a model already: a loss computes in the model's memory. */
export function resolveFor(
  { current }: Timeline,
  given: TrainerOptions,
  data?: Pick<Settings, 'train' | 'test'>,
): Settings {
  return inArena(current.run.model.arena, () => resolveSettings(given, data));
}

/** The run from its first step, with the weights that it began with if they fit the data. */
export function fromStart(timeline: Timeline, settings: Settings): Timeline {
  const { run, initial, logbook } = timeline.current;
  const { model } = run;
  if (!fits(model, settings.train)) return fromOptions(timeline, settings.options);
  const { seed = 0 } = run.settings.options;
  const anew = logbook.startOver();
  return keepingWeights(model, () => {
    model.parameters().forEach(({ value }, i) => value.data.set(initial[i]!));
    return new Timeline(new RecordedRun(model, settings, seed, initial, anew));
  });
}

/** The run from its first step, with all made anew from the options. */
export function fromOptions({ current }: Timeline, given: TrainerOptions): Timeline {
  const { model, settings } = current.run;
  const drawAgain = given.model === model && given.seed !== settings.options.seed;
  const logbook = current.logbook.startOver();
  return keepingWeights(model, () => new Timeline(begin(given, { drawAgain, logbook })));
}

/**
 * The settings with which a run goes on after a change of its options; null if it starts over, since
 * there is another model.
 *
 * @param given all options
 * @param fresh those that may be others than before
 * @throws PancakeError if an option makes no sense
 */
export function settingsToGoOn(
  timeline: Timeline,
  given: TrainerOptions,
  fresh: OptionNames,
): Settings | null {
  const among = (group: OptionNames) => fresh.some((name) => group.includes(name));
  if (among(ofModel)) return null;
  const { model, settings: before } = timeline.current.run;
  const settings = resolveFor(timeline, given, among(ofData) ? undefined : before);
  return fits(model, settings.train) ? settings : null;
}

// Does what gives a model other weights; if that throws, it has those that it had.
function keepingWeights<T>(model: Sequential, work: () => T): T {
  const before = model.parameters().map(({ value }) => value.data.slice());
  try {
    return work();
  } catch (error) {
    model.parameters().forEach(({ value }, i) => value.data.set(before[i]!));
    throw error;
  }
}
