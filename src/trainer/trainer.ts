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
import { architectureOf, type Architecture, type Reshape } from './architecture';
import { begin, beginReshaped } from './begin';
import type { Mark } from './changes';
import { Channels } from './channels';
import { frameLoop, type FrameLoop } from './frames';
import type { History, HistoryEntry, Measurement } from './history';
import type { Branch, Logbook } from './logbook';
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
import { Timeline } from './timeline';

/** A training run. Made by {@link createTrainer}. */
export class Trainer {
  private pace: Pace;
  private timeline: Timeline;

  private companions: readonly Trainer[] = [];
  private status: Status = 'idle';
  private divergence: Divergence | null = null;
  private changes = 0;
  private weightChanges = 0;
  private readonly planes = new Map<number, Plane>();
  private snapshot: Snapshot | null = null;
  private described: Sequential | null = null;
  private knownArchitecture: Architecture | null = null;

  private readonly channels: Channels;
  private readonly playback: Playback;

  /** @throws PancakeError if an option makes no sense */
  constructor(
    options: TrainerOptions = {},
    private readonly loop: FrameLoop = frameLoop,
  ) {
    this.channels = new Channels(loop);
    this.pace = paceOf(options);
    this.timeline = new Timeline(begin(options));
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
    return this.timeline.current.run.model;
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
    return this.timeline.current.run.optimizer;
  }
  /** What was measured at each epoch, from the untrained model on. */
  get history(): readonly HistoryEntry[] {
    return this.logbook.history.toArray();
  }
  /** The changes made by hand so far, in order. */
  get marks(): readonly Mark[] {
    return this.logbook.marks;
  }
  /** The latest futures that were given up: by going back and changing something, or by starting over. */
  get branches(): readonly Branch[] {
    return this.logbook.branches;
  }
  /** The shape of the model, if it is one that `reshape` can change; null otherwise. */
  get architecture(): Architecture | null {
    const { model } = this;
    if (this.described !== model) {
      this.described = model;
      this.knownArchitecture = architectureOf(model);
    }
    return this.knownArchitecture;
  }
  /** Epochs, the finished part of the one at hand included. */
  get progress(): number {
    return this.timeline.current.run.progress;
  }
  /** The history in columns, for drawing. */
  get curves(): History {
    return this.logbook.history;
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
    const { epoch, step } = this.timeline.current.run;
    return { status: this.status, epoch, step, ...this.timeline.current.measurement() };
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
      this.timeline.current.measure();
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
   * @throws PancakeError if the run has not been through that epoch, or too many models ago
   */
  seek(epoch: number): void {
    this.timeline.travel(epoch);
    this.weightChanges++;
    this.divergence = null;
    this.changed(epoch === 0 ? 'idle' : 'paused');
  }

  /**
   * Changes options while the run goes on. A new learning rate, batch size, loss, optimizer or
   * data set takes effect from here on, with the weights kept; so does dropout. A new model,
   * activation, seed or set of features starts over. An option set to `undefined` goes back to its
   * default.
   *
   * @throws PancakeError if an option makes no sense; then nothing is changed
   */
  set(options: Partial<TrainerOptions>): void {
    const { dropout, ...others } = options;
    if (!('dropout' in options && this.architecture)) return this.setAll(options);
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
    const parameter = run.parameters.findIndex((known) => known.name === name);
    const size = run.parameters[parameter]?.value.size ?? 0;
    ensure(
      size > 0,
      () =>
        `setParameter got the name ${show(name)}; the model has ${run.parameters.map((known) => known.name).join(', ')}`,
    );
    ensure(
      Number.isInteger(place) && place >= 0 && place < size,
      () => `setParameter got the place ${show(place)}; ${name} has places from 0 to ${size - 1}`,
    );
    ensure(
      typeof value === 'number' && Number.isFinite(value),
      () => `setParameter got the value ${show(value)}; it must be a finite number`,
    );
    this.timeline.edit({ parameter, place, value });
    if (run.progress === 0) initial[parameter]![place] = value;
    this.weightChanges++;
    this.divergence = null;
    this.changed(this.status === 'diverged' || this.status === 'done' ? 'paused' : this.status);
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
    this.weightChanges++;
    this.divergence = null;
    this.changed(this.status === 'diverged' || this.status === 'done' ? 'paused' : this.status);
  }

  private setAll(options: Partial<TrainerOptions>): void {
    const names = Object.keys(options) as (keyof TrainerOptions)[];
    const among = (group: OptionNames) => names.some((name) => group.includes(name));
    const given = { ...this.options, ...options };
    const settings = among(ofData)
      ? this.resolve(given)
      : this.resolve(given, { train: this.data, test: this.testData });

    if (among(ofModel) || !fits(this.model, settings.train)) this.rebuild(given);
    else if (names.some((name) => !ofPace.includes(name))) this.timeline.change(settings);
    // Another loss may read the model's output in another way.
    this.weightChanges++;
    this.pace = paceOf(given);
    this.changed(this.status);
  }

  /** While it plays, begins no epoch before all of these that play have finished the one before. */
  keepStepWith(trainers: readonly Trainer[]): void {
    this.companions = trainers.filter((trainer) => trainer !== this);
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

  private get logbook(): Logbook {
    return this.timeline.logbook;
  }

  private get settings(): Settings {
    return this.timeline.current.run.settings;
  }

  // A loss computes in the model's memory.
  private resolve(...given: Parameters<typeof resolveSettings>): Settings {
    return inArena(this.model.arena, () => resolveSettings(...given));
  }

  private rebuild(given: TrainerOptions): void {
    const drawAgain = given.model === this.model && given.seed !== this.settings.options.seed;
    const logbook = this.logbook.startOver();
    this.timeline = new Timeline(begin(given, { drawAgain, logbook }));
    this.weightChanges++;
    this.divergence = null;
    if (this.status !== 'running') this.status = 'idle';
  }

  private startOver(settings: Settings): void {
    const { model } = this;
    if (!fits(model, settings.train)) return this.rebuild(settings.options);
    const { initial } = this.timeline.current;
    model.parameters().forEach(({ value }, i) => value.data.set(initial[i]!));
    const logbook = this.logbook.startOver();
    this.timeline = new Timeline(new RecordedRun(model, settings, this.seed, initial, logbook));
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
      this.timeline.current.measure();
    } catch (error) {
      this.fail(error);
    }
    this.changes++;
    this.channels.requestDraw();
    if (this.status !== 'running' || this.channels.due(this.loop.time)) this.publish();
    return epochs === Infinity ? 0 : epochs - left;
  }

  private isAhead(): boolean {
    const { companions } = this;
    if (!companions.length) return false;
    const { run } = this.timeline.current;
    if (!run.atEpochStart) return false;
    for (let i = 0; i < companions.length; i++) {
      const other = companions[i]!;
      if (other.status === 'running' && other.timeline.current.run.epoch < run.epoch) return true;
    }
    return false;
  }

  // A run that stops being finite goes back to its last finite epoch; any other error pauses it.
  private fail(error: unknown): void {
    if (!(error instanceof NonFiniteError)) {
      this.changed('paused');
      throw error;
    }
    this.status = 'diverged';
    this.divergence = { layer: error.layer, message: error.message };
    this.timeline.retreat();
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
    const { run, history } = this.timeline.current;
    const { learningRate, batchSize } = run.settings;
    return Object.freeze({
      ...this.now,
      phase: run.phase,
      lastEpoch: history.length - 1,
      learningRate,
      scheduledRate: run.settings.schedule
        ? learningRate * run.settings.schedule(run.epoch)
        : learningRate,
      batchSize,
      firstEpoch: this.timeline.firstEpoch,
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
