// SGD: step against the gradient, with momentum if wanted.
import { kernelsOf } from '../kernels';
import type { Layer, Parameter } from '../layer';
import type { Tensor } from '../tensor';
import { Optimizer, checkOption, type OptimizerOptions } from './optimizer';

/** Options of {@link SGD}. */
export interface SGDOptions extends OptimizerOptions {
  /** How much of the last step carries over. @default 0 */
  momentum?: number;
  /** Look ahead along the momentum. @default false */
  nesterov?: boolean;
  /** Pull towards zero, added to the gradient. @default 0 */
  weightDecay?: number;
}

/**
 * Stochastic gradient descent, in PyTorch's definition:
 * g ← g + λ w; v ← μ v + g; w ← w − lr · v, or with Nesterov's momentum w ← w − lr · (g + μ v).
 */
export class SGD extends Optimizer {
  /** @internal */
  static readonly builtIn = true;

  /** μ. */
  readonly momentum: number;
  /** Whether it looks ahead along the momentum. */
  readonly nesterov: boolean;
  /** λ. */
  readonly weightDecay: number;

  /** @throws PancakeError if an option is out of range */
  constructor(model: Layer | readonly Parameter[], options: SGDOptions) {
    super(model, options);
    this.momentum = checkOption('SGD', 'momentum', options.momentum ?? 0, 0);
    this.weightDecay = checkOption('SGD', 'weightDecay', options.weightDecay ?? 0, 0);
    this.nesterov = options.nesterov ?? false;
  }

  get type(): string {
    return 'SGD';
  }
  get memory(): readonly string[] {
    return this.momentum ? ['momentum'] : [];
  }

  protected update(value: Tensor, grad: Tensor, slots: readonly Tensor[]): void {
    kernelsOf(value).sgd(value, grad, slots[0] ?? null, this);
  }
}
