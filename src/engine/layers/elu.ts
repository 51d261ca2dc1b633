// ELU: a ReLU that bends smoothly towards a floor.
import { ensure, show } from '../errors';
import { exp, expm1 } from '../math';
import { Elementwise } from './elementwise';

/** x ↦ x where x > 0 and α (eˣ − 1) elsewhere, with derivative 1 or α eˣ. */
export class ELU extends Elementwise {
  protected readonly remembers = 'input';
  /** α. */
  readonly alpha: number;

  /** @param options.alpha α, 1 if not given */
  constructor({ alpha = 1 }: { alpha?: number } = {}) {
    super();
    ensure(
      Number.isFinite(alpha),
      () => `ELU got alpha = ${show(alpha)}; it must be a finite number`,
    );
    this.alpha = alpha;
  }

  override get type(): string {
    return 'ELU';
  }
  override get formula(): string {
    return `y = x if x > 0, else ${this.alpha === 1 ? '' : `${this.alpha} · `}(eˣ − 1)`;
  }
  override options(): Record<string, unknown> {
    return { alpha: this.alpha };
  }

  value(x: number): number {
    return x > 0 ? x : this.alpha * expm1(x);
  }
  slope(x: number): number {
    return x > 0 ? 1 : this.alpha * exp(x);
  }
}
