// ReLU: lets positive numbers through.
import { activationKinds } from '../kernels';
import { Elementwise } from './elementwise';

/** x ↦ max(0, x), with derivative 1 where x > 0 and 0 elsewhere (at x = 0 too, as in PyTorch). */
export class ReLU extends Elementwise {
  /** @internal */
  static readonly builtIn = true;

  protected override readonly kernel = activationKinds.relu;
  protected readonly remembers = 'input';

  override get type(): string {
    return 'ReLU';
  }
  override get formula(): string {
    return 'y = max(0, x)';
  }

  value(x: number): number {
    return x <= 0 ? 0 : x;
  }
  slope(x: number): number {
    return x > 0 ? 1 : 0;
  }
}
