// Sigmoid: squeezes any number into a probability.
import { sigmoid } from '../math';
import { activationKinds } from '../kernels';
import { Elementwise } from './elementwise';

/** x ↦ σ(x) = 1 / (1 + e^−x), with derivative σ(x) (1 − σ(x)). */
export class Sigmoid extends Elementwise {
  /** @internal */
  static readonly builtIn = true;

  protected override readonly kernel = activationKinds.sigmoid;
  protected readonly remembers = 'output';

  override get type(): string {
    return 'Sigmoid';
  }
  override get formula(): string {
    return 'y = 1 / (1 + e⁻ˣ)';
  }

  value(x: number): number {
    return sigmoid(x);
  }
  slope(y: number): number {
    return y * (1 - y);
  }
}
