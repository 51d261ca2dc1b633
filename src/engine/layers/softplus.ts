// Softplus: a ReLU with a rounded corner.
import { exp, log1p, sigmoid } from '../math';
import { activationKinds } from '../kernels';
import { Elementwise } from './elementwise';

/** x ↦ log(1 + eˣ), in the form whose exponential cannot overflow, with derivative σ(x). */
export class Softplus extends Elementwise {
  /** @internal */
  static readonly builtIn = true;

  protected override readonly kernel = activationKinds.softplus;
  protected readonly remembers = 'input';

  override get type(): string {
    return 'Softplus';
  }
  override get formula(): string {
    return 'y = log(1 + eˣ)';
  }

  value(x: number): number {
    return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
  }
  slope(x: number): number {
    return sigmoid(x);
  }
}
