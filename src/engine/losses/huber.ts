// Huber: squared for small errors, straight for large ones, so that outliers pull less.
import { ensure, show } from '../errors';
import { PointwiseLoss, type LossOptions, type Reduction, type Task } from './loss';

/** Options of {@link Huber}. */
export interface HuberOptions<R extends Reduction = Reduction> extends LossOptions<R> {
  /** δ, where the parabola turns into a line. @default 1 */
  delta?: number;
}

/**
 * With e = p − t: ½ e² where |e| ≤ δ and δ (|e| − ½ δ) elsewhere; the derivative is e, held between
 * −δ and δ (Huber, 1964). As PyTorch's `HuberLoss`.
 */
export class Huber<R extends Reduction = 'mean'> extends PointwiseLoss<R> {
  /** δ. */
  readonly delta: number;

  /** @throws PancakeError if δ is not a finite number above 0 */
  constructor({ delta = 1, ...options }: HuberOptions<R> = {}) {
    super(options);
    ensure(
      typeof delta === 'number' && delta > 0 && delta < Infinity,
      () => `Huber got delta = ${show(delta)}; it must be a finite number above 0`,
    );
    this.delta = delta;
  }

  get type(): string {
    return 'Huber';
  }
  get formula(): string {
    return '½ (p − t)² near t, a straight line beyond δ';
  }
  get tasks(): readonly Task[] {
    return ['regression', 'binary'];
  }

  value(p: number, t: number): number {
    const error = Math.abs(p - t);
    return error <= this.delta ? 0.5 * error * error : this.delta * (error - 0.5 * this.delta);
  }
  slope(p: number, t: number): number {
    return Math.max(-this.delta, Math.min(this.delta, p - t));
  }
}
