// AdaGrad: divides each step by the size of all gradients so far.
import { kernelsOf } from '../kernels';
import type { Layer, Parameter } from '../layer';
import type { Tensor } from '../tensor';
import { Optimizer, checkOption, type OptimizerOptions } from './optimizer';

/** Options of {@link AdaGrad}. */
export interface AdaGradOptions extends Partial<OptimizerOptions> {
  /** The learning rate. @default 0.01 */
  lr?: number;
  /** Keeps the divisor away from zero. @default 1e-10 */
  eps?: number;
  /** Pull towards zero, added to the gradient. @default 0 */
  weightDecay?: number;
}

/**
 * AdaGrad (Duchi, Hazan and Singer, 2011), in PyTorch's definition: g ← g + λ w; s ← s + g²;
 * w ← w − lr · g / (√s + ε).
 */
export class AdaGrad extends Optimizer {
  /** @internal */
  static readonly builtIn = true;

  /** ε. */
  readonly eps: number;
  /** λ. */
  readonly weightDecay: number;

  /** @throws PancakeError if an option is out of range */
  constructor(model: Layer | readonly Parameter[], options: AdaGradOptions = {}) {
    super(model, { lr: options.lr ?? 0.01 });
    this.eps = checkOption('AdaGrad', 'eps', options.eps ?? 1e-10, 0);
    this.weightDecay = checkOption('AdaGrad', 'weightDecay', options.weightDecay ?? 0, 0);
  }

  get type(): string {
    return 'AdaGrad';
  }
  get memory(): readonly string[] {
    return ['sum'];
  }

  protected update(value: Tensor, grad: Tensor, slots: readonly Tensor[]): void {
    kernelsOf(value).adagrad(value, grad, slots[0]!, this);
  }
}
