// Taking the record of a run. The run is not disturbed.
import { ensure } from '../../engine';
import type { Pace } from '../options';
import type { RecordedRun } from '../recorded-run';
import type { Settings } from '../settings';
import type { Timeline } from '../timeline';
import { countParameters, workOfEpoch } from '../work';
import { limits, mostWorkAnew, workOfModel } from './limits';
import { changeOfData } from './points';
import { leftOutOf, recordableOptions } from './recordable-options';
import type { RunRecord } from './record';
import { eventsFrom } from './take-events';
import { beginningOf, fingerprintOf, stateOf, type Start } from './take-state';

/** What `encodeRun` takes. */
export interface RecordOptions {
  /**
   * Whether the link holds the weights. Without them the run is trained again when the link is
   * opened. A run that cannot be, or not quickly, takes its weights along in any case.
   * @default false
   */
  weights?: boolean;
}

/**
 * The record of a run.
 *
 * @throws PancakeError if the model has layers that a link cannot hold, or is too large
 */
export function takeRecord(
  timeline: Timeline,
  pace: Pace,
  { weights = false }: RecordOptions,
): RunRecord {
  const { current } = timeline;
  const { run } = current;
  const parts = timeline.allParts();
  const lastEpoch = timeline.logbook.history.length - 1;
  const count = countParameters(run.model);
  ensure(
    count <= limits.parameters,
    () => `the model has ${count} parameters; a link holds at most ${limits.parameters}`,
  );

  const leftOut = leftOutOf({ ...run.settings.options, ...pace });
  const first = startOf(parts[0]!);
  const isQuick = !hasFunctions(parts) && workUpTo(parts, lastEpoch) <= mostWorkAnew;
  const start = weights || !isQuick ? latestStart(current) : first;
  const { settings } = start.state;
  const goesOn =
    hasFuture(timeline, lastEpoch) &&
    workUpTo(parts, lastEpoch) - workUpTo(parts, start.state.epoch) <= mostWorkAnew;
  const { structure, initial } = beginningOf(start.part, settings);
  const hasOwnData = typeof settings.options.data === 'object';
  return {
    options: { ...recordableOptions({ ...settings.options, ...pace }) },
    leftOut,
    data: hasOwnData ? changeOfData(null, settings) : null,
    structure,
    initial,
    state:
      start === first && first.state.step === 0
        ? null
        : stateOf(start, leftOut, timeline.logbook.history),
    events: eventsFrom(parts, start, goesOn ? null : current),
    epoch: run.epoch,
    step: run.step,
    lastEpoch: goesOn ? lastEpoch : run.epoch,
    fingerprint: hasFunctions(parts) ? null : fingerprintOf(run),
  };
}

// Whether the run has gone back from somewhere, be it within the epoch at hand.
function hasFuture(timeline: Timeline, lastEpoch: number): boolean {
  const { current } = timeline;
  const { run } = current;
  return (
    lastEpoch > run.epoch ||
    timeline.allParts().at(-1) !== current ||
    current.allChanges().some(([step, changes]) => step > run.step && changes.length > 0)
  );
}

function startOf(part: RecordedRun): Start {
  return { part, state: part.nearest(part.startEpoch), isChanged: false };
}

// The epoch at hand if it has just begun, or else the latest one before it that is remembered.
function latestStart(part: RecordedRun): Start {
  const { run } = part;
  return run.atEpochStart && run.phase.kind === 'between'
    ? { part, state: run.save(), isChanged: true }
    : { part, state: part.nearest(run.epoch), isChanged: false };
}

// Whether the run depends on a function that a link cannot hold.
function hasFunctions(parts: readonly RecordedRun[]): boolean {
  return parts.some((part) =>
    [part.nearest(part.startEpoch).settings, ...settingsOf(part)].some(
      ({ options }) => leftOutOf({ ...options, stopWhen: undefined }).length > 0,
    ),
  );
}

function settingsOf(part: RecordedRun): Settings[] {
  return part
    .allChanges()
    .flatMap(([, changes]) =>
      changes.flatMap((change) => ('settings' in change ? [change.settings] : [])),
    );
}

function workUpTo(parts: readonly RecordedRun[], epoch: number): number {
  return parts.reduce((sum, part, i) => {
    const end = Math.min(epoch, parts[i + 1]?.startEpoch ?? Infinity);
    const epochs = Math.max(0, end - part.startEpoch);
    const { model, settings } = part.run;
    return sum + workOfModel + epochs * workOfEpoch(model, settings);
  }, 0);
}
