// Binary cross-entropy of a logit: sigmoid and loss in one, exact however large the logit.
import { exp, log1p, sigmoid } from '../math';
import type { Tensor } from '../tensor';
import { checkLabels } from './binary-cross-entropy';
import { activationKinds, kernelsOf, lossKinds, type Activation } from '../kernels';
import { PointwiseLoss, type Reduction, type Task } from './loss';

/**
 * Binary cross-entropy of σ(x) for a logit x: max(x, 0) − x t + log(1 + e^−|x|), whose derivative is
 * σ(x) − t. As PyTorch's `BCEWithLogitsLoss`.
 */
export class BinaryCrossEntropyWithLogits<R extends Reduction = 'mean'> extends PointwiseLoss<R> {
  /** @internal */
  static readonly builtIn = true;

  get type(): string {
    return 'BinaryCrossEntropyWithLogits';
  }
  get formula(): string {
    return 'max(x, 0) − x · t + log(1 + e^−|x|)';
  }
  get tasks(): readonly Task[] {
    return ['binary'];
  }

  protected override readonly kernel = lossKinds.binaryCrossEntropyWithLogits;
  value(x: number, t: number): number {
    return Math.max(x, 0) - x * t + log1p(exp(-Math.abs(x)));
  }
  slope(x: number, t: number): number {
    // σ(x) − 1 = −σ(−x), which keeps its digits where σ(x) is close to 1.
    return t === 1 ? -sigmoid(-x) : sigmoid(x);
  }

  protected override check(_pred: Tensor, target: Tensor): void {
    checkLabels(this.type, target);
  }

  /** The probabilities σ(x). */
  override toPrediction(output: Tensor): Tensor {
    const probability = this.buffer('prediction', output.shape);
    kernelsOf(probability).activate(probabilities, probability, output);
    return probability;
  }
}

const probabilities: Activation = {
  kind: activationKinds.sigmoid,
  constant: 0,
  value: sigmoid,
  slope: (p) => p * (1 - p),
};
