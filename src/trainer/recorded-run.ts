// A run with a memory: what it measured, how to get back to any epoch, and what was changed when.
import type { Sequential } from '../engine';
import type { Reshape } from './architecture';
import {
  marksOf,
  sameOptimizer,
  supersedes,
  type Change,
  type Mark,
  type ParameterEdit,
} from './changes';
import { Checkpoints } from './checkpoints';
import { curves, readMeasurement, type History, type Measurement } from './history';
import { measure } from './measure';
import type { Logbook } from './logbook';
import { buildOptimizer, type Settings } from './settings';
import { Run, between, type RunState } from './run';

// A change, and what was measured after it: to be known where it cannot be measured again.
type Made = Change & { readonly measured: Float64Array };

/** A run that can go back to any of its epochs and go on from there with the same numbers. */
export class RecordedRun {
  readonly run: Run;
  /** The run whose model this one's was made from, to go back to; null if there is none. */
  before: RecordedRun | null = null;
  /** The change of shape that made this one's model of that one's; null if there was none. */
  reshapedBy: Reshape | null = null;
  /** The epoch at which it begins. */
  readonly startEpoch: number;

  private readonly checkpoints = new Checkpoints();
  // What was changed, in order, by the training step before which it came into force, and how many
  // of the changes at the present step are in force.
  private readonly changes = new Map<number, Made[]>();
  private applied = 0;
  private values: Float64Array = new Float64Array(curves.length);
  private measured = false;
  // What was measured at the last whole epoch, if that has no row in the history.
  private readonly whole = new Float64Array(curves.length);
  // Where the run was before it set out for another epoch.
  private left: RunState | undefined;

  /**
   * @param initial the parameters' values, to start over from
   * @param logbook what is known of the epochs before, and will be of those to come
   * @param start where it begins
   * @param restore puts the model and the optimizer in the state of that place
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  constructor(
    model: Sequential,
    settings: Settings,
    seed: number,
    readonly initial: readonly Float64Array[],
    readonly logbook: Logbook,
    start = { epoch: 0, step: 0 },
    restore?: (run: Run) => void,
  ) {
    this.startEpoch = start.epoch;
    this.run = new Run(model, settings, seed);
    Object.assign(this.run, start);
    restore?.(this.run);
    const values = this.measure();
    this.checkpoints.keep(this.save, values);
    logbook.truncate(start.epoch);
    this.history.record(start.epoch, values);
  }

  /** What was measured at each epoch, those before this run's beginning included. */
  get history(): History {
    return this.logbook.history;
  }

  /** The loss and accuracy of the model as it is now, in the order of `curves`. */
  measure(): Float64Array {
    if (!this.measured) measure(this.values, this.run.model, this.run.settings);
    this.measured = true;
    return this.values;
  }

  /** The loss and accuracy of the model as it is now. */
  measurement(): Measurement {
    return readMeasurement(this.measure());
  }

  /** Does the smallest part of a training step. */
  stepLayer(): void {
    this.advance('layer');
  }

  /** Does the rest of the training step at hand. */
  stepBatch(): void {
    this.advance('batch');
  }

  /**
   * Puts other settings in force from here on. What lay ahead, if the run had gone back, is gone.
   *
   * @throws PancakeError if the model cannot be measured with them; then nothing is changed
   */
  change(settings: Settings): void {
    this.rememberEpoch();
    const values = new Float64Array(curves.length);
    measure(values, this.run.model, settings);
    // An optimizer that cannot be made must not be part of the run's way.
    if (!sameOptimizer(settings, this.run.settings)) buildOptimizer(this.run.model, settings);
    const { loss, train, test } = this.run.settings;
    const judgesOtherwise =
      settings.loss !== loss || settings.train !== train || settings.test !== test;
    this.note({ settings }, values, marksOf(this.run.settings, settings, this.run.epoch));
    // The epoch at hand is told by the new loss or data, as the figures beside the history are.
    if (this.run.atEpochStart && judgesOtherwise) this.history.record(this.run.epoch, values);
    this.run.apply(settings);
  }

  /**
   * Sets one number of the model, from here on.
   *
   * @throws NonFiniteError if the model cannot be measured with it; then nothing is changed
   */
  edit(edit: ParameterEdit): void {
    this.rememberEpoch();
    const { data } = this.run.parameters[edit.parameter]!.value;
    const before = data[edit.place]!;
    const values = new Float64Array(curves.length);
    data[edit.place] = edit.value;
    try {
      measure(values, this.run.model, this.run.settings);
    } catch (error) {
      data[edit.place] = before;
      throw error;
    }
    const { name } = this.run.parameters[edit.parameter]!;
    this.note({ edit }, values, [{ epoch: this.run.epoch, kind: 'weights', value: name }]);
    if (this.run.atEpochStart) this.history.record(this.run.epoch, values);
    this.run.edit(edit);
  }

  /**
   * Goes to the end of an epoch that was reached before, and measures there. Where code of the page's own
   * throws on the way, the run stays where it was; if that was within an epoch, at the last whole one.
   */
  travel(epoch: number): void {
    const from = this.run.epoch;
    const turnBack = this.atWholeEpoch ? this.wayBack() : () => this.retreatFromFault(from);
    try {
      this.goTo(epoch);
      this.measure();
    } catch (error) {
      turnBack();
      throw error;
    }
  }

  /** Goes to where it begins. */
  begin(): void {
    this.goTo(this.startEpoch);
  }

  /** Is the run again, after another one had gone on from this place: the epoch at hand is this one's. */
  resume(): void {
    this.history.record(this.run.epoch, this.measure());
  }

  /** Goes back to the last epoch at which every number was finite. */
  retreat(epoch = this.lastWholeEpoch): void {
    this.restore(this.nearest(epoch));
    this.goTo(epoch);
  }

  /**
   * Goes back to a whole epoch after code of the page's own threw: to the last one, or, where that would
   * need the code again, to the last that is remembered. What was measured there is known.
   */
  retreatFromFault(epoch = this.lastWholeEpoch): void {
    try {
      this.retreat(epoch);
      this.measure();
    } catch {
      const { state, measured } = this.checkpoints.nearest(epoch);
      this.restore(state);
      this.applyChanges();
      this.values = (this.changesHere().at(-1)?.measured ?? measured).slice();
      this.measured = true;
    }
  }

  /** The latest state at or before an epoch of this run that is remembered. */
  nearest(epoch: number): RunState {
    return this.checkpoints.nearest(epoch).state;
  }

  /** All that was changed on the way, by the training step before which it came into force. */
  allChanges(): [step: number, changes: readonly Change[]][] {
    return [...this.changes].sort(([a], [b]) => a - b);
  }

  /** Forgets everything that lay ahead. */
  forgetFuture(): void {
    const { step, epoch } = this.run;
    for (const later of this.changes.keys()) if (later > step) this.changes.delete(later);
    this.changes.set(step, this.changesHere().slice(0, this.applied));
    this.checkpoints.truncate(epoch);
    this.logbook.truncate(epoch);
    if (!this.history.has(epoch)) this.history.record(epoch, this.whole);
  }

  private readonly save = (into?: RunState) => this.run.save(into);

  private get atWholeEpoch(): boolean {
    return this.run.atEpochStart && this.run.phase === between;
  }

  private get lastWholeEpoch(): number {
    return Math.min(this.run.epoch, this.history.length - 1);
  }

  private restore(state: RunState): void {
    this.run.restore(state);
    this.applied = 0;
  }

  private goTo(epoch: number): void {
    const { run } = this;
    const nearest = this.nearest(epoch);
    const onTheWay = this.atWholeEpoch && run.epoch <= epoch;
    if (!onTheWay || run.epoch < nearest.epoch) {
      this.restore(nearest);
    }
    this.applyChanges();
    while (run.epoch < epoch) {
      run.stepBatch();
      this.applied = 0;
      this.applyChanges();
    }
    this.measured = false;
  }

  private wayBack(): () => void {
    const { run, applied, measured } = this;
    const values = this.values.slice();
    const state = (this.left = run.save(this.left));
    return () => {
      run.restore(state);
      Object.assign(this, { applied, measured, values });
    };
  }

  // Before the run leaves an epoch: if something is changed within the next one, this is the last to be told.
  private rememberEpoch(): void {
    if (this.atWholeEpoch && !this.history.has(this.run.epoch)) this.whole.set(this.measure());
  }

  private note(change: Change, values: Float64Array, marks: readonly Mark[]): void {
    this.forgetFuture();
    const here = this.changesHere();
    const last = here.at(-1);
    if (last && supersedes(change, last)) here.pop();
    here.push({ ...change, measured: values.slice() });
    this.applied = here.length;
    this.values = values;
    this.measured = true;
    this.logbook.mark(marks);
  }

  private advance(unit: 'layer' | 'batch'): void {
    const { run } = this;
    const { epoch, step } = run;
    this.rememberEpoch();
    this.measured = false;
    if (unit === 'layer') run.stepLayer();
    else run.stepBatch();
    if (run.step === step) return;
    this.applied = 0;
    if (run.epoch > epoch) this.finishEpoch();
    this.applyChanges();
  }

  private finishEpoch(): void {
    const { run } = this;
    if (run.epoch === this.history.length) this.history.record(run.epoch, this.measure());
    if (this.checkpoints.due(run.epoch)) this.checkpoints.keep(this.save, this.measure());
  }

  private applyChanges(): void {
    const here = this.changes.get(this.run.step);
    if (!here) return;
    this.measured &&= this.applied === here.length;
    for (; this.applied < here.length; this.applied++) {
      const change = here[this.applied]!;
      if ('settings' in change) this.run.apply(change.settings);
      else this.run.edit(change.edit);
    }
  }

  private changesHere(): Made[] {
    return this.changes.get(this.run.step) ?? [];
  }
}
