// The loss as a function of two numbers of a model, with all others as they are or as they were.
import { PancakeError, Sequential, ensure, inArena } from '../engine';
import type { Dataset, Loss, Parameter, Tensor } from '../engine';
import {
  copyIn,
  copyOut,
  findNumber,
  layerOf,
  sizeOfAll,
  type NumberInMemory,
  type ParameterPlace,
} from './parameter-place';

/** A run, as far as its loss goes. */
export interface LossSource {
  readonly model: Sequential;
  readonly loss: Loss<'mean' | 'sum'>;
  /** The training data. */
  readonly data: Dataset;
  /** Counts the changes of the model's parameters. */
  readonly weightsVersion: number;
}

/**
 * Exchanges two numbers of a model to ask for its loss, and puts them back before anybody else can
 * look. All other numbers are those of now, or those of the moment that was frozen last.
 */
export class LossOfTwo {
  /** The model whose numbers they are. */
  readonly of: Sequential;

  private readonly parameters: readonly Parameter[];
  private readonly a: NumberInMemory;
  private readonly b: NumberInMemory;
  // The layers before both numbers are computed once a moment, those from there on for each loss.
  private readonly head: Sequential;
  private readonly tail: Sequential;
  private flowing: Tensor | null = null;

  private readonly frozen: Float64Array;
  private readonly live: Float64Array;
  private frozenLoss: unknown = null;
  private frozenData: Dataset | null = null;

  /** @throws PancakeError if the model has no such numbers, or they are the same one */
  constructor(
    private readonly source: LossSource,
    a: ParameterPlace,
    b: ParameterPlace,
  ) {
    this.of = source.model;
    this.parameters = this.of.parameters();
    this.a = findNumber(this.parameters, 'a', a);
    this.b = findNumber(this.parameters, 'b', b);
    ensure(
      a.name !== b.name || a.place !== b.place,
      () => `LossSlice got ${a.name} at place ${a.place} twice; it needs two different numbers`,
    );
    const cut = Math.min(layerOf(a), layerOf(b));
    const { layers } = this.of;
    [this.head, this.tail] = inArena(this.of.arena, () => [
      new Sequential(layers.slice(0, cut)),
      new Sequential(layers.slice(cut)),
    ]);
    const size = sizeOfAll(this.parameters);
    this.frozen = new Float64Array(size);
    this.live = new Float64Array(size);
  }

  /** The two numbers as they are now. */
  get here(): readonly [a: number, b: number] {
    return [this.a.data[this.a.at]!, this.b.data[this.b.at]!];
  }

  /** Whether the loss and the data are those of the frozen moment. */
  get isSameTask(): boolean {
    return this.source.loss === this.frozenLoss && this.source.data === this.frozenData;
  }

  /** Whether all is as it was at the frozen moment, but for the two numbers. */
  get isSame(): boolean {
    return this.isSameTask && this.fitsFrozen();
  }

  /** Makes this the moment that `ofFrozen` tells of. */
  freeze(): void {
    copyOut(this.parameters, this.frozen);
    this.frozenLoss = this.source.loss;
    this.frozenData = this.source.data;
    this.flowing = resultOrNull(() => this.head.predict(this.source.data.x));
  }

  /** The loss if the two numbers had these values, with all others of now; Infinity if it is not finite. */
  at(a: number, b: number): number {
    const [beforeA, beforeB] = this.here;
    try {
      return this.evaluate(this.of, this.source.data.x, a, b);
    } finally {
      this.put(beforeA, beforeB);
    }
  }

  /**
   * Does some work during which all numbers of the model are those of the frozen moment.
   *
   * @param work is given the loss at two values, Infinity if it is not finite
   */
  whileFrozen(work: (lossAt: (a: number, b: number) => number) => void): void {
    copyOut(this.parameters, this.live);
    copyIn(this.parameters, this.frozen);
    try {
      work(this.ofFrozen);
    } finally {
      copyIn(this.parameters, this.live);
    }
  }

  private readonly ofFrozen = (a: number, b: number): number =>
    this.flowing ? this.evaluate(this.tail, this.flowing, a, b) : Infinity;

  private fitsFrozen(): boolean {
    let at = 0;
    for (const { value } of this.parameters) {
      const { data } = value;
      for (let i = 0; i < data.length; i++, at++) {
        if (data[i] === this.frozen[at]) continue;
        if (!this.a.is(data, i) && !this.b.is(data, i)) return false;
      }
    }
    return true;
  }

  private put(a: number, b: number): void {
    this.a.data[this.a.at] = a;
    this.b.data[this.b.at] = b;
  }

  private evaluate(model: Sequential, x: Tensor, a: number, b: number): number {
    const { loss, data } = this.source;
    this.put(a, b);
    const output = resultOrNull(() => {
      loss.evaluateInto(scratch, 0, model.predict(x), data.y);
      return scratch;
    });
    return output && Number.isFinite(output[0]) ? output[0]! : Infinity;
  }
}

const scratch = new Float64Array(1);

// A number that is not finite, or that the loss cannot judge, such as a probability above 1.
function resultOrNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof PancakeError) return null;
    throw error;
  }
}
