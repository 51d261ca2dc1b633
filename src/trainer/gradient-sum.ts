// What the gradients hold when a training step begins: zeros, or the sum of the steps before.
import type { Optimizer, Parameter } from '../engine';

/**
 * Sets gradients to zero before each step, or adds them up where `zeroGrad` is off: from the first
 * such step on, so that the sum depends on nothing that came before it.
 */
export class GradientSum {
  private isSumming = false;
  private isBegun = false;
  private held: readonly Float64Array[] = [];

  constructor(private readonly parameters: readonly Parameter[]) {}

  /** A step begins. One that was begun and dropped leaves no trace: what it added is taken back. */
  begin(optimizer: Optimizer): void {
    if (!this.isSumming) optimizer.zeroGrad();
    else if (this.isBegun) this.put(this.held);
    else this.held = this.copy();
    this.isBegun = true;
  }

  /** A step is done. */
  finish(zeroGrad: boolean): void {
    this.isBegun = false;
    this.isSumming = !zeroGrad;
  }

  /** The next step begins at zero. */
  end(): void {
    this.isSumming = false;
  }

  /** A copy of the sum; null if the next step begins at zero. */
  save(): Float64Array[] | null {
    return this.isSumming ? this.copy() : null;
  }

  /** Goes back to what `save` gave. */
  restore(saved: readonly Float64Array[] | null): void {
    this.isBegun = false;
    this.isSumming = saved !== null;
    if (saved) this.put(saved);
  }

  /** Begins as another one of the same parameters did, or will. */
  follow({ isSumming, isBegun, held }: GradientSum): void {
    Object.assign(this, { isSumming, isBegun, held });
  }

  private copy(): Float64Array[] {
    return this.parameters.map(({ grad }) => grad.data.slice());
  }

  private put(gradients: readonly Float64Array[]): void {
    this.parameters.forEach(({ grad }, i) => grad.data.set(gradients[i]!));
  }
}
