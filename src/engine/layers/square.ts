// Square: the notebook's first function.
import { activationKinds } from '../kernels';
import { Elementwise } from './elementwise';

/** x ↦ x², with derivative 2x. */
export class Square extends Elementwise {
  /** @internal */
  static readonly builtIn = true;

  protected override readonly kernel = activationKinds.square;
  protected readonly remembers = 'input';

  override get type(): string {
    return 'Square';
  }
  override get formula(): string {
    return 'y = x²';
  }

  value(x: number): number {
    return x * x;
  }
  slope(x: number): number {
    return 2 * x;
  }
}
