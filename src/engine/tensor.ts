// Tensor: a block of float64 numbers with a shape. Everything that flows through a model is one.
import { ensure, show } from './errors';
import type { Kernels } from './kernels/kernels';
import { plain } from './kernels/plain';

/** Numbers nested to any depth; all arrays of one depth must have the same length. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** What every method of the engine accepts where it needs a tensor. */
export type TensorLike = Tensor | NestedNumbers;

/**
 * Numbers in row-major order, with a shape. By convention the first dimension is the minibatch:
 * a batch of `B` points with `I` features has the shape `[B, I]`.
 */
export class Tensor {
  // Where the numbers lie is nobody's business but the kernels': two tensors are equal if their
  // data and shape are.
  readonly #home: Kernels;
  readonly #address: number;

  /**
   * @param data the numbers, row by row
   * @param shape the length of each dimension, outermost first
   * @param home for the engine's own use: the kernels in whose memory the numbers lie
   * @param address for the engine's own use: where in that memory
   * @throws PancakeError if the shape does not hold exactly the numbers given
   */
  constructor(
    readonly data: Float64Array,
    readonly shape: readonly number[],
    home: Kernels = plain,
    address = 0,
  ) {
    this.#home = home;
    this.#address = address;
    const size = sizeOf(shape);
    ensure(
      shape.every((length) => length >= 0),
      () => `Tensor got the shape ${showShape(shape)}; no length may be below 0`,
    );
    ensure(
      data.length === size,
      () => `Tensor of shape ${showShape(shape)} needs ${size} numbers; got ${data.length}`,
    );
  }

  /**
   * A tensor from nested arrays, or the tensor itself if it is one already.
   *
   * @throws PancakeError if the arrays are ragged or hold anything but numbers
   */
  static from(values: TensorLike): Tensor {
    if (values instanceof Tensor) return values;
    const shape: number[] = [];
    for (let level: unknown = values; Array.isArray(level); level = (level as unknown[])[0]) {
      shape.push(level.length);
    }
    const data = new Float64Array(sizeOf(shape));
    fill(data, values, shape, 0, 0);
    return new Tensor(data, shape);
  }

  /** A tensor of zeros. */
  static zeros(shape: readonly number[]): Tensor {
    return new Tensor(new Float64Array(sizeOf(shape)), [...shape]);
  }

  /** A tensor in which every number is `value`. */
  static full(shape: readonly number[], value: number): Tensor {
    return Tensor.zeros(shape).fill(value);
  }

  /** @internal The kernels that reach these numbers. */
  get home(): Kernels {
    return this.#home;
  }
  /** @internal The place of the first number in the memory of those kernels, in bytes. */
  get address(): number {
    return this.#address;
  }

  /** How many numbers the tensor holds. */
  get size(): number {
    return this.data.length;
  }

  /** Sets every number to `value`. */
  fill(value: number): this {
    this.data.fill(value);
    return this;
  }

  /** An independent copy. */
  clone(): Tensor {
    return new Tensor(this.data.slice(), [...this.shape]);
  }

  /** The numbers as nested arrays; a plain number for a tensor without dimensions. */
  toArray(): NestedNumbers {
    let at = 0;
    const read = (depth: number): NestedNumbers =>
      depth === this.shape.length
        ? this.data[at++]!
        : Array.from({ length: this.shape[depth]! }, () => read(depth + 1));
    return read(0);
  }

  /** So that `JSON.stringify` writes the nested arrays. */
  toJSON(): NestedNumbers {
    return this.toArray();
  }
}

/** How many numbers a tensor of this shape holds. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** Whether two shapes are equal. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A shape as it is written in messages and figures: `[4, 3]`. */
export function showShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** The position of a flat index in a shape, as in `[0, 3]`. */
export function showPosition(index: number, shape: readonly number[]): string {
  const position: number[] = [];
  let rest = index;
  for (let d = shape.length - 1; d >= 0; d--) {
    position.unshift(rest % shape[d]!);
    rest = Math.floor(rest / shape[d]!);
  }
  return showShape(position);
}

function fill(
  data: Float64Array,
  values: unknown,
  shape: readonly number[],
  depth: number,
  at: number,
): number {
  if (depth === shape.length) {
    ensure(
      typeof values === 'number',
      () =>
        `Tensor.from got ${show(values)} at entry ${at}; every entry must be a number and all arrays of one depth equally long`,
    );
    data[at] = values;
    return at + 1;
  }
  ensure(
    Array.isArray(values) && values.length === shape[depth],
    () =>
      `Tensor.from got a ragged array: expected shape ${showShape(shape)}, but found ${show(values)} at depth ${depth}`,
  );
  let next = at;
  for (const value of values) next = fill(data, value, shape, depth + 1, next);
  return next;
}
