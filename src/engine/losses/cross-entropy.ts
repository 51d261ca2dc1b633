// Cross-entropy: the surprise at seeing the true one of several classes.
import { PancakeError, ensure } from '../errors';
import * as loops from '../kernels/loops';
import { exp, log } from '../math';
import { showShape, type Tensor } from '../tensor';
import { Loss, type Reduction, type Task } from './loss';

/**
 * For logits x of shape (N, C) and class numbers t of shape (N): log Σ e^xⱼ − x_t, whose derivative
 * is softmax(x), less 1 at the true class. As PyTorch's `CrossEntropyLoss`.
 */
export class CrossEntropy<R extends Reduction = 'mean'> extends Loss<R> {
  get type(): string {
    return 'CrossEntropy';
  }
  get formula(): string {
    return 'log Σⱼ e^xⱼ − x of the true class';
  }
  get tasks(): readonly Task[] {
    return ['multiclass'];
  }

  protected override hasTargetShape(pred: readonly number[], target: readonly number[]): boolean {
    return target.length === 1 && target[0] === pred[0];
  }
  protected override targetShape(pred: readonly number[]): readonly number[] {
    return pred.slice(0, 1);
  }

  protected override checkPrediction({ shape }: Tensor): void {
    ensure(
      shape.length === 2,
      () =>
        `CrossEntropy got predictions of shape ${showShape(shape)}; they must have two dimensions, [batch, classes]`,
    );
  }

  protected override check(pred: Tensor, target: Tensor): void {
    const classes = pred.shape[1]!;
    const { data } = target;
    for (let i = 0; i < data.length; i++) {
      if (Number.isInteger(data[i]) && data[i]! >= 0 && data[i]! < classes) continue;
      throw new PancakeError(
        `CrossEntropy got the class ${data[i]} at [${i}]; it must be a whole number from 0 to ${classes - 1}`,
      );
    }
  }

  protected each(pred: Tensor, target: Tensor, out: Tensor): void {
    const classes = pred.shape[1]!;
    for (let n = 0, row = 0; n < out.size; n++, row += classes) {
      let max = -Infinity;
      for (let c = 0; c < classes; c++) max = Math.max(max, pred.data[row + c]!);
      let sum = 0;
      for (let c = 0; c < classes; c++) sum += exp(pred.data[row + c]! - max);
      out.data[n] = log(sum) + (max - pred.data[row + target.data[n]!]!);
    }
  }

  protected eachSlope(pred: Tensor, target: Tensor, out: Tensor, count: number): void {
    const classes = pred.shape[1]!;
    loops.softmax(out.data, pred.data, classes);
    for (let n = 0; n < target.size; n++) out.data[n * classes + target.data[n]!]! -= 1;
    for (let i = 0; i < out.size; i++) out.data[i]! /= count;
  }

  /** The probabilities softmax(x). */
  override toPrediction(output: Tensor): Tensor {
    const probability = this.buffer('prediction', output.shape);
    loops.softmax(probability.data, output.data, output.shape.at(-1)!);
    return probability;
  }
}
