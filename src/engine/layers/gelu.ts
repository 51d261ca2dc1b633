// GELU: a number times the normal probability of lying below it.
import { erf, exp } from '../math';
import { Elementwise } from './elementwise';

/**
 * x ↦ x Φ(x), the exact form of Hendrycks and Gimpel (2016), with derivative Φ(x) + x φ(x), where
 * Φ and φ are the standard normal distribution and its density.
 */
export class GELU extends Elementwise {
  protected readonly remembers = 'input';

  override get type(): string {
    return 'GELU';
  }
  override get formula(): string {
    return 'y = x · Φ(x)';
  }

  value(x: number): number {
    return x * normalBelow(x);
  }
  slope(x: number): number {
    return normalBelow(x) + x * exp(-0.5 * x * x) * INVERSE_ROOT_2PI;
  }
}

// 1/√2 and 1/√(2π), rounded to float64.
const INVERSE_ROOT_2 = 0.7071067811865476;
const INVERSE_ROOT_2PI = 0.3989422804014327;

function normalBelow(x: number): number {
  return 0.5 * (1 + erf(x * INVERSE_ROOT_2));
}
