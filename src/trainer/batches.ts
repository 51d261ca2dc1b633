// Batches: the training data some rows at a time, each epoch in an order of its own.
import { Buffers, RandomStream, type Arena, type Tensor } from '../engine';
import { drawOrder } from './epoch-order';
import type { Settings } from './settings';

/** The batches of a run, one after the other. */
export class Batches {
  /** The targets of the batch at hand. */
  y!: Tensor;
  /** How many rows of this epoch are done. */
  row = 0;

  private readonly buffers: Buffers;
  private readonly random = new RandomStream(0);
  private order = new Uint32Array(0);
  private orderedEpoch = -1;

  constructor(
    arena: Arena,
    private readonly seed: number,
  ) {
    this.buffers = new Buffers(arena);
  }

  /** Takes the next batch of an epoch; until it is finished, that is the same one. Returns its inputs, (B, I). */
  take({ train, batchSize, shuffle }: Settings, epoch: number): Tensor {
    const count = train.x.shape[0]!;
    const isOther = this.order.length !== count;
    if (isOther) this.order = new Uint32Array(count);
    if (isOther || this.orderedEpoch !== epoch) {
      drawOrder(this.order, this.random, this.seed, epoch);
      this.orderedEpoch = epoch;
    }
    const wanted = batchSize === 'full' ? count : batchSize;
    this.row = Math.min(this.row, count - 1);
    const size = Math.min(wanted, count - this.row);
    const x = this.buffers.takeRows('x', size, train.x);
    this.y = this.buffers.takeRows('y', size, train.y);
    // A batch of all points keeps their order.
    const order = shuffle && size < count ? this.order : null;
    gather(x.data, train.x.data, count, this.row, order);
    gather(this.y.data, train.y.data, count, this.row, order);
    return x;
  }

  /** The batch at hand is done. Returns whether the epoch is. */
  finish({ train }: Settings): boolean {
    this.row += this.y.shape[0]!;
    if (this.row < train.x.shape[0]!) return false;
    this.row = 0;
    return true;
  }

  /** The rows of the training data in the batch at hand, in order. */
  rows({ train, shuffle }: Settings): number[] {
    const size = this.y.shape[0]!;
    const shuffled = shuffle && size < train.x.shape[0]!;
    return Array.from({ length: size }, (_, i) =>
      shuffled ? this.order[this.row + i]! : this.row + i,
    );
  }
}

// Copies rows of a table, in this order or as they stand.
function gather(
  to: Float64Array,
  from: Float64Array,
  rows: number,
  first: number,
  order: Uint32Array | null,
): void {
  const columns = from.length / rows;
  for (let at = 0, row = first; at < to.length; row++) {
    let place = (order ? order[row]! : row) * columns;
    for (let c = 0; c < columns; c++) to[at++] = from[place++]!;
  }
}
