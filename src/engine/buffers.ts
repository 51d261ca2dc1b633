// Buffers: tensors to write results into, reused from call to call.
import { roomFor, tensorAt, type Arena, type Region } from './kernels/arena';
import { Tensor, sameShape, sizeOf } from './tensor';

/** The most shapes of one name that are kept: a full batch, an epoch's last one, a whole data set. */
const shapesKept = 3;

// Buffers that nobody can reach any more give their room back.
const abandoned = new FinalizationRegistry<Set<Region>>((regions) => {
  for (const { block, address, room } of regions) block.giveBack(address, room);
});

// Whoever holds the numbers of a tensor holds its buffers, so that they are not given back yet.
const holders = new WeakMap<Float64Array, Buffers>();

/** A few tensors by name and shape, made when first asked for. */
export class Buffers {
  private readonly names: string[] = [];
  private readonly tensors: Tensor[][] = [];
  private readonly places = new Map<Tensor, Region>();
  private readonly regions = new Set<Region>();

  /** @param arena the memory that they are made in */
  constructor(private readonly arena: Arena) {
    abandoned.register(this, this.regions);
  }

  /** The tensor of this name and shape; its numbers are whatever the last user left. */
  take(name: string, shape: readonly number[]): Tensor {
    const tensors = this.of(name);
    if (tensors) {
      for (let i = 0; i < tensors.length; i++) {
        const tensor = tensors[i]!;
        if (sameShape(tensor.shape, shape)) return tensor;
      }
    }
    return this.make(name, shape);
  }

  /** The same for two dimensions, without a list of them. */
  takeMatrix(name: string, rows: number, columns: number): Tensor {
    const tensors = this.of(name);
    if (tensors) {
      for (let i = 0; i < tensors.length; i++) {
        const { shape } = tensors[i]!;
        if (shape.length === 2 && shape[0] === rows && shape[1] === columns) return tensors[i]!;
      }
    }
    return this.make(name, [rows, columns]);
  }

  /** The same for some rows of a tensor. */
  takeRows(name: string, rows: number, like: Tensor): Tensor {
    if (like.shape.length === 2) return this.takeMatrix(name, rows, like.shape[1]!);
    const tensors = this.of(name);
    if (tensors) {
      for (let i = 0; i < tensors.length; i++) {
        const { shape } = tensors[i]!;
        if (shape.length === like.shape.length && shape[0] === rows) return tensors[i]!;
      }
    }
    return this.make(name, [rows, ...like.shape.slice(1)]);
  }

  /** Some of the numbers of one of its tensors. */
  view(tensor: Tensor, start: number, shape: readonly number[]): Tensor {
    const { data, home, address } = tensor;
    const part = data.subarray(start, start + sizeOf(shape));
    holders.set(part, this);
    return new Tensor(part, [...shape], home, address && address + 8 * start);
  }

  private make(name: string, shape: readonly number[]): Tensor {
    let tensors = this.of(name);
    if (!tensors) {
      tensors = [];
      this.names.push(name);
      this.tensors.push(tensors);
    }
    if (tensors.length === shapesKept) this.drop(tensors.shift()!);
    const region = this.arena.take(roomFor(sizeOf(shape)));
    const tensor = region ? tensorAt(region, shape) : Tensor.zeros(shape);
    if (region) {
      this.places.set(tensor, region);
      this.regions.add(region);
      holders.set(tensor.data, this);
    }
    tensors.push(tensor);
    return tensor;
  }

  // A handful of names: looking along a list is quicker than a map.
  private of(name: string): Tensor[] | undefined {
    for (let i = 0; i < this.names.length; i++) if (this.names[i] === name) return this.tensors[i];
    return undefined;
  }

  private drop(tensor: Tensor): void {
    const region = this.places.get(tensor);
    if (!region) return;
    this.places.delete(tensor);
    this.regions.delete(region);
    region.block.giveBack(region.address, region.room);
  }
}
