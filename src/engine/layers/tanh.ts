// Tanh: squeezes any number into −1 to 1.
import { tanh } from '../math';
import { activationKinds } from '../kernels';
import { Elementwise } from './elementwise';

/** x ↦ tanh x, with derivative 1 − tanh² x. */
export class Tanh extends Elementwise {
  /** @internal */
  static readonly builtIn = true;

  protected override readonly kernel = activationKinds.tanh;
  protected readonly remembers = 'output';

  override get type(): string {
    return 'Tanh';
  }
  override get formula(): string {
    return 'y = tanh x';
  }

  value(x: number): number {
    return tanh(x);
  }
  slope(y: number): number {
    return 1 - y * y;
  }
}
