// Sin: a wave.
import { cos, sin } from '../math';
import { Elementwise } from './elementwise';

/** x ↦ sin x, with derivative cos x. */
export class Sin extends Elementwise {
  protected readonly remembers = 'input';

  override get type(): string {
    return 'Sin';
  }
  override get formula(): string {
    return 'y = sin x';
  }

  value(x: number): number {
    return sin(x);
  }
  slope(x: number): number {
    return cos(x);
  }
}
