// Adam: a step size of its own for each parameter, from running means of its gradient.
import { kernelsOf } from '../kernels';
import type { Layer, Parameter } from '../layer';
import type { Tensor } from '../tensor';
import { powi } from '../math';
import { Optimizer, checkOption, type OptimizerOptions } from './optimizer';

/** Options of {@link Adam} and {@link AdamW}. */
export interface AdamOptions extends Partial<OptimizerOptions> {
  /** The learning rate. @default 0.001 */
  lr?: number;
  /** How much of the running means of g and g² is kept at each step. @default [0.9, 0.999] */
  betas?: readonly [number, number];
  /** Keeps the divisor away from zero. @default 1e-8 */
  eps?: number;
  /** Pull towards zero. @default 0 (AdamW: 0.01) */
  weightDecay?: number;
}

/**
 * Adam (Kingma and Ba, 2015), in PyTorch's definition: g ← g + λ w; m ← β₁ m + (1 − β₁) g;
 * v ← β₂ v + (1 − β₂) g²; w ← w − lr · m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).
 */
export class Adam extends Optimizer {
  /** @internal */
  static readonly builtIn = true;

  /** β₁. */
  readonly beta1: number;
  /** β₂. */
  readonly beta2: number;
  /** ε. */
  readonly eps: number;
  /** λ. */
  readonly weightDecay: number;

  /** @throws PancakeError if an option is out of range */
  constructor(model: Layer | readonly Parameter[], options: AdamOptions = {}) {
    super(model, { lr: options.lr ?? 0.001 });
    const { betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0 } = options;
    this.beta1 = checkOption(this.type, 'betas[0]', betas[0], 0, 1);
    this.beta2 = checkOption(this.type, 'betas[1]', betas[1], 0, 1);
    this.eps = checkOption(this.type, 'eps', eps, 0);
    this.weightDecay = checkOption(this.type, 'weightDecay', weightDecay, 0);
  }

  get type(): string {
    return 'Adam';
  }
  get memory(): readonly string[] {
    return ['m', 'v'];
  }

  /** lr / (1 − β₁ᵗ), the learning rate with which m̂ would be m. */
  get stepSize(): number {
    return this.lr / (1 - powi(this.beta1, this.steps));
  }
  /** √(1 − β₂ᵗ), by which √v̂ is larger than √v. */
  get root(): number {
    return Math.sqrt(1 - powi(this.beta2, this.steps));
  }
  /** What is added to the gradient for each unit of the weight. */
  get decay(): number {
    return this.weightDecay;
  }
  /** What the weight is multiplied with before the step. */
  get keep(): number {
    return 1;
  }

  protected update(value: Tensor, grad: Tensor, slots: readonly Tensor[]): void {
    kernelsOf(value).adam(value, grad, slots[0]!, slots[1]!, this);
  }
}
