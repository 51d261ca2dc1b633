// Softplus: a ReLU with a rounded corner.
import { exp, log1p } from '../math';
import { Elementwise } from './elementwise';
import { sigmoid } from './sigmoid';

/** x ↦ log(1 + eˣ), in the form whose exponential cannot overflow, with derivative σ(x). */
export class Softplus extends Elementwise {
  protected readonly remembers = 'input';

  override get type(): string {
    return 'Softplus';
  }
  override get formula(): string {
    return 'y = log(1 + eˣ)';
  }

  protected value(x: number): number {
    return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
  }
  protected slope(x: number): number {
    return sigmoid(x);
  }
}
