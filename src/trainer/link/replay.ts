// Bringing a run back from its record, step by step as it went.
import {
  Arena,
  PancakeError,
  type Sequential,
  ensure,
  fromStructure,
  inArena,
  type Parameter,
} from '../../engine';
import { architectureOf } from '../architecture';
import { beginReshaped } from '../begin';
import { buildModel, fits } from '../build-model';
import { checkParameterEdit } from '../changes';
import { Logbook } from '../logbook';
import { curves, type History } from '../history';
import { paceOf, type Pace, type TrainerOptions } from '../options';
import { RecordedRun } from '../recorded-run';
import type { Run } from '../run';
import { resolveSettings } from '../settings';
import { Timeline } from '../timeline';
import { countParameters, workOf, workOfEpoch } from '../work';
import { Budget, limits, workOfModel } from './limits';
import { changedData } from './points';
import { optionsToKeep } from './recordable-options';
import type { RecordedEvent, RecordedState, RunRecord } from './record';
import { fingerprintOf } from './take-state';

/** A run, and when it trains. */
export interface Replayed {
  timeline: Timeline;
  pace: Pace;
}

/**
 * The run of a record, at its epoch.
 *
 * @param own the options of the page, for those that a link cannot hold
 * @throws PancakeError if the record makes no sense, asks for too much, or does not come out as it says
 */
export function replay(record: RunRecord, own: TrainerOptions): Replayed {
  try {
    return bringBack(record, own);
  } catch (error) {
    if (error instanceof PancakeError) throw error;
    throw new PancakeError(`the link cannot be opened: ${(error as Error).message}`);
  }
}

function bringBack(record: RunRecord, own: TrainerOptions): Replayed {
  const budget = new Budget();
  const kept = optionsToKeep(own, record.leftOut);
  const options = { ...record.options, ...kept };
  const timeline = new Timeline(beginRecorded(record, options, budget));
  for (const event of record.events) {
    goTo(timeline, event.step, budget);
    perform(timeline, event, budget);
  }
  goToEpoch(timeline, record.lastEpoch, budget);
  const { epoch, step } = timeline.current.run;
  if (epoch !== record.epoch || step !== record.step) timeline.travel(record.epoch);
  goTo(timeline, record.step, budget);
  const { run } = timeline.current;
  ensure(
    run.epoch === record.epoch && timeline.logbook.history.length === record.lastEpoch + 1,
    () => `the link says epoch ${record.epoch}, but its run is at epoch ${run.epoch} then`,
  );
  ensure(
    record.fingerprint === null || fingerprintOf(run) === record.fingerprint,
    () =>
      'the run of this link does not come out as it was when the link was made; it may be of another version of this page',
  );
  timeline.current.measure();
  return { timeline, pace: paceOf(options) };
}

function beginRecorded(record: RunRecord, given: TrainerOptions, budget: Budget): RecordedRun {
  return inArena(new Arena(), () => {
    const options = { ...given };
    if (record.data) options.data = ownData(changedData(null, record.data));
    const { structure, state } = record;
    const held = structure && fromStructure(structure.model);
    if (structure?.given) options.model = held!;
    const settings = resolveSettings(options);
    const model = held ?? buildModel(options, settings);
    checkSize(model);
    ensure(fits(model, settings.train), () => 'the model of the link does not fit its data');
    const initial = model.parameters().map(({ value }) => value.data.slice());
    if (record.initial) spread(record.initial, initial);
    model.parameters().forEach(({ value }, i) => value.data.set(initial[i]!));
    budget.spend(workOfModel + workOfEpoch(model, settings));
    const logbook = new Logbook();
    if (state) fillHistory(logbook.history, state);
    const start = state ? { epoch: state.epoch, step: state.step } : undefined;
    const restore = state ? (run: Run) => putBack(run, state) : undefined;
    const { seed = 0 } = options;
    return new RecordedRun(model, settings, seed, initial, logbook, start, restore);
  });
}

function perform(timeline: Timeline, event: RecordedEvent, budget: Budget): void {
  const { current } = timeline;
  const { model, settings, parameters, epoch } = current.run;
  const points = settings.train.x.shape[0]! + (settings.test?.x.shape[0] ?? 0);
  budget.spend(workOf(model, points, 1));
  if ('edit' in event) {
    const { parameter, place, value } = event.edit;
    const name = parameters[parameter]?.name ?? `parameter ${parameter}`;
    timeline.edit(checkParameterEdit(parameters, name, place, value));
    if (current.run.progress === 0) current.initial[parameter]![place] = value;
  } else if ('reshape' in event) {
    const architecture = architectureOf(model);
    ensure(architecture, () => `the link changes the shape of ${model.describe()}, which has none`);
    budget.spend(workOfModel);
    timeline.append(() => beginReshaped(current, architecture, event.reshape));
    const changed = timeline.current.run.model;
    checkSize(changed);
    timeline.logbook.mark([{ epoch, kind: 'model', value: changed.describe() }]);
  } else {
    const options = { ...settings.options, ...event.options };
    const isNewData =
      event.data ||
      ['data', 'points', 'noise', 'testRatio', 'dataSeed'].some((name) => name in event.options);
    inArena(model.arena, () => {
      const { train, test } = settings;
      const data = event.data ? changedData({ train, test }, event.data) : { train, test };
      if (event.data) options.data = ownData(data);
      const changed = resolveSettings(options, isNewData && !event.data ? undefined : data);
      ensure(
        fits(model, changed.train),
        () => 'the link changes to data that its model does not fit',
      );
      budget.spend(workOf(model, changed.train.x.shape[0]!, 1));
      timeline.change(changed);
    });
  }
}

function goTo(timeline: Timeline, step: number, budget: Budget): void {
  while (timeline.current.run.step < step) stepOnce(timeline, budget);
  ensure(
    timeline.current.run.step === step,
    () => `the link changes something before step ${step}, which has gone by`,
  );
}

function goToEpoch(timeline: Timeline, epoch: number, budget: Budget): void {
  while (timeline.current.run.epoch < epoch) stepOnce(timeline, budget);
}

function stepOnce(timeline: Timeline, budget: Budget): void {
  const { run } = timeline.current;
  const { train, test, batchSize } = run.settings;
  const points = batchSize === 'full' ? train.x.shape[0]! : Math.min(batchSize, train.x.shape[0]!);
  budget.spend(workOf(run.model, points, 1));
  const { epoch } = run;
  timeline.stepBatch();
  if (run.epoch > epoch) {
    budget.spend(workOf(run.model, train.x.shape[0]! + (test?.x.shape[0] ?? 0), 1) / 2);
  }
}

// What was not held has the value of the last epoch before it that was.
function fillHistory(
  history: History,
  { epoch, history: { every, columns } }: RecordedState,
): void {
  ensure(
    columns.length === curves.length &&
      columns.every(({ length }) => length === Math.ceil(epoch / every)),
    () => 'the link has a history of another length than its epochs',
  );
  const row = new Float64Array(curves.length);
  history.reserve(epoch + 1);
  for (let at = 0; at < epoch; at += history.every) {
    columns.forEach((column, c) => (row[c] = column[Math.floor(at / every)]!));
    history.record(at, row);
  }
}

function putBack(run: Run, state: RecordedState): void {
  const { optimizer, parameters } = run;
  spread(
    state.weights,
    parameters.map(({ value }) => value.data),
  );
  const slots = optimizer.remembered().flat();
  const size = slots.reduce((sum, slot) => sum + slot.size, 0);
  if (state.memory?.length === size)
    spread(
      state.memory,
      slots.map(({ data }) => data),
    );
  else if (state.memory)
    throw new PancakeError(`the link holds the memory of another optimizer than ${optimizer.type}`);
  optimizer.steps = state.optimizerSteps;
  if (state.gradients) run.sumGradients(parted(state.gradients, parameters));
}

function parted(all: Float64Array, parameters: readonly Parameter[]): Float64Array[] {
  const parts = parameters.map(({ value }) => new Float64Array(value.size));
  spread(all, parts);
  return parts;
}

function spread(all: Float64Array, parts: readonly Float64Array[]): void {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  ensure(
    all.length === size,
    () => `the link holds ${all.length} numbers of a model that has ${size}`,
  );
  let at = 0;
  for (const part of parts) {
    part.set(all.subarray(at, at + part.length));
    at += part.length;
  }
}

function checkSize(model: Sequential): void {
  const count = countParameters(model);
  ensure(
    count <= limits.parameters,
    () => `the link's model has ${count} parameters; at most ${limits.parameters} are allowed`,
  );
}

function ownData({
  train,
  test,
}: ReturnType<typeof changedData>): NonNullable<TrainerOptions['data']> {
  return test ? { train, test } : train;
}
