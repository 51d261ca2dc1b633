// Sigmoid: squeezes any number into a probability.
import { exp } from '../math';
import { Elementwise } from './elementwise';

/** x ↦ σ(x) = 1 / (1 + e^−x), with derivative σ(x) (1 − σ(x)). */
export class Sigmoid extends Elementwise {
  protected readonly remembers = 'output';

  override get type(): string {
    return 'Sigmoid';
  }
  override get formula(): string {
    return 'y = 1 / (1 + e⁻ˣ)';
  }

  protected value(x: number): number {
    return sigmoid(x);
  }
  protected slope(y: number): number {
    return y * (1 - y);
  }
}

/** 1 / (1 + e^−x), in the form whose exponential cannot overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
