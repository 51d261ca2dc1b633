// A run with a memory: what it measured, how to get back to any epoch, and what was changed when.
import type { Sequential } from '../engine';
import { Checkpoints } from './checkpoints';
import { History, curves, readMeasurement, type Measurement } from './history';
import { measure } from './measure';
import type { Settings } from './settings';
import { Run, between, type RunState } from './run';

/** A run that can go back to any of its epochs and go on from there with the same numbers. */
export class RecordedRun {
  readonly run: Run;
  readonly history = new History();

  private readonly checkpoints = new Checkpoints();
  // Settings, in order, by the training step before which they came into force.
  private readonly changes = new Map<number, Settings[]>();
  private values = new Float64Array(curves.length);
  private measured = false;

  /** @throws NonFiniteError if the untrained model gives a number that is not finite */
  constructor(model: Sequential, settings: Settings, seed: number) {
    this.run = new Run(model, settings, seed);
    this.checkpoints.keep(this.save);
    this.history.record(0, this.measure());
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
    const values = new Float64Array(curves.length);
    measure(values, this.run.model, settings);
    this.values = values;
    this.measured = true;
    const { step, epoch } = this.run;
    for (const later of this.changes.keys()) if (later > step) this.changes.delete(later);
    const here = this.changesSoFar();
    // A change of optimizer forgets what the one before remembered, even if it is taken back at
    // once; any other is as if the last one were the only one.
    if (here.at(-1)?.optimizer === settings.optimizer) here.pop();
    this.changes.set(step, [...here, settings]);
    this.checkpoints.truncate(epoch);
    this.history.truncate(epoch + 1);
    const { loss, train, test } = this.run.settings;
    const judgesOtherwise =
      settings.loss !== loss || settings.train !== train || settings.test !== test;
    // The epoch at hand is told by the new loss or data, as the figures beside the history are.
    if (this.run.atEpochStart && judgesOtherwise) this.history.record(epoch, values);
    this.run.apply(settings);
  }

  /** Goes to the end of an epoch that is in the history. */
  travel(epoch: number): void {
    const { run } = this;
    const nearest = this.checkpoints.nearest(epoch);
    const onTheWay = run.phase === between && run.atEpochStart && run.epoch <= epoch;
    if (!onTheWay || run.epoch < nearest.epoch) run.restore(nearest);
    while (run.epoch < epoch) {
      this.applyChanges();
      run.stepBatch();
    }
    this.applyChanges();
    this.measured = false;
  }

  /** Goes back to the last epoch at which every number was finite. */
  retreat(): void {
    const epoch = Math.min(this.run.epoch, this.history.length - 1);
    this.run.restore(this.checkpoints.nearest(epoch));
    this.travel(epoch);
  }

  private readonly save = (into?: RunState) => this.run.save(into);

  private advance(unit: 'layer' | 'batch'): void {
    const { run } = this;
    const { epoch } = run;
    if (run.phase === between) this.applyChanges();
    this.measured = false;
    if (unit === 'layer') run.stepLayer();
    else run.stepBatch();
    if (run.epoch === epoch) return;
    if (run.epoch === this.history.length) this.history.record(run.epoch, this.measure());
    if (this.checkpoints.due(run.epoch)) this.checkpoints.keep(this.save);
  }

  private applyChanges(): void {
    const here = this.changes.get(this.run.step);
    if (!here) return;
    for (const settings of here.slice(this.changesSoFar().length)) this.run.apply(settings);
  }

  // Those of the changes before this step that are in force already.
  private changesSoFar(): Settings[] {
    const here = this.changes.get(this.run.step) ?? [];
    return here.slice(0, here.indexOf(this.run.settings) + 1);
  }
}
