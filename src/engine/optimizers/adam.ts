// Adam: a step size of its own for each parameter, from running means of its gradient.
import type { Layer, Parameter } from '../layer';
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
  protected readonly weightDecay: number;
  private readonly betas: readonly [number, number];
  private readonly eps: number;

  /** @throws PancakeError if an option is out of range */
  constructor(model: Layer | readonly Parameter[], options: AdamOptions = {}) {
    super(model, { lr: options.lr ?? 0.001 });
    const { betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0 } = options;
    this.betas = [
      checkOption(this.type, 'betas[0]', betas[0], 0, 1),
      checkOption(this.type, 'betas[1]', betas[1], 0, 1),
    ];
    this.eps = checkOption(this.type, 'eps', eps, 0);
    this.weightDecay = checkOption(this.type, 'weightDecay', weightDecay, 0);
  }

  get type(): string {
    return 'Adam';
  }
  get memory(): readonly string[] {
    return ['m', 'v'];
  }

  protected update(value: Float64Array, grad: Float64Array, [m, v]: Float64Array[]): void {
    this.follow(value, grad, m!, v!, this.weightDecay);
  }

  /** The step itself, with this much of the weights added to the gradient. */
  protected follow(
    value: Float64Array,
    grad: Float64Array,
    m: Float64Array,
    v: Float64Array,
    decay: number,
  ): void {
    const [beta1, beta2] = this.betas;
    const stepSize = this.lr / (1 - powi(beta1, this.steps));
    const root = Math.sqrt(1 - powi(beta2, this.steps));
    for (let i = 0; i < value.length; i++) {
      const g = grad[i]! + decay * value[i]!;
      m[i] = beta1 * m[i]! + (1 - beta1) * g;
      v[i] = beta2 * v[i]! + (1 - beta2) * g * g;
      value[i]! -= (stepSize * m[i]!) / (Math.sqrt(v[i]!) / root + this.eps);
    }
  }
}
