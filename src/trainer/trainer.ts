// Trainer: a training run as a store outside React. It plays, pauses, steps and travels in time.
import { Dropout, NonFiniteError, ensure, show } from '../engine';
import type { Reshape } from './architecture';
import { beginReshaped } from './begin';
import { checkParameterEdit } from './changes';
import { faultOfRun, type Fault } from './fault';
import { replay, type RunRecord } from './link';
import { defaultSpeed, ofPace, paceOf, type TrainerOptions } from './options';
import { Playback } from './playback';
import { epochsToTrain, withWeights } from './poster';
import { RunView } from './run-view';
import { frameLoop, type FrameLoop } from './shared-frames';
import type { Status, StepUnit } from './snapshot';
import { fromOptions, fromStart, resolveFor, settingsToGoOn } from './start-over';
import { shouldStop } from './stop-rule';
import { Timeline } from './timeline';
import { measuresLong } from './work';

/** A training run. Made by {@link createTrainer}. */
export class Trainer extends RunView {
  private companions: readonly Trainer[] = [];
  // What a fault kept the run from.
  private again: (() => void) | null = null;
  private readonly playback: Playback;

  /** @throws PancakeError if an option makes no sense, or the poster takes too long */
  constructor(options: TrainerOptions = {}, loop: FrameLoop = frameLoop) {
    super(options, loop);
    this.playback = new Playback(
      {
        plays: () => this.status === 'running',
        speed: () => this.pace.speed ?? defaultSpeed,
        train: (epochs, outOfTime) => this.trainFor(epochs, outOfTime),
        measuresLong: () => measuresLong(this.timeline.current.run),
        tell: () => this.tellFrame(),
      },
      loop,
    );
    this.showPoster(options);
  }

  /**
   * Tells whether one of this run's figures can be seen. A run that has figures trains only while
   * one of them can be. Returns a function that takes the figure out.
   */
  readonly sight = (figure: object, visible: boolean): (() => void) =>
    this.playback.sight(figure, visible);

  /** Trains frame by frame until paused or done. Does nothing once the run is done or diverged. */
  play(): void {
    if (this.status !== 'idle' && this.status !== 'paused') return;
    this.playback.start();
    this.changed('running');
  }

  /** Stops training; `play` goes on from here. */
  pause(): void {
    if (this.status === 'running') this.changed('paused');
  }

  /**
   * Trains by hand, at once: `n` layers, batches or epochs. Pauses a run that plays; does nothing
   * once it has diverged. An epoch that has begun is finished first. A stop rule ends it early.
   *
   * @throws PancakeError if the unit is unknown or n is not a whole number of at least 1
   */
  step(unit: StepUnit = 'epoch', n = 1): void {
    ensure(
      unit === 'layer' || unit === 'batch' || unit === 'epoch',
      () => `step got the unit ${show(unit)}; it must be 'layer', 'batch' or 'epoch'`,
    );
    ensure(
      Number.isInteger(n) && n >= 1,
      () => `step got n = ${show(n)}; it must be a whole number of at least 1`,
    );
    if (this.status === 'diverged') return;
    this.status = 'paused';
    try {
      for (let i = 0; i < n && this.status === 'paused'; i++) this.stepOnce(unit);
      this.timeline.current.measure();
    } catch (error) {
      this.fail(error);
    }
    this.changed(this.status);
  }

  /** Does again what failed, after a fault: trains on, or goes where it was to go. Without one, does nothing. */
  retry(): void {
    this.again?.();
  }

  /** Starts over from the same weights. */
  reset(): void {
    this.goThere(
      () => this.moved(fromStart(this.timeline, this.settings)),
      () => this.reset(),
    );
    this.changed('idle');
  }

  /** Starts over from other weights: those of the next seed, or of the one given. */
  newWeights(seed = this.seed + 1): void {
    this.moved(fromOptions(this.timeline, { ...this.options, seed }));
    this.changed('idle');
  }

  /** Starts over from the same weights, on the data of the next data seed, or of the one given. */
  newData(dataSeed = (this.options.dataSeed ?? 0) + 1): void {
    const settings = resolveFor(this.timeline, { ...this.options, dataSeed });
    this.moved(fromStart(this.timeline, settings));
    this.changed('idle');
  }

  /**
   * Goes to the end of an epoch that the run has been through, and pauses there. Going on from it
   * gives the same numbers again, unless something is changed.
   *
   * @throws PancakeError if the run has not been through that epoch, or too many models ago
   */
  seek(epoch: number): void {
    this.timeline.ensureReach(epoch);
    this.goThere(
      () => this.timeline.travel(epoch),
      () => this.seek(epoch),
    );
    this.moved();
    this.changed(epoch === 0 ? 'idle' : 'paused');
  }

  /**
   * Changes options while the run goes on. A new learning rate, batch size, loss, optimizer or
   * data set takes effect from here on, with the weights kept; so does dropout. A new model,
   * activation, seed or set of features starts over. An option set to `undefined` goes back to its
   * default.
   *
   * @param options what changes
   * @param how.quietly whether readers are told at their own pace, as for each frame of a drag, and not
   *   at once
   * @throws PancakeError if an option makes no sense; then nothing is changed
   */
  set(options: Partial<TrainerOptions>, { quietly = false } = {}): void {
    const { dropout, ...others } = options;
    const isReshape =
      'dropout' in options &&
      this.architecture &&
      settingsToGoOn(this.timeline, { ...this.options, ...others }, namesOf(others));
    if (!isReshape) return this.setAll(options, quietly);
    // Refused before anything else is changed.
    void new Dropout({ p: dropout ?? 0 });
    const before = this.options;
    this.setAll(others);
    try {
      this.reshape({ kind: 'setDropout', p: dropout ?? 0 });
    } catch (error) {
      this.setAll(
        Object.fromEntries(Object.keys(others).map((name) => [name, before[name as never]])),
      );
      throw error;
    }
  }

  /**
   * Sets one number of the model by hand: the run goes on from there. Before the first step, the
   * number is also the one that `reset` goes back to.
   *
   * @param name the parameter, as in `model.parameters()`: `'0.weight'`
   * @param place the number's place in it, row by row
   * @throws PancakeError if there is no such number, or the value is not finite
   * @throws NonFiniteError if the model's loss is not finite with it; then nothing is changed
   */
  setParameter(name: string, place: number, value: number): void {
    const { run, initial } = this.timeline.current;
    const edit = checkParameterEdit(run.parameters, name, place, value);
    this.timeline.edit(edit);
    if (run.progress === 0) initial[edit.parameter]![place] = value;
    this.goOn();
  }

  /**
   * Changes the shape of the model and goes on: the parameters of all that did not change are kept,
   * new ones are drawn from the seed. The optimizer starts without memory.
   *
   * @throws PancakeError if the change makes no sense for this model; then nothing is changed
   */
  reshape(change: Reshape): void {
    const { architecture } = this;
    ensure(
      architecture,
      () =>
        `reshape works on features, then linear layers with activations; this model is ${this.model.describe()}`,
    );
    this.timeline.append(() => beginReshaped(this.timeline.current, architecture, change));
    this.logbook.mark([{ epoch: this.now.epoch, kind: 'model', value: this.model.describe() }]);
    this.goOn();
  }

  /**
   * Takes the last `reshape` back: the model is the one before it, as it was at that epoch, to the
   * bit. Epochs trained since are given up; their curve is kept in `branches`. Does nothing where
   * there is nothing to take back.
   */
  undoReshape(): void {
    const isUndone = this.goThere(
      () => this.timeline.undoAppend(),
      () => this.undoReshape(),
    );
    if (isUndone) this.goOn();
  }

  /**
   * Becomes the run of a record, at its epoch, and rests there. Options that a record cannot hold,
   * such as an optimizer given as a function, stay as they are.
   *
   * @param record what `decodeRun` made of a link
   * @throws PancakeError if the record makes no sense or asks for too much; then nothing is changed
   */
  open(record: RunRecord): void {
    const { timeline, pace } = replay(record, this.options);
    this.moved(timeline);
    this.pace = pace;
    this.status = timeline.current.run.progress === 0 ? 'idle' : 'paused';
    if (this.status === 'paused') this.checkStop();
    this.changed(this.status);
  }

  /** While it plays, begins no epoch before all of these that play have finished the one before. */
  keepStepWith(trainers: readonly Trainer[]): void {
    this.companions = trainers.filter((trainer) => trainer !== this);
  }

  private showPoster(options: TrainerOptions): void {
    const { current } = this.timeline;
    const epochs = epochsToTrain(current, options);
    if (epochs > 0) this.step('epoch', epochs);
    if (options.weights === undefined) return;
    this.moved(new Timeline(withWeights(current, this.seed, options)));
    if (this.now.epoch > 0) this.status = 'paused';
  }

  private setAll(options: Partial<TrainerOptions>, quietly = false): void {
    const given = { ...this.options, ...options };
    const names = namesOf(options);
    const settings = settingsToGoOn(this.timeline, given, names);
    if (!settings) {
      this.moved(fromOptions(this.timeline, given));
      if (this.status !== 'running') this.status = 'idle';
    } else if (names.some((name) => !ofPace.includes(name))) this.timeline.change(settings);
    // Another loss may read the model's output in another way.
    this.weightChanges++;
    this.pace = paceOf(given);
    if (quietly && !this.channels.due(this.loop.now())) {
      this.changes++;
      this.channels.requestDraw();
    } else this.changed(this.status);
  }

  // Something was changed by hand that lets a run that had ended go on.
  private goOn(): void {
    this.moved();
    this.changed(this.status === 'diverged' || this.status === 'done' ? 'paused' : this.status);
  }

  // The model has other weights than before, and gives finite numbers with them.
  private moved(timeline = this.timeline): void {
    this.timeline = timeline;
    this.weightChanges++;
    this.divergence = null;
  }

  private checkStop(): void {
    const { stopWhen } = this.pace;
    if (stopWhen && shouldStop(stopWhen, this.takeSnapshot())) this.status = 'done';
  }

  private stepOnce(unit: StepUnit): void {
    const { timeline } = this;
    this.weightChanges++;
    const { epoch } = timeline.current.run;
    if (unit === 'layer') timeline.stepLayer();
    else timeline.stepBatch();
    while (unit === 'epoch' && timeline.current.run.epoch === epoch) timeline.stepBatch();
    if (timeline.current.run.epoch > epoch) this.checkStop();
  }

  // A frame's share of training, in epochs.
  private trainFor(epochs: number, outOfTime: () => boolean): number {
    let left = epochs;
    try {
      while (this.status === 'running' && left > 0 && !this.isAhead()) {
        const before = this.progress;
        this.stepOnce('batch');
        left -= this.progress - before;
        if (outOfTime()) break;
      }
    } catch (error) {
      this.fail(error);
    }
    this.changes++;
    return epochs === Infinity ? 0 : epochs - left;
  }

  // What was trained is measured, drawn and read.
  private tellFrame(): void {
    try {
      if (this.status === 'running') this.timeline.current.measure();
    } catch (error) {
      this.fail(error);
    }
    this.changes++;
    this.channels.requestDraw();
    if (this.status !== 'running' || this.channels.due(this.loop.time)) this.publish();
  }

  private isAhead(): boolean {
    const { companions } = this;
    const { run } = this.timeline.current;
    if (!run.atEpochStart) return false;
    for (let i = 0; i < companions.length; i++) {
      const other = companions[i]!;
      if (other.status === 'running' && other.timeline.current.run.epoch < run.epoch) return true;
    }
    return false;
  }

  // A run that stops being finite goes back to its last finite epoch; any other error pauses it at a
  // whole epoch.
  private fail(thrown: unknown): void {
    if (!(thrown instanceof NonFiniteError)) {
      this.timeline.retreatFromFault();
      this.status = 'paused';
      this.rest(thrown, 'training', () => this.play());
    }
    this.status = 'diverged';
    this.divergence = { layer: thrown.layer, message: thrown.message };
    this.timeline.retreat();
    this.weightChanges++;
  }

  // Goes to another epoch. If code of the page's own throws on the way, the run rests where it was.
  private goThere<T>(go: () => T, again: () => void): T {
    try {
      return go();
    } catch (thrown) {
      this.rest(thrown, 'travel', again);
    }
  }

  // Rests after a fault, and says so.
  private rest(thrown: unknown, during: Fault['during'], again: () => void): never {
    const error = faultOfRun(thrown);
    this.weightChanges++;
    this.again = again;
    const status = this.status === 'running' ? 'paused' : this.status;
    this.changed(status, { during, message: error.message });
    throw error;
  }

  private changed(status: Status, fault: Fault | null = null): void {
    this.status = status;
    this.fault = fault;
    if (!fault) this.again = null;
    this.playback.schedule();
    this.changes++;
    this.publish();
    this.channels.requestDraw();
  }

  // The snapshot is taken when somebody asks for it.
  private publish(): void {
    if (this.status !== 'running') this.playback.schedule();
    this.snapshot = null;
    this.channels.publish();
  }
}

const namesOf = (options: Partial<TrainerOptions>) =>
  Object.keys(options) as (keyof TrainerOptions)[];

/**
 * A training run as a store: `play`, `pause`, `step`, `seek`, `set`, and `subscribe`. It does not
 * need React.
 *
 * @throws PancakeError if an option makes no sense
 */
export function createTrainer(options: TrainerOptions = {}): Trainer {
  return new Trainer(options);
}
