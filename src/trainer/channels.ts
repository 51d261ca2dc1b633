// The two channels that leave a trainer: snapshots at a reader's pace, and frames for drawings.
import { attempt } from './fault';
import type { FrameLoop } from './shared-frames';

// Eight times a second: fast enough for reading, slow enough to cost nothing.
const publishInterval = 125;

/** Who listens to a run, and when they are told. What one of them throws keeps nothing from the others. */
export class Channels {
  private readonly readers = new Set<() => void>();
  private readonly drawings = new Set<(time: number) => void>();
  private slot: number | undefined;

  constructor(private readonly loop: FrameLoop) {}

  /** Calls back for every new snapshot. */
  subscribe(reader: () => void): () => void {
    // A wrapper of its own, so that the same function may subscribe twice.
    const own = () => reader();
    this.readers.add(own);
    return () => this.readers.delete(own);
  }

  /** Calls back in every frame with something new to draw, and in the next one. */
  onFrame(drawing: (time: number) => void): () => void {
    const own = (time: number) => drawing(time);
    this.drawings.add(own);
    this.requestDraw();
    return () => {
      this.drawings.delete(own);
      if (!this.drawings.size) this.loop.cancelDraw(this);
    };
  }

  /** Tells the readers now. */
  publish(): void {
    if (this.readers.size) for (const reader of [...this.readers]) attempt(reader);
  }

  /**
   * Whether it is time, at this frame, for the readers to be told again: at the same times for all
   * runs, so that a page with many renders no more often.
   */
  due(time: number): boolean {
    const slot = Math.floor(time / publishInterval);
    if (slot === this.slot) return false;
    this.slot = slot;
    return true;
  }

  /** Asks for a frame, if anybody draws. */
  requestDraw(): void {
    if (this.drawings.size) this.loop.requestDraw(this);
  }

  /** Called by the frame loop. */
  draw(time: number): void {
    for (const drawing of [...this.drawings]) attempt(() => drawing(time));
  }
}
