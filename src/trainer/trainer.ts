// Trainer: a training run as a store outside React. It plays, pauses, steps and travels in time.
import {
  NonFiniteError,
  PancakeError,
  ensure,
  inArena,
  show,
  type Dataset,
  type Optimizer,
  type Sequential,
  type Tensor,
  type TensorLike,
} from '../engine';
import { begin } from './begin';
import { Channels } from './channels';
import { frameLoop, type FrameLoop } from './frames';
import type { History, HistoryEntry, Measurement } from './history';
import { countWrong } from './measure';
import {
  defaultSpeed,
  ofData,
  ofModel,
  ofPace,
  paceOf,
  type OptionNames,
  type Pace,
  type TrainerOptions,
} from './options';
import { Plane } from './plane';
import { Playback } from './playback';
import { RecordedRun } from './recorded-run';
import { traceSample, type SampleTrace } from './sample-trace';
import { fits, resolveSettings, type Settings } from './settings';
import type { Divergence, Snapshot, Status, StepUnit } from './snapshot';
import { shouldStop } from './stop-rule';

/** A training run. Made by {@link createTrainer}. */
export class Trainer {
  private pace: Pace;
  private recorded: RecordedRun;
  private initial: Float64Array[];

  private status: Status = 'idle';
  private divergence: Divergence | null = null;
  private changes = 0;
  private weightChanges = 0;
  private readonly planes = new Map<number, Plane>();
  private snapshot: Snapshot | null = null;

  private readonly channels: Channels;
  private readonly playback: Playback;

  /** @throws PancakeError if an option makes no sense */
  constructor(
    options: TrainerOptions = {},
    private readonly loop: FrameLoop = frameLoop,
  ) {
    this.channels = new Channels(loop);
    this.pace = paceOf(options);
    const { recorded, initial } = begin(options);
    this.recorded = recorded;
    this.initial = initial;
    this.playback = new Playback(
      {
        plays: () => this.status === 'running',
        speed: () => this.pace.speed ?? defaultSpeed,
        train: (epochs, outOfTime) => this.trainFor(epochs, outOfTime),
      },
      loop,
    );
  }

  /** The options in force; after `seek`, those of that epoch. */
  get options(): Readonly<TrainerOptions> {
    return { ...this.settings.options, ...this.pace };
  }
  /** The model in training; another object after a change of model, seed or weights. */
  get model(): Sequential {
    return this.recorded.run.model;
  }
  /** The training data. */
  get data(): Dataset {
    return this.settings.train;
  }
  /** The test data, or null. */
  get testData(): Dataset | null {
    return this.settings.test;
  }
  /** The loss in use. */
  get loss(): Settings['loss'] {
    return this.settings.loss;
  }
  /** The optimizer in use. */
  get optimizer(): Optimizer {
    return this.recorded.run.optimizer;
  }
  /** What was measured at each epoch, from the untrained model on. */
  get history(): readonly HistoryEntry[] {
    return this.recorded.history.toArray();
  }
  /** The history in columns, for drawing. */
  get curves(): History {
    return this.recorded.history;
  }
  /** Counts the changes of anything that a figure shows: while it is the same, so is the picture. */
  get version(): number {
    return this.changes;
  }
  /** Counts the changes of the model's parameters: while it is the same, so is what it says. */
  get weightsVersion(): number {
    return this.weightChanges;
  }
  /** Whether pictures have to be coarse for the page to stay quick; never while the run rests. */
  get coarse(): boolean {
    return this.status === 'running' && this.loop.coarse;
  }
  /** The run in this very frame: like the snapshot, but never late. */
  get now(): { status: Status; epoch: number; step: number } & Measurement {
    const { epoch, step } = this.recorded.run;
    return { status: this.status, epoch, step, ...this.recorded.measurement() };
  }

  /** The run at this moment; the same object until listeners are told of a new one. */
  readonly getSnapshot = (): Snapshot => (this.snapshot ??= this.takeSnapshot());

  /**
   * Calls back when there is a new snapshot: at once after every action, and about eight times a
   * second while the run plays. Returns a function that ends it.
   */
  readonly subscribe = (listener: () => void): (() => void) => this.channels.subscribe(listener);

  /**
   * Calls back in every frame in which something changed, and in the next one: for drawing. Costs
   * nothing while nothing changes. Returns a function that ends it.
   */
  readonly onFrame = (listener: (time: number) => void): (() => void) =>
    this.channels.onFrame(listener);

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
    if (unit !== 'layer' && unit !== 'batch' && unit !== 'epoch') {
      throw new PancakeError(
        `step got the unit ${show(unit)}; it must be 'layer', 'batch' or 'epoch'`,
      );
    }
    if (!(Number.isInteger(n) && n >= 1)) {
      throw new PancakeError(`step got n = ${show(n)}; it must be a whole number of at least 1`);
    }
    if (this.status === 'diverged') return;
    this.status = 'paused';
    try {
      for (let i = 0; i < n && this.status === 'paused'; i++) this.stepOnce(unit);
      this.recorded.measure();
    } catch (error) {
      this.fail(error);
    }
    this.changed(this.status);
  }

  /** Starts over from the same weights. */
  reset(): void {
    this.startOver(this.settings);
    this.changed('idle');
  }

  /** Starts over from other weights: those of the next seed, or of the one given. */
  newWeights(seed = this.seed + 1): void {
    this.rebuild({ ...this.options, seed });
    this.changed('idle');
  }

  /** Starts over from the same weights, on the data of the next data seed, or of the one given. */
  newData(dataSeed = (this.options.dataSeed ?? 0) + 1): void {
    this.startOver(this.resolve({ ...this.options, dataSeed }));
    this.changed('idle');
  }

  /**
   * Goes to the end of an epoch that the run has been through, and pauses there. Going on from it
   * gives the same numbers again, unless something is changed.
   *
   * @throws PancakeError if the run has not been through that epoch
   */
  seek(epoch: number): void {
    const last = this.recorded.history.length - 1;
    ensure(
      Number.isInteger(epoch) && epoch >= 0 && epoch <= last,
      () =>
        `seek got ${show(epoch)}; it must be a whole number from 0 to ${last}, the epochs so far`,
    );
    this.recorded.travel(epoch);
    this.weightChanges++;
    this.divergence = null;
    this.changed(epoch === 0 ? 'idle' : 'paused');
  }

  /**
   * Changes options while the run goes on. A new learning rate, batch size, loss, optimizer or
   * data set takes effect from here on, with the weights kept; a new model, activation or seed
   * starts over. An option set to `undefined` goes back to its default.
   *
   * @throws PancakeError if an option makes no sense; then nothing is changed
   */
  set(options: Partial<TrainerOptions>): void {
    const names = Object.keys(options) as (keyof TrainerOptions)[];
    const among = (group: OptionNames) => names.some((name) => group.includes(name));
    const given = { ...this.options, ...options };
    const settings = among(ofData)
      ? this.resolve(given)
      : this.resolve(given, { train: this.data, test: this.testData });

    if (among(ofModel) || !fits(this.model, settings.train)) this.rebuild(given);
    else if (names.some((name) => !ofPace.includes(name))) this.recorded.change(settings);
    // Another loss may read the model's output in another way.
    this.weightChanges++;
    this.pace = paceOf(given);
    this.changed(this.status);
  }

  /** What the model says of these points: probabilities, or numbers for regression. */
  predict(x: TensorLike): Tensor {
    return this.loss.toPrediction(this.model.predict(x));
  }

  /**
   * What the model says of every point of a grid over the data's plane, and what each of its
   * layers makes of it. Computed once for all figures that ask, and only after a change.
   *
   * @param n how many points each way
   */
  plane(n: number): Plane {
    let plane = this.planes.get(n);
    if (plane?.domain !== this.data.domain || plane.of !== this.model) {
      plane = new Plane(this, this.data.domain, n);
      this.planes.set(n, plane);
    }
    return plane;
  }

  /** How many points of a data set the model classifies wrong; null for regression. */
  countWrong(data: Dataset = this.data): number | null {
    return countWrong(this.predict(data.x), data);
  }

  /**
   * One training point's way through the model and back, with the gradient of its own loss.
   * Nothing of the run is disturbed.
   *
   * @param sample the point's place in the training data
   * @throws PancakeError if there is no such point
   */
  trace(sample: number): SampleTrace {
    return traceSample(this.model, this.settings, sample);
  }

  private get seed(): number {
    return this.settings.options.seed ?? 0;
  }

  private get settings(): Settings {
    return this.recorded.run.settings;
  }

  // A loss computes in the model's memory.
  private resolve(...given: Parameters<typeof resolveSettings>): Settings {
    return inArena(this.model.arena, () => resolveSettings(...given));
  }

  private rebuild(given: TrainerOptions): void {
    const draw = given.model === this.model && given.seed !== this.settings.options.seed;
    const { recorded, initial } = begin(given, draw);
    this.weightChanges++;
    this.recorded = recorded;
    this.initial = initial;
    this.divergence = null;
    if (this.status !== 'running') this.status = 'idle';
  }

  private startOver(settings: Settings): void {
    const { model } = this;
    if (!fits(model, settings.train)) return this.rebuild(settings.options);
    model.parameters().forEach(({ value }, i) => value.data.set(this.initial[i]!));
    this.recorded = new RecordedRun(model, settings, this.seed);
    this.weightChanges++;
    this.divergence = null;
  }

  private checkStop(): void {
    const { stopWhen } = this.pace;
    if (stopWhen && this.meets(stopWhen)) this.status = 'done';
  }

  private meets(rule: NonNullable<Pace['stopWhen']>): boolean {
    return shouldStop(rule, () => this.takeSnapshot());
  }

  private stepOnce(unit: StepUnit): void {
    const { recorded } = this;
    this.weightChanges++;
    const { epoch } = recorded.run;
    if (unit === 'layer') recorded.stepLayer();
    else recorded.stepBatch();
    while (unit === 'epoch' && recorded.run.epoch === epoch) recorded.stepBatch();
    if (recorded.run.epoch > epoch) this.checkStop();
  }

  // A frame's share of training, in epochs.
  private trainFor(epochs: number, outOfTime: () => boolean): number {
    const { run } = this.recorded;
    let left = epochs;
    try {
      while (this.status === 'running' && left > 0) {
        const before = run.progress;
        this.stepOnce('batch');
        left -= run.progress - before;
        if (outOfTime()) break;
      }
      this.recorded.measure();
    } catch (error) {
      this.fail(error);
    }
    this.changes++;
    this.channels.requestDraw();
    if (this.status !== 'running' || this.channels.due(this.loop.time)) this.publish();
    return epochs === Infinity ? 0 : epochs - left;
  }

  // A run that stops being finite goes back to its last finite epoch; any other error pauses it.
  private fail(error: unknown): void {
    if (!(error instanceof NonFiniteError)) {
      this.changed('paused');
      throw error;
    }
    this.status = 'diverged';
    this.divergence = { layer: error.layer, message: error.message };
    this.recorded.retreat();
    this.weightChanges++;
  }

  private changed(status: Status): void {
    this.status = status;
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

  private takeSnapshot(): Snapshot {
    const { run, history } = this.recorded;
    const { learningRate, batchSize } = run.settings;
    return Object.freeze({
      ...this.now,
      phase: run.phase,
      lastEpoch: history.length - 1,
      learningRate,
      batchSize,
      speed: this.pace.speed ?? defaultSpeed,
      divergence: this.divergence,
    });
  }
}

/**
 * A training run as a store: `play`, `pause`, `step`, `seek`, `set`, and `subscribe`. It does not
 * need React.
 *
 * @throws PancakeError if an option makes no sense
 */
export function createTrainer(options: TrainerOptions = {}): Trainer {
  return new Trainer(options);
}
