// Race: several optimizers on one surface, from one start, step by step. A store, as the trainer is.
import { ensure, show } from '../engine';
import { Channels } from './channels';
import { Lane, type RaceEntry } from './lane';
import { Playback } from './playback';
import { checkBeginning, checkRoute, defaults, rateOf } from './race-options';
import type { RaceOptions, RaceSnapshot, RaceStatus } from './race-options';
import { frameLoop, type FrameLoop } from './shared-frames';
import { surfaceInfo, type SurfaceInfo, type SurfaceName, type SurfacePoint } from './surfaces';

/** A race. Made by {@link createRace}. */
export class Race {
  private options: RaceOptions;
  private entries: readonly RaceEntry[] = [];
  private ways: Lane[] = [];
  private status: RaceStatus = 'idle';
  private at = 0;
  private owed = 0;
  private changes = 0;
  private snapshot: RaceSnapshot | null = null;
  private readonly channels: Channels;
  private readonly playback: Playback;

  /** @throws PancakeError if an option makes no sense */
  constructor(
    options: RaceOptions = {},
    private readonly loop: FrameLoop = frameLoop,
  ) {
    this.channels = new Channels(loop);
    this.playback = new Playback(
      {
        plays: () => this.status === 'running',
        speed: () => this.options.speed ?? defaults.speed,
        train: (steps, outOfTime) => this.advance(steps, outOfTime),
      },
      loop,
    );
    this.options = options;
    this.build(options);
    if (options.posterStep) this.seek(options.posterStep);
  }

  /** The surface's shape, in numbers. */
  get info(): SurfaceInfo {
    return surfaceInfo(this.surface);
  }
  get surface(): SurfaceName {
    return this.options.surface ?? defaults.surface;
  }
  get start(): SurfacePoint {
    return this.options.start ?? this.info.start;
  }
  /** How many steps the race goes. */
  get steps(): number {
    return this.options.steps ?? defaults.steps;
  }
  /** The optimizers' ways, in their order. */
  get lanes(): readonly Lane[] {
    return this.ways;
  }
  /** Where the race is in this very frame. */
  get now(): { status: RaceStatus; step: number } {
    return { status: this.status, step: this.at };
  }
  /** Counts the changes of anything that is drawn. */
  get version(): number {
    return this.changes;
  }

  /** The race at this moment; the same object until listeners are told of a new one. */
  readonly getSnapshot = (): RaceSnapshot => (this.snapshot ??= this.takeSnapshot());

  /** Calls back when there is a new snapshot, about eight times a second while the race plays. */
  readonly subscribe = (listener: () => void): (() => void) => this.channels.subscribe(listener);

  /** Calls back in every frame in which something changed, and in the next one. */
  readonly onFrame = (listener: (time: number) => void): (() => void) =>
    this.channels.onFrame(listener);

  /** Tells whether the race's figure can be seen; it plays only then. */
  readonly sight = (figure: object, visible: boolean): (() => void) =>
    this.playback.sight(figure, visible);

  /** Goes on frame by frame; once it is done, from the start. */
  play(): void {
    if (this.status === 'running') return;
    if (this.status === 'done') this.at = 0;
    this.owed = 0;
    this.playback.start();
    this.changed('running');
  }

  pause(): void {
    if (this.status === 'running') this.changed('paused');
  }

  /** Takes n steps at once, and pauses. */
  step(n = 1): void {
    this.seek(Math.min(this.steps, this.at + n));
  }

  /**
   * Goes to a step, backward or forward, and pauses there.
   *
   * @throws PancakeError if the race has no such step
   */
  seek(step: number): void {
    ensure(
      Number.isInteger(step) && step >= 0 && step <= this.steps,
      () => `seek got ${show(step)}; it must be a whole number from 0 to ${this.steps}`,
    );
    this.at = step;
    this.changed(step === 0 ? 'idle' : this.isOver() ? 'done' : 'paused');
  }

  /** Goes back to the start. */
  reset(): void {
    this.seek(0);
  }

  /**
   * Changes options. Another surface begins anew; another start or learning rate shows at once what
   * would have come of it, at the same step.
   *
   * @throws PancakeError if an option makes no sense; then nothing is changed
   */
  set(change: RaceOptions): void {
    const next = { ...this.options, ...change };
    const surfaceBefore = this.surface;
    const isRoute = 'surface' in change || 'optimizers' in change || 'steps' in change;
    if (isRoute) this.build(next);
    else this.begin(next);
    this.options = next;
    this.at = this.surface === surfaceBefore ? Math.min(this.at, this.steps) : 0;
    if (this.status === 'running') return this.changed('running');
    this.changed(this.at === 0 ? 'idle' : this.isOver() ? 'done' : 'paused');
  }

  private build(options: RaceOptions): void {
    const { surface, steps, entries } = checkRoute(options);
    const ways = entries.map(
      (entry) => new Lane(entry, surface, steps, rateOf(entry, surface, options)),
    );
    this.begin(options, entries, ways);
    this.entries = entries;
    this.ways = ways;
  }

  private begin(options: RaceOptions, entries = this.entries, ways: readonly Lane[] = this.ways) {
    const { start, rates } = checkBeginning(options, entries);
    ways.forEach((lane, i) => lane.begin(start, rates[i]!));
  }

  // A frame's share of the race. What does not make a whole stride is kept for the next frame.
  private advance(due: number, outOfTime: () => boolean): number {
    const stride = this.options.stride ?? defaults.stride;
    const before = this.at;
    this.owed += Math.min(due, this.steps);
    while (this.status === 'running' && this.owed >= stride) {
      this.owed -= stride;
      this.at = Math.min(this.steps, this.at + stride);
      if (this.isOver()) this.status = 'done';
      if (outOfTime()) break;
    }
    this.owed = Math.min(this.owed, stride);
    if (this.at === before) return due === Infinity ? 0 : due;
    this.changes++;
    this.channels.requestDraw();
    if (this.status !== 'running' || this.channels.due(this.loop.time)) this.publish();
    return due === Infinity ? 0 : due;
  }

  private isOver(): boolean {
    for (const lane of this.ways) lane.reach(this.at);
    return this.at === this.steps || this.ways.every((lane) => hasLeft(lane, this.at));
  }

  private changed(status: RaceStatus): void {
    this.status = status;
    this.changes++;
    this.publish();
    this.playback.schedule();
    this.channels.requestDraw();
  }

  private publish(): void {
    if (this.status !== 'running') this.playback.schedule();
    this.snapshot = null;
    this.channels.publish();
  }

  private takeSnapshot(): RaceSnapshot {
    const { minima } = this.info;
    const lanes = this.ways.map((lane) => {
      const reached = lane.reach(this.at);
      const [x, y, loss] = [lane.x(reached), lane.y(reached), lane.loss(reached)];
      return {
        name: lane.name,
        learningRate: lane.learningRate,
        x,
        y,
        loss,
        distance: Math.min(...minima.map((minimum) => distanceTo(minimum, x, y))),
        divergedAt: hasLeft(lane, this.at) ? lane.divergedAt : null,
      };
    });
    const { surface, start, steps } = this;
    const speed = this.options.speed ?? defaults.speed;
    return Object.freeze({ ...this.now, steps, surface, start, speed, lanes });
  }
}

/** Whether a lane has diverged by this step. */
export function hasLeft({ divergedAt }: Lane, step: number): boolean {
  return divergedAt !== null && divergedAt <= step;
}

function distanceTo([toX, toY]: SurfacePoint, x: number, y: number): number {
  return Math.sqrt((x - toX) * (x - toX) + (y - toY) * (y - toY));
}

/**
 * A race of optimizers as a store: `play`, `pause`, `step`, `seek`, `reset`, `set`, `subscribe`.
 *
 * @throws PancakeError if an option makes no sense
 */
export function createRace(options: RaceOptions = {}): Race {
  return new Race(options);
}
