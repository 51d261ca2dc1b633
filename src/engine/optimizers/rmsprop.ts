// RMSProp: divides each step by the recent size of the gradient.
import { kernelsOf } from '../kernels';
import type { Layer, Parameter } from '../layer';
import type { Tensor } from '../tensor';
import { Optimizer, checkOption, type OptimizerOptions } from './optimizer';

/** Options of {@link RMSProp}. */
export interface RMSPropOptions extends Partial<OptimizerOptions> {
  /** The learning rate. @default 0.01 */
  lr?: number;
  /** How much of the running mean of g² is kept at each step. @default 0.99 */
  alpha?: number;
  /** Keeps the divisor away from zero. @default 1e-8 */
  eps?: number;
  /** How much of the last step carries over. @default 0 */
  momentum?: number;
  /** Pull towards zero, added to the gradient. @default 0 */
  weightDecay?: number;
}

/**
 * RMSProp (Tieleman and Hinton, 2012), in PyTorch's definition: g ← g + λ w;
 * v ← α v + (1 − α) g²; b ← μ b + g / (√v + ε); w ← w − lr · b.
 */
export class RMSProp extends Optimizer {
  /** @internal */
  static readonly builtIn = true;

  /** α. */
  readonly alpha: number;
  /** ε. */
  readonly eps: number;
  /** μ. */
  readonly momentum: number;
  /** λ. */
  readonly weightDecay: number;

  /** @throws PancakeError if an option is out of range */
  constructor(model: Layer | readonly Parameter[], options: RMSPropOptions = {}) {
    super(model, { lr: options.lr ?? 0.01 });
    this.alpha = checkOption('RMSProp', 'alpha', options.alpha ?? 0.99, 0, 1);
    this.eps = checkOption('RMSProp', 'eps', options.eps ?? 1e-8, 0);
    this.momentum = checkOption('RMSProp', 'momentum', options.momentum ?? 0, 0);
    this.weightDecay = checkOption('RMSProp', 'weightDecay', options.weightDecay ?? 0, 0);
  }

  get type(): string {
    return 'RMSProp';
  }
  get memory(): readonly string[] {
    return this.momentum ? ['v', 'momentum'] : ['v'];
  }

  protected update(value: Tensor, grad: Tensor, slots: readonly Tensor[]): void {
    kernelsOf(value).rmsprop(value, grad, slots[0]!, slots[1] ?? null, this);
  }
}
