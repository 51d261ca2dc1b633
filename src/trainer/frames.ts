// A frame loop: shares a time budget between all runs, then lets figures draw.
import { attempt } from './fault';
import { Pacer } from './pacer';
import type { FrameLoop } from './shared-frames';

/** Where frames and time come from. Tests and screenshots put in their own, to own the clock. */
export interface FrameSource {
  /** Calls back once, before the next paint, with the time in milliseconds. */
  request(callback: (time: number) => void): number;
  /** Takes a request back. */
  cancel(id: number): void;
  /** The time in milliseconds, for measuring how long work takes. */
  now(): number;
  /** Whether nobody can see the page. */
  hidden(): boolean;
}

/** A run that wants to train in every frame. */
export interface Player {
  /**
   * Trains for a while.
   *
   * @param elapsed the time since the last frame, in milliseconds
   * @param outOfTime whether this run's share of the frame is used up
   */
  advance(elapsed: number, outOfTime: () => boolean): void;
}

/** Something to draw in the next frame, once. */
export interface Drawer {
  draw(time: number): void;
}

// A pause of the page (a hidden tab, a breakpoint) must not be made up for in one frame.
const longestElapsed = 100;

// A clock that says the same so often stands still: a test owns it, or a browser hides the time. No run
// may hold up the page for that.
const mostLooksAtOneTime = 10_000;

// How long all drawing may take in one frame, in milliseconds.
const drawingBudget = 8;

/** The loop. It runs only while there is something to train or to draw. */
export class PageLoop implements FrameLoop {
  readonly protocol = 1;
  time = 0;

  private pacer = new Pacer();
  private readonly players = new Set<Player>();
  private readonly drawers = new Set<Drawer>();
  private request: number | undefined;
  private lastTime: number | undefined;
  private hasDrawn = false;

  constructor(private source: FrameSource) {}

  get active(): boolean {
    return this.request !== undefined;
  }

  now(): number {
    return this.source.now();
  }

  get budget(): number {
    return this.pacer.training;
  }

  get coarse(): boolean {
    return this.pacer.thrift > 0;
  }

  use(source: FrameSource): FrameSource {
    const before = this.source;
    if (this.request !== undefined) before.cancel(this.request);
    this.request = undefined;
    this.source = source;
    this.pacer = new Pacer();
    this.wake();
    return before;
  }

  add(player: Player): void {
    this.players.add(player);
    this.wake();
  }

  remove(player: Player): void {
    if (this.players.delete(player) && !this.players.size) this.pacer = new Pacer();
    this.sleep();
  }

  requestDraw(drawer: Drawer): void {
    this.drawers.add(drawer);
    this.wake();
  }

  cancelDraw(drawer: Drawer): void {
    this.drawers.delete(drawer);
    this.sleep();
  }

  private wake(): void {
    if (this.request === undefined && (this.players.size || this.drawers.size)) {
      this.request = this.source.request(this.tick);
    }
  }

  private sleep(): void {
    if (this.players.size || this.drawers.size || this.request === undefined) return;
    this.source.cancel(this.request);
    this.request = undefined;
    this.lastTime = undefined;
  }

  private readonly tick = (time: number): void => {
    this.request = undefined;
    const elapsed = this.lastTime === undefined ? 1000 / 60 : time - this.lastTime;
    if (this.players.size) this.pacer.note(elapsed);
    this.lastTime = time;
    this.time = time;
    if (!this.source.hidden()) {
      this.train(Math.min(Math.max(elapsed, 0), longestElapsed));
      const isTurn = this.pacer.thrift < 2 || !this.hasDrawn;
      this.hasDrawn = isTurn && this.drawers.size > 0;
      if (isTurn) this.draw(time);
    }
    this.wake();
    if (this.request === undefined) this.lastTime = undefined;
  };

  // Many figures at once take turns, so that the page stays quick: what is not drawn in this frame
  // is drawn first in the next.
  private draw(time: number): void {
    const end = this.source.now() + drawingBudget;
    for (const drawer of [...this.drawers]) {
      this.drawers.delete(drawer);
      attempt(() => drawer.draw(time));
      if (this.source.now() >= end) return;
    }
  }

  private train(elapsed: number): void {
    const end = this.source.now() + this.budget;
    let waiting = this.players.size;
    for (const player of [...this.players]) {
      const now = this.source.now();
      const share = now + Math.max(0, end - now) / waiting--;
      attempt(() => player.advance(elapsed, this.isPast(share, now)));
    }
  }

  // Whether it is later than that. A clock that stands still, or was put back, cannot tell: then it is.
  private isPast(end: number, start: number): () => boolean {
    let [latest, looks] = [start, 0];
    return () => {
      const now = this.source.now();
      looks = now === latest ? looks + 1 : 0;
      latest = now;
      return now >= end || now < start || looks >= mostLooksAtOneTime;
    };
  }
}

/** The source of a browser's page; outside of one, a timer at about the same pace. */
export function browserFrames(): FrameSource {
  const inBrowser = typeof requestAnimationFrame === 'function';
  return {
    request: (callback) =>
      inBrowser
        ? requestAnimationFrame(callback)
        : Number(setTimeout(() => callback(performance.now()), 16)),
    cancel: (id) => (inBrowser ? cancelAnimationFrame(id) : clearTimeout(id)),
    now: () => performance.now(),
    hidden: () => typeof document !== 'undefined' && document.hidden,
  };
}
