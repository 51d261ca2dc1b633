// The page's one frame loop, also where several copies of this package are loaded: the first copy puts
// its loop where the others find it.
import { PageLoop, browserFrames, type Drawer, type FrameSource, type Player } from './frames';

/**
 * The loop that all runs of the page share, of whatever copy or version of this package they are.
 * What stands here is protocol 1, and is for good: a later one may only add, and must get along with
 * a loop that lacks what it adds.
 */
export interface FrameLoop {
  /** What the loop understands; at least 1. */
  readonly protocol: number;
  /** The time of the latest frame, in milliseconds. */
  readonly time: number;
  /** Whether a frame is on its way. */
  readonly active: boolean;
  /** How long all training together may take in one frame, in milliseconds. */
  readonly budget: number;
  /** Whether pictures of runs that play have to be coarse, for the page to stay quick. */
  readonly coarse: boolean;
  /** The time in milliseconds, for measuring how long work takes. */
  now(): number;
  /** Trains this run in every frame until `remove`. */
  add(player: Player): void;
  /** Stops training this run. */
  remove(player: Player): void;
  /** Draws this in the next frame, once. */
  requestDraw(drawer: Drawer): void;
  /** Takes a request to draw back. */
  cancelDraw(drawer: Drawer): void;
  /** Replaces the source of frames and time, and returns the one before. */
  use(source: FrameSource): FrameSource;
}

/** Where the copies of this package find the page's loop. */
const place = Symbol.for('react-pancake.frame-loop');

/** The loop that all runs of the page share. */
export const frameLoop: FrameLoop = findLoop(globalThis as { [place]?: unknown });

function findLoop(page: { [place]?: unknown }): FrameLoop {
  const found = page[place];
  if (isLoop(found)) return found;
  const own = new PageLoop(browserFrames());
  page[place] = own;
  return own;
}

function isLoop(value: unknown): value is FrameLoop {
  if (typeof value !== 'object' || value === null) return false;
  const loop = value as Partial<FrameLoop>;
  const methods = [loop.now, loop.add, loop.remove, loop.requestDraw, loop.cancelDraw, loop.use];
  return (
    typeof loop.protocol === 'number' &&
    loop.protocol >= 1 &&
    methods.every((method) => typeof method === 'function')
  );
}
