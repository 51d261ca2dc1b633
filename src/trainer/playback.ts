// Playback: a run in the page's frame loop, at the speed that was asked for, while it can be seen.
import type { Player } from './frames';
import type { FrameLoop } from './shared-frames';

/** A run, as far as playing it goes. */
export interface Playable {
  /** Whether it wants to train. */
  plays: () => boolean;
  /** How many epochs a second. */
  speed: () => number;
  /** Trains for so many epochs, or until it is out of time; returns how many it were. */
  train: (epochs: number, outOfTime: () => boolean) => number;
  /** Measures what was trained, and tells those who draw and read it, where training does not. */
  tell?: () => void;
  /** Whether measuring takes so long that a frame has no room for training beside it. */
  measuresLong?: () => boolean;
}

/** Plays one run. */
export class Playback implements Player {
  private owed = 0;
  // Whether the next frame tells what this one trained.
  private isToTell = false;
  private readonly sights = new Map<object, boolean>();

  constructor(
    private readonly run: Playable,
    private readonly loop: FrameLoop,
  ) {}

  /** Notes whether a figure can be seen; returns a function that forgets it. */
  sight(figure: object, visible: boolean): () => void {
    this.sights.set(figure, visible);
    this.schedule();
    return () => {
      this.sights.delete(figure);
      this.schedule();
    };
  }

  /** Owes the reader nothing from before. */
  start(): void {
    this.owed = 0;
    // The start itself is drawn.
    this.isToTell = this.measuresLong;
  }

  /** Asks the loop for frames if they are needed. */
  schedule(): void {
    if (this.run.plays() && this.isSeen()) this.loop.add(this);
    else this.loop.remove(this);
  }

  /** Called by the frame loop. Trains and tells; where measuring takes long, one frame trains and the next one tells. */
  advance(elapsed: number, outOfTime: () => boolean): void {
    const { run } = this;
    const due = (run.speed() * elapsed) / 1000;
    this.owed += due;
    if (!this.isToTell) this.owed -= run.train(this.owed, outOfTime);
    this.isToTell = !this.isToTell && run.plays() && this.measuresLong;
    if (!this.isToTell) run.tell?.();
    // What the budget did not allow is made up for in the next frame, but no more than that: a page
    // that cannot keep up must not fall behind further and further.
    this.owed = Math.min(this.owed, due < Infinity ? due : 0);
  }

  private get measuresLong(): boolean {
    return this.run.measuresLong?.() ?? false;
  }

  // A run without figures trains in any case.
  private isSeen(): boolean {
    if (this.sights.size === 0) return true;
    for (const visible of this.sights.values()) if (visible) return true;
    return false;
  }
}
