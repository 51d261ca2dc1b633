// SiLU: a number times its own sigmoid.
import { sigmoid } from '../math';
import { activationKinds } from '../kernels';
import { Elementwise } from './elementwise';

/** x ↦ x σ(x), also called swish, with derivative σ(x) (1 + x (1 − σ(x))). */
export class SiLU extends Elementwise {
  /** @internal */
  static readonly builtIn = true;

  protected override readonly kernel = activationKinds.silu;
  protected readonly remembers = 'input';

  override get type(): string {
    return 'SiLU';
  }
  override get formula(): string {
    return 'y = x · σ(x)';
  }

  value(x: number): number {
    return x * sigmoid(x);
  }
  slope(x: number): number {
    const s = sigmoid(x);
    return s * (1 + x * (1 - s));
  }
}
