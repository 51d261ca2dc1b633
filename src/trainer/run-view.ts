// What can be seen of a run: its options, its model and data, its numbers, and what the model says.
import type {
  Dataset,
  Optimizer,
  RunDescription,
  RunExportOptions,
  Sequential,
  Tensor,
  TensorLike,
} from '../engine';
import { architectureOf, type Architecture } from './architecture';
import { begin } from './begin';
import type { Mark } from './changes';
import { Channels } from './channels';
import { describeRun } from './describe-run';
import { gradientsOf } from './gradients';
import type { History, HistoryEntry, Measurement } from './history';
import type { Branch, Logbook } from './logbook';
import { countWrong } from './measure';
import { defaultSpeed, paceOf, type Pace, type TrainerOptions } from './options';
import type { Fault } from './fault';
import { Plane, type PlaneValues } from './plane';
import { Preview, isDear } from './preview';
import { rehearse, type Rehearsal } from './rehearsal';
import { traceSample, type SampleTrace } from './sample-trace';
import type { Settings } from './settings';
import type { FrameLoop } from './shared-frames';
import { takeRecord, type RecordOptions, type RunRecord } from './link';
import type { Divergence, Snapshot, Status } from './snapshot';
import { Timeline } from './timeline';

/** A run, as far as looking at it goes; `Trainer` adds what can be done with it. */
export abstract class RunView {
  protected pace: Pace;
  protected timeline: Timeline;
  protected status: Status = 'idle';
  protected divergence: Divergence | null = null;
  protected fault: Fault | null = null;
  protected changes = 0;
  protected weightChanges = 0;
  protected snapshot: Snapshot | null = null;
  protected readonly channels: Channels;

  private readonly planes = new Map<number, Plane>();
  private readonly previews = new WeakMap<Plane, PlaneValues>();
  private described: Sequential | null = null;
  private knownArchitecture: Architecture | null = null;

  constructor(
    options: TrainerOptions,
    protected readonly loop: FrameLoop,
  ) {
    this.channels = new Channels(loop);
    this.pace = paceOf(options);
    this.timeline = new Timeline(begin(options));
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
  /**
   * What was measured at each epoch, from the untrained model on. Of a run of more than 16,384 epochs, at every
   * second one, every fourth, and so on, and at the last: each entry says its `epoch`.
   */
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
  /** Whether there is a change of the model's shape that `undoReshape` can take back. */
  get canUndoReshape(): boolean {
    return this.timeline.current.before !== null;
  }
  /** Epochs, the finished part of the one at hand included. */
  get progress(): number {
    return this.timeline.current.run.progress;
  }
  /** The history in columns, for drawing: `curves.epochs` has the epoch of each row. */
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

  /**
   * The same as can be drawn in this frame: for a model of so much work that the page would be held up,
   * fewer points at once, and all of them some frames later, once the run rests. Whoever draws it is called
   * by `onFrame` then.
   *
   * @param n how many points each way there are to be
   */
  preview(n: number): PlaneValues {
    const whole = this.plane(n);
    let preview = this.previews.get(whole);
    if (!preview) {
      const redraw = () => this.channels.requestDraw();
      preview = isDear(whole) ? new Preview(this, whole, this.loop, redraw) : whole;
      this.previews.set(whole, preview);
    }
    return preview;
  }

  /** How many points of a data set the model classifies wrong; null for regression. */
  countWrong(data: Dataset = this.data): number | null {
    return countWrong(this.predict(data.x), data);
  }

  /**
   * The way of one training point, or of several as one batch, through the model and back, with the
   * gradient of their own loss. Nothing of the run is disturbed.
   *
   * @param samples the point's place in the training data, or several
   * @throws PancakeError if there is no such point, or none is given
   */
  trace(samples: number | readonly number[]): SampleTrace {
    return traceSample(this.model, this.settings, samples);
  }

  /**
   * Everything that the next training step will do, or the one that has begun, from its beginning:
   * the same numbers, to the bit. Nothing of the run is disturbed.
   */
  rehearse(): Rehearsal {
    return rehearse(this.timeline.current.run);
  }

  /**
   * dLoss/dParameter over all training points, for the model as it is now, in the order of
   * `model.parameters()`. Nothing of the run is disturbed.
   *
   * @throws NonFiniteError if a number is not finite
   */
  gradients(): Float64Array[] {
    return gradientsOf(this.model, this.settings);
  }

  /**
   * All that a program elsewhere needs to know to train like this run: what `toPyTorch` and `toNumPy`
   * ask for.
   */
  describeRun({ epochs = 10, currentWeights = false }: RunExportOptions = {}): RunDescription {
    return describeRun(this.timeline.current, this.seed, { epochs, currentWeights });
  }

  /**
   * The run as plain data, at this moment; `encodeRun` makes a text of it.
   *
   * @throws PancakeError if the model has layers of your own, or is too large for a link
   */
  record(options: RecordOptions = {}): RunRecord {
    return takeRecord(this.timeline, this.pace, options);
  }

  protected get seed(): number {
    return this.settings.options.seed ?? 0;
  }

  protected get logbook(): Logbook {
    return this.timeline.logbook;
  }

  protected get settings(): Settings {
    return this.timeline.current.run.settings;
  }

  protected takeSnapshot(): Snapshot {
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
      fault: this.fault,
    });
  }
}
