// Starting over: a run from its first step, and which changes of its options lead there.
import { inArena, type Sequential } from '../engine';
import { begin } from './begin';
import { fits } from './build-model';
import { ofData, ofModel, ofPace, type OptionNames, type TrainerOptions } from './options';
import { RecordedRun } from './recorded-run';
import { resolveSettings, type Settings } from './settings';
import { Timeline } from './timeline';

/** Settings for a run that has a model already: a loss computes in the model's memory. */
export function resolveFor(
  { current }: Timeline,
  ...given: Parameters<typeof resolveSettings>
): Settings {
  return inArena(current.run.model.arena, () => resolveSettings(...given));
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
 * Puts options in force, some of which are fresh.
 *
 * @returns the same run, or one that has started over
 * @throws PancakeError if an option makes no sense; then nothing is changed
 */
export function withOptions(
  timeline: Timeline,
  given: TrainerOptions,
  fresh: OptionNames,
): Timeline {
  const { model, settings: before } = timeline.current.run;
  const settings = isAmong(fresh, ofData)
    ? resolveFor(timeline, given)
    : resolveFor(timeline, given, before);
  if (isAmong(fresh, ofModel) || !fits(model, settings.train)) return fromOptions(timeline, given);
  if (fresh.some((name) => !ofPace.includes(name))) timeline.change(settings);
  return timeline;
}

/** Whether with these options, some of which are fresh, there is another model. */
export function startsOver(timeline: Timeline, given: TrainerOptions, fresh: OptionNames): boolean {
  if (isAmong(fresh, ofModel)) return true;
  if (!isAmong(fresh, ofData)) return false;
  return !fits(timeline.current.run.model, resolveFor(timeline, given).train);
}

const isAmong = (names: OptionNames, group: OptionNames) =>
  names.some((name) => group.includes(name));

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
