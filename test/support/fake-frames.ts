// A page whose frames and clock belong to the test.
import { frameLoop, type Drawer, type FrameSource, type Player } from '../../src/trainer';

/** A frame source that ticks only when told to. */
export class FakeFrames implements FrameSource {
  /** The page's time in milliseconds. */
  time = 0;
  /** How much time passes each time that somebody looks at the clock. */
  costOfLooking = 0;
  isHidden = false;

  private waiting = new Map<number, (time: number) => void>();
  private nextId = 1;

  request(callback: (time: number) => void): number {
    this.waiting.set(this.nextId, callback);
    return this.nextId++;
  }
  cancel(id: number): void {
    this.waiting.delete(id);
  }
  now(): number {
    return (this.time += this.costOfLooking);
  }
  hidden(): boolean {
    return this.isHidden;
  }

  /** How many frames are asked for. */
  get pending(): number {
    return this.waiting.size;
  }

  /** Shows one frame, `elapsed` milliseconds after the last. */
  tick(elapsed = 1000 / 60): void {
    this.time += elapsed;
    const due = this.waiting;
    this.waiting = new Map();
    for (const callback of due.values()) callback(this.time);
  }

  /** Shows sixty frames for each second. */
  run(seconds: number): void {
    for (let i = 0; i < Math.round(60 * seconds); i++) this.tick();
  }
}

/**
 * Puts the page's loop on fake frames; `restore` puts it back, without what a test that failed on the way has left to
 * train or to draw: that would be the next test's trouble.
 */
export function takeOverFrames(): { frames: FakeFrames; restore: () => void } {
  const frames = new FakeFrames();
  const before = frameLoop.use(frames);
  const { add, requestDraw } = frameLoop;
  const [players, drawers] = [new Set<Player>(), new Set<Drawer>()];
  frameLoop.add = (player) => {
    players.add(player);
    add.call(frameLoop, player);
  };
  frameLoop.requestDraw = (drawer) => {
    drawers.add(drawer);
    requestDraw.call(frameLoop, drawer);
  };
  const restore = () => {
    Object.assign(frameLoop, { add, requestDraw });
    players.forEach((player) => frameLoop.remove(player));
    drawers.forEach((drawer) => frameLoop.cancelDraw(drawer));
    frameLoop.use(before);
  };
  return { frames, restore };
}
