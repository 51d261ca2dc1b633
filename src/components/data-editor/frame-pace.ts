// The pace of a drag: what it asks for is done at most once a frame, the latest first of all.
import { frameLoop } from '../../trainer';

/** Does things at most once a frame. */
export class FramePace {
  private waiting: (() => void) | null = null;
  private isSpent = false;

  /** Does this now, or if something was done in this frame already, in the next one. */
  ask(action: () => void): void {
    if (this.isSpent) this.waiting = action;
    else this.spend(action);
  }

  /** Forgets what waits. */
  forget(): void {
    this.waiting = null;
  }

  /** A new frame. Called by the frame loop. */
  draw(): void {
    const { waiting } = this;
    this.isSpent = false;
    this.waiting = null;
    if (waiting) this.spend(waiting);
  }

  private spend(action: () => void): void {
    this.isSpent = true;
    frameLoop.requestDraw(this);
    action();
  }
}
