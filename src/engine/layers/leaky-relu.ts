// LeakyReLU: a ReLU that lets a little of the negative numbers through.
import { ensure, show } from '../errors';
import { activationKinds } from '../kernels';
import { Elementwise } from './elementwise';

/** x ↦ x where x > 0 and a x elsewhere, with derivative 1 or a. */
export class LeakyReLU extends Elementwise {
  /** @internal */
  static readonly builtIn = true;

  protected override readonly kernel = activationKinds.leakyRelu;
  protected readonly remembers = 'input';
  /** a. */
  readonly negativeSlope: number;

  /** @param options.negativeSlope a, 0.01 if not given */
  constructor({ negativeSlope = 0.01 }: { negativeSlope?: number } = {}) {
    super();
    ensure(
      Number.isFinite(negativeSlope),
      () => `LeakyReLU got negativeSlope = ${show(negativeSlope)}; it must be a finite number`,
    );
    this.negativeSlope = negativeSlope;
  }

  override get type(): string {
    return 'LeakyReLU';
  }
  override get formula(): string {
    return `y = x if x > 0, else ${this.negativeSlope} · x`;
  }
  override options(): Record<string, unknown> {
    return { negativeSlope: this.negativeSlope };
  }

  override get constant(): number {
    return this.negativeSlope;
  }
  value(x: number): number {
    return x > 0 ? x : this.negativeSlope * x;
  }
  slope(x: number): number {
    return x > 0 ? 1 : this.negativeSlope;
  }
}
