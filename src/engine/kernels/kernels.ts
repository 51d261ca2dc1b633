// Kernels: the hot loops behind one interface. Layers say what is computed; kernels say how.
import type { Tensor } from '../tensor';

/** An activation, as the kernels need to know it. */
export interface Activation {
  /** Its place in {@link activationKinds}, or -1 for one that only its own functions can compute. */
  readonly kind: number;
  /** The constant of an activation that has one, such as the slope of a leaky ReLU. */
  readonly constant: number;
  /** f(x). */
  value(x: number): number;
  /** f'(x), from what the activation remembers: the input x or the output f(x). */
  slope(remembered: number): number;
}

/** A loss that compares number with number, as the kernels need to know it. */
export interface Comparison {
  /** Its place in {@link lossKinds}, or -1 for one that only its own functions can compute. */
  readonly kind: number;
  /** The loss of the prediction p, given the target t. */
  value(p: number, t: number): number;
  /** Its derivative by p. */
  slope(p: number, t: number): number;
}

/** The activations that have a kernel, counted as in `assembly/activations.ts`. */
export const activationKinds = {
  relu: 0,
  leakyRelu: 1,
  tanh: 2,
  sigmoid: 3,
  softplus: 4,
  silu: 5,
  square: 6,
} as const;

/** The losses that have a kernel, counted as in `assembly/losses.ts`. */
export const lossKinds = {
  binaryCrossEntropyWithLogits: 0,
  binaryCrossEntropy: 1,
  squaredError: 2,
} as const;

/**
 * The hot loops. Shapes are not checked: that is the layers' work. Both implementations add and
 * multiply in the same order, so that their results are the same bits.
 *
 * In the shapes, B is the batch, I the number of inputs, O the number of outputs.
 */
export interface Kernels {
  /** `'wasm'`: WebAssembly with vectors of two numbers. `'plain'`: loops in TypeScript. */
  readonly name: 'wasm' | 'plain';

  /** out (B, O) = x (B, I) · wᵀ (I, O) + b (O). */
  linear(out: Tensor, x: Tensor, w: Tensor, b: Tensor): void;
  /**
   * All that comes back through `linear`: gradW (O, I) += dOutᵀ (O, B) · x (B, I);
   * gradB (O) += the sum of the rows of dOut (B, O); dIn (B, I) = dOut · w (O, I).
   */
  linearBackward(
    dIn: Tensor,
    gradW: Tensor,
    gradB: Tensor,
    dOut: Tensor,
    x: Tensor,
    w: Tensor,
  ): void;

  /** out = f(x), entry by entry. */
  activate(f: Activation, out: Tensor, x: Tensor): void;
  /** dIn = f' · dOut, entry by entry, from what f remembers. */
  differentiate(f: Activation, dIn: Tensor, dOut: Tensor, remembered: Tensor): void;

  /** out = the loss of each prediction. */
  assess(loss: Comparison, out: Tensor, pred: Tensor, target: Tensor): void;
  /** out = the derivative of each loss by its prediction, divided by `count`. */
  assessSlope(loss: Comparison, out: Tensor, pred: Tensor, target: Tensor, count: number): void;

  /** A step of SGD; `velocity` is null without momentum. */
  sgd(w: Tensor, grad: Tensor, velocity: Tensor | null, options: SGDStep): void;
  /** A step of Adam or AdamW. */
  adam(w: Tensor, grad: Tensor, m: Tensor, v: Tensor, options: AdamStep): void;
  /** A step of RMSProp; `velocity` is null without momentum. */
  rmsprop(w: Tensor, grad: Tensor, v: Tensor, velocity: Tensor | null, options: RMSPropStep): void;
  /** A step of AdaGrad. */
  adagrad(w: Tensor, grad: Tensor, sum: Tensor, options: AdaGradStep): void;

  /** Whether every number is finite. */
  finite(x: Tensor): boolean;
  /** Sets every number to zero. */
  clear(x: Tensor): void;
  /** Writes the sum of all numbers, one after the other, to a place in `values`. */
  sum(values: Float64Array, place: number, x: Tensor): void;
}

/** What a step of SGD needs to know. */
export interface SGDStep {
  readonly lr: number;
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly weightDecay: number;
}

/** What a step of Adam needs to know. */
export interface AdamStep {
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  /** λ, added to the gradient. */
  readonly decay: number;
  /** What the weights are multiplied with first: 1 − lr · λ in AdamW, 1 in Adam. */
  readonly keep: number;
  /** lr / (1 − β₁ᵗ). */
  readonly stepSize: number;
  /** √(1 − β₂ᵗ). */
  readonly root: number;
}

/** What a step of RMSProp needs to know. */
export interface RMSPropStep {
  readonly lr: number;
  readonly alpha: number;
  readonly eps: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** What a step of AdaGrad needs to know. */
export interface AdaGradStep {
  readonly lr: number;
  readonly eps: number;
  readonly weightDecay: number;
}
