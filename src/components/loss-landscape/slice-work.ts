// The work on a slice, in the page's frame loop: a few milliseconds a frame, and only while it is seen.
import { frameLoop, type LossSlice, type Player, type Trainer } from '../../trainer';

// What one landscape may take of a frame, in milliseconds, whatever is left of it.
const mostTime = 4;

/** Has one slice computed. */
export class SliceWork implements Player {
  private isVisible = true;

  /** @param onPicture called when there is a new picture */
  constructor(
    private readonly trainer: Trainer,
    private readonly slice: LossSlice,
    private readonly onPicture: () => void,
  ) {}

  /** Goes on if there is something to do. */
  wake(): void {
    if (this.isVisible && !this.slice.isFinished) frameLoop.add(this);
  }

  /** Does nothing until `wake`. */
  rest(): void {
    frameLoop.remove(this);
  }

  /** Notes whether anybody can see it. */
  see(isVisible: boolean): void {
    this.isVisible = isVisible;
    if (isVisible) this.wake();
    else this.rest();
  }

  /** Called by the frame loop. */
  advance(_elapsed: number, outOfTime: () => boolean): void {
    const { slice } = this;
    const end = frameLoop.now() + mostTime;
    const { version } = slice;
    let isMore = false;
    try {
      const isMoving = this.trainer.now.status === 'running';
      isMore = slice.advance(() => outOfTime() || frameLoop.now() >= end, isMoving);
    } finally {
      if (!isMore) this.rest();
    }
    if (slice.version !== version) this.onPicture();
  }
}
