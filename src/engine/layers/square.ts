// Square: the notebook's first function.
import { Elementwise } from './elementwise';

/** x ↦ x², with derivative 2x. */
export class Square extends Elementwise {
  protected readonly remembers = 'input';

  override get type(): string {
    return 'Square';
  }
  override get formula(): string {
    return 'y = x²';
  }

  protected value(x: number): number {
    return x * x;
  }
  protected slope(x: number): number {
    return 2 * x;
  }
}
