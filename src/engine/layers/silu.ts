// SiLU: a number times its own sigmoid.
import { Elementwise } from './elementwise';
import { sigmoid } from './sigmoid';

/** x ↦ x σ(x), also called swish, with derivative σ(x) (1 + x (1 − σ(x))). */
export class SiLU extends Elementwise {
  protected readonly remembers = 'input';

  override get type(): string {
    return 'SiLU';
  }
  override get formula(): string {
    return 'y = x · σ(x)';
  }

  protected value(x: number): number {
    return x * sigmoid(x);
  }
  protected slope(x: number): number {
    const s = sigmoid(x);
    return s * (1 + x * (1 - s));
  }
}
