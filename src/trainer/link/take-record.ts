// Taking the record of a run. The run is not disturbed.
import { PancakeError, Sequential, ensure, structureOf, type LayerJSON } from '../../engine';
import { begin } from '../begin';
import type { Change } from '../changes';
import { curves, type History } from '../history';
import { ofData, type Pace, type TrainerOptions } from '../options';
import type { RecordedRun } from '../recorded-run';
import type { Run, RunState } from '../run';
import type { Settings } from '../settings';
import type { Timeline } from '../timeline';
import { countParameters, workOfEpoch } from '../work';
import { checksum } from './bytes';
import { limits, mostWorkAnew, workOfModel } from './limits';
import { changeOfData } from './points';
import { changeOfOptions, leftOutOf, ofTraining, recordableOptions } from './recordable-options';
import type { LeftOut, RecordedEvent, RecordedState, RunRecord } from './record';

/** What `encodeRun` takes. */
export interface RecordOptions {
  /**
   * Whether the link holds the weights. Without them the run is trained again when the link is
   * opened. A run that cannot be, or not quickly, takes its weights along in any case.
   * @default false
   */
  weights?: boolean;
}

/** The epochs of the history that a link with weights holds; of a longer one every second, and so on. */
const mostHistory = 400;

/** Where a record begins: a part of the run, and its state there. */
interface Start {
  part: RecordedRun;
  state: RunState;
  /** Whether what was changed at this very step is in the state. */
  isChanged: boolean;
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

/** The checksum of all parameters of a run. */
export function fingerprintOf(run: Run): number {
  return checksum(new Uint8Array(joined(run.parameters.map(({ value }) => value.data)).buffer));
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

// The model and the weights to start over from, as far as the options do not tell.
function beginningOf(
  { run, initial }: RecordedRun,
  settings: Settings,
): Pick<RunRecord, 'structure' | 'initial'> {
  const { options } = settings;
  const { model: given } = options;
  const isGiven = given instanceof Sequential || typeof given === 'function';
  const layers = structureOf(run.model);
  const drawn = isGiven ? null : drawnRun(options);
  const isSame =
    drawn !== null && JSON.stringify(structureOf(drawn.model)) === JSON.stringify(layers);
  const values = joined(initial);
  const isDrawn =
    isSame &&
    joined(drawn.parameters.map(({ value }) => value.data)).every((value, i) =>
      Object.is(value, values[i]),
    );
  return {
    structure: isSame ? null : { model: layers satisfies LayerJSON, given: isGiven },
    initial: isDrawn ? null : values,
  };
}

function drawnRun(options: TrainerOptions): Run | null {
  try {
    return begin(options).run;
  } catch {
    return null;
  }
}

function stateOf(
  { part: { run }, state }: Start,
  leftOut: readonly LeftOut[],
  history: History,
): RecordedState {
  const { epoch, step, optimizerSteps, gradients, values } = state;
  const weights: Float64Array[] = [];
  const memory: Float64Array[] = [];
  // How many numbers an optimizer remembers of each parameter.
  const slots = values.length / countParameters(run.model) - 1;
  let at = 0;
  for (const { value } of run.parameters) {
    weights.push(values.slice(at, (at += value.size)));
    memory.push(values.slice(at, (at += slots * value.size)));
  }
  const every = distanceOfRows(history, epoch);
  const rows = Math.ceil(epoch / every);
  return {
    epoch,
    step,
    weights: joined(weights),
    memory: leftOut.includes('optimizer') ? null : joined(memory),
    optimizerSteps,
    gradients: gradients && joined(gradients),
    history: {
      every,
      columns: curves.map((curve) => {
        const column = history.curve(curve);
        return Float64Array.from({ length: rows }, (_, row) => column[history.rowAt(row * every)]!);
      }),
    },
  };
}

// So that each row of the link has one in the history, which of a long run does not have every epoch.
function distanceOfRows(history: History, epoch: number): number {
  const least = Math.max(1, Math.ceil(epoch / mostHistory));
  for (let { every } = history; ; every *= 2) {
    const distance = every * Math.ceil(least / every);
    let at = 0;
    while (at < epoch && history.has(at)) at += distance;
    if (at >= epoch) return distance;
  }
}

// What was changed from there on; up to where the run stands, if its future is left out.
function eventsFrom(
  parts: readonly RecordedRun[],
  start: Start,
  last: RecordedRun | null,
): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  const end = last ? last.run.step : Infinity;
  for (let i = parts.indexOf(start.part); i < parts.length; i++) {
    const part = parts[i]!;
    const isFirst = part === start.part;
    const { step: from, settings } = isFirst ? start.state : part.nearest(part.startEpoch);
    let before = settings;
    for (const [step, changes] of part.allChanges()) {
      if (step > end) break;
      if (isFirst && (step < from || (start.isChanged && step === from))) continue;
      for (const change of changes) {
        const event = eventOf(step, change, before);
        if (event) events.push(event);
        if ('settings' in change) before = change.settings;
      }
    }
    const next = parts[i + 1];
    if (!next || part === last) break;
    ensure(next.reshapedBy, () => 'a link cannot hold how this model was changed');
    events.push({ step: next.nearest(next.startEpoch).step, reshape: next.reshapedBy });
  }
  if (events.length > limits.events) {
    throw new PancakeError(
      `the run was changed ${events.length} times; a link holds at most ${limits.events} changes, so take one with the weights`,
    );
  }
  return events;
}

function eventOf(step: number, change: Change, before: Settings): RecordedEvent | null {
  if ('edit' in change) return { step, edit: change.edit };
  const { settings } = change;
  const { data } = settings.options;
  const isOwn = typeof data === 'object';
  const options = changeOfOptions(before.options, settings.options, [
    ...ofTraining,
    ...ofData.filter((name) => name !== 'data' || !isOwn),
  ]);
  const points = isOwn && changeOfData(before, settings);
  const moved = points && (points.train !== null || points.test !== null) ? points : null;
  const becameOwn = isOwn && typeof before.options.data !== 'object';
  if (!moved && !becameOwn && Object.keys(options).length === 0) return null;
  return { step, options, data: moved ?? (becameOwn ? { train: null, test: null } : null) };
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
