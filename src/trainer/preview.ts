// The preview: what may be drawn of a plane in this frame, where all of it would hold up the page.
import { NonFiniteError, type Domain, type Sequential, type Tensor } from '../engine';
import type { Drawer } from './frames';
import { Plane, type PlaneSource, type PlaneValues } from './plane';
import type { FrameLoop } from './shared-frames';

/** A run whose plane is previewed. */
export interface PreviewSource extends PlaneSource {
  readonly now: { readonly status: string };
}

// How many products may be computed at once: some milliseconds' work.
const most = 1.5e7;

// How long the whole plane is worked on in one frame, in milliseconds.
const share = 6;

/** Whether a plane is so much work that it has a preview. */
export function isDear({ of, n }: Plane): boolean {
  return n * n * productsOf(of) > most;
}

/**
 * A plane of fewer points at once, and all of its points some frames later, once the run rests: then
 * figures are called to draw again.
 */
export class Preview implements PlaneValues, Drawer {
  private readonly quick: Plane;
  private isWaiting = false;
  private done = -1;

  /**
   * @param source the run
   * @param whole the plane with all of its points
   * @param loop where the work is shared out
   * @param redraw has the run's figures drawn again
   */
  constructor(
    private readonly source: PreviewSource,
    readonly whole: Plane,
    private readonly loop: FrameLoop,
    private readonly redraw: () => void,
  ) {
    const side = Math.max(8, Math.floor(Math.sqrt(most / productsOf(source.model))));
    this.quick = new Plane(source, whole.domain, Math.min(side, whole.n));
  }

  get domain(): Domain {
    return this.whole.domain;
  }
  get of(): Sequential {
    return this.whole.of;
  }
  get version(): number {
    return 2 * this.shown.version + (this.shown === this.whole ? 1 : 0);
  }
  get side(): number {
    return this.shown.side;
  }
  get points(): Tensor {
    return this.shown.points;
  }
  get prediction(): Tensor {
    return this.shown.prediction;
  }
  layer(place: number): Tensor {
    this.want(place);
    return this.shown.layer(place);
  }
  want(place: number): boolean {
    if (this.whole.want(place)) this.done = -1;
    return this.shown.want(place);
  }

  /** Called by the frame loop: goes on with the whole plane. */
  draw(): void {
    this.isWaiting = false;
    if (this.source.now.status === 'running') return;
    const end = this.loop.now() + share;
    try {
      if (!this.whole.advance(() => this.loop.now() >= end)) return this.wait();
      this.done = this.whole.version;
      this.redraw();
    } catch (error) {
      // Those who draw are told by the plane of fewer points, or keep that.
      if (!(error instanceof NonFiniteError)) throw error;
    }
  }

  // Asked for, the whole plane is worked on until it can be shown.
  private get shown(): Plane {
    if (this.done === this.whole.version) return this.whole;
    this.wait();
    return this.quick;
  }

  private wait(): void {
    if (this.isWaiting || this.source.now.status === 'running') return;
    this.isWaiting = true;
    this.loop.requestDraw(this);
  }
}

// The products in one pass of one point: with each weight one.
function productsOf(model: Sequential): number {
  return model.parameters().reduce((sum, { value }) => sum + value.size, 0);
}
