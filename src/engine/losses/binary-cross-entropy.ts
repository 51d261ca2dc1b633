// Binary cross-entropy of a probability: the surprise at seeing the true label.
import { PancakeError } from '../errors';
import { log } from '../math';
import { showPosition, type Tensor } from '../tensor';
import { lossKinds } from '../kernels';
import { PointwiseLoss, type Reduction, type Task } from './loss';

/**
 * −log p for a target of 1 and −log(1 − p) for a target of 0, where p is the predicted
 * probability of class 1.
 *
 * So that it stays finite at p = 0 and p = 1, a logarithm is never taken below −100, and the
 * divisor of the derivative (p − t) / (p (1 − p)) never below 1e-12, as in PyTorch's `BCELoss`.
 */
export class BinaryCrossEntropy<R extends Reduction = 'mean'> extends PointwiseLoss<R> {
  /** @internal */
  static readonly builtIn = true;

  get type(): string {
    return 'BinaryCrossEntropy';
  }
  get formula(): string {
    return '−log p if t = 1, −log(1 − p) if t = 0';
  }
  get tasks(): readonly Task[] {
    return ['binary'];
  }

  protected override readonly kernel = lossKinds.binaryCrossEntropy;
  value(p: number, t: number): number {
    return Math.min(100, 0 - log(t === 1 ? p : 1 - p));
  }
  slope(p: number, t: number): number {
    return (p - t) / Math.max(1e-12, p * (1 - p));
  }

  protected override check(pred: Tensor, target: Tensor): void {
    checkLabels(this.type, target);
    const { data } = pred;
    for (let i = 0; i < data.length; i++) {
      if (data[i]! >= 0 && data[i]! <= 1) continue;
      throw new PancakeError(
        `${this.type} got the prediction ${data[i]} at ${showPosition(i, pred.shape)}; it must be a probability, from 0 to 1`,
      );
    }
  }
}

/** @throws PancakeError unless every target is 0 or 1 */
export function checkLabels(type: string, target: Tensor): void {
  const { data } = target;
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 0 || data[i] === 1) continue;
    throw new PancakeError(
      `${type} got the label ${data[i]} at ${showPosition(i, target.shape)}; a label must be 0 or 1`,
    );
  }
}
