// The plane: what a model says of every point of a grid over the data, every layer in one pass.
import { Buffers, Tensor, type Domain, type Loss, type Sequential } from '../engine';

/** What the values on a plane come from. While its versions are the same, so are the values. */
export interface PlaneSource {
  readonly model: Sequential;
  readonly loss: Loss;
  readonly weightsVersion: number;
  /** Whether half as many points each way must do. */
  readonly coarse: boolean;
}

/** The values on a grid, as figures draw them. While its version is the same, so are they. */
export type PlaneValues = Pick<
  Plane,
  'version' | 'side' | 'points' | 'prediction' | 'layer' | 'want'
>;

// So few rows at a time that all layers' numbers for them stay in the processor's cache.
const blockRows = 256;

const never = () => false;

/**
 * A run's values on a grid of n by n points, the centres of cells, row by row from the top. They
 * are computed when they are asked for and the run has changed, however many figures ask. While a
 * run plays on a page that cannot keep up, the grid has half as many points each way.
 */
export class Plane {
  /** The model that it shows. */
  readonly of: Sequential;

  private readonly buffers: Buffers;
  private grid: Tensor | null = null;
  private seen = -1;
  private computed = -1;
  // How far the pass at hand has come, and of which state it is.
  private next = 0;
  private pass = -1;
  private says: Tensor | null = null;
  // The layers to compute, and those of them that were asked for since the last change.
  private readonly layers = new Map<number, Tensor | null>();
  private readonly asked = new Set<number>();

  /**
   * @param source the run
   * @param domain the part of the plane
   * @param n how many points each way there are to be
   */
  constructor(
    private readonly source: PlaneSource,
    readonly domain: Domain,
    readonly n: number,
  ) {
    this.of = source.model;
    this.buffers = new Buffers(source.model.arena);
  }

  /** Tells one state from another: the values are the same while this is. */
  get version(): number {
    return 2 * this.source.weightsVersion + (this.source.coarse ? 1 : 0);
  }

  /** How many points each way there are now. */
  get side(): number {
    return this.source.coarse ? Math.ceil(this.n / 2) : this.n;
  }

  /** The points, shape (side², 2). */
  get points(): Tensor {
    if (this.grid?.shape[0] !== this.side ** 2) this.grid = cellCentres(this.domain, this.side);
    return this.grid;
  }

  /**
   * What the model says of each point: probabilities, or numbers for regression; shape (side², O).
   *
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  get prediction(): Tensor {
    this.refresh();
    return this.says!;
  }

  /**
   * The output of one of the model's layers at each point, shape (side², its features). All layers
   * that are asked for from change to change come out of one pass.
   *
   * @param place the layer's place in the model, from 0
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  layer(place: number): Tensor {
    this.want(place);
    this.refresh();
    return this.layers.get(place)!;
  }

  /**
   * Has a layer be part of the pass: several that are wanted before the first is asked for come out of one.
   * Returns whether it is new there, so that the pass begins again.
   */
  want(place: number): boolean {
    this.notice();
    this.asked.add(place);
    if (this.layers.has(place)) return false;
    this.layers.set(place, null);
    this.computed = this.pass = -1;
    return true;
  }

  /**
   * Computes a part of what is not computed yet. Returns whether all is.
   *
   * @throws NonFiniteError if the model gives a number that is not finite
   */
  advance(outOfTime: () => boolean): boolean {
    this.notice();
    const { version } = this;
    if (this.computed === version) return true;
    if (this.pass !== version) this.next = 0;
    // If a number is not finite, the pass is repeated, and fails again, for whoever asks next.
    this.computed = this.pass = -1;
    const { points } = this;
    const rows = points.shape[0]!;
    while (this.next < rows && !outOfTime()) {
      this.computeBlock(points, this.next, Math.min(blockRows, rows - this.next));
      this.next += blockRows;
    }
    this.pass = version;
    if (this.next < rows) return false;
    this.computed = version;
    return true;
  }

  // After a change, the layers that nobody asked for since the last one are forgotten.
  private notice(): void {
    if (this.seen === this.version) return;
    this.seen = this.version;
    for (const place of this.layers.keys()) if (!this.asked.has(place)) this.layers.delete(place);
    this.asked.clear();
  }

  private refresh(): void {
    this.advance(never);
  }

  private computeBlock(points: Tensor, first: number, rows: number): void {
    const { model, loss } = this.source;
    const x = this.buffers.takeRows('x', rows, points);
    x.data.set(points.data.subarray(2 * first, 2 * (first + rows)));
    const outputs = model.activations(x);
    for (const [place, known] of this.layers) {
      const kept = roomFor(known, outputs[place]!, points);
      this.layers.set(place, copyRows(kept, outputs[place]!, first));
    }
    const prediction = loss.toPrediction(outputs.at(-1) ?? x);
    this.says = copyRows(roomFor(this.says, prediction, points), prediction, first);
  }
}

// The tensor for what the block is part of: the known one if it fits.
function roomFor(known: Tensor | null, block: Tensor, points: Tensor): Tensor {
  const rows = points.shape[0]!;
  const columns = block.size / block.shape[0]!;
  const fits = known?.shape[0] === rows && known.shape[1] === columns;
  return fits ? known : Tensor.zeros([rows, columns]);
}

function copyRows(to: Tensor, block: Tensor, first: number): Tensor {
  to.data.set(block.data, first * to.shape[1]!);
  return to;
}

/** The centres of n by n cells, row by row from the top: shape (n², 2). */
export function cellCentres({ x, y }: Domain, n: number): Tensor {
  const points = Tensor.zeros([n * n, 2]);
  for (let row = 0, at = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      points.data[at++] = x[0] + ((column + 0.5) / n) * (x[1] - x[0]);
      points.data[at++] = y[1] - ((row + 0.5) / n) * (y[1] - y[0]);
    }
  }
  return points;
}
