// Mean squared error: the square of how far a prediction is off.
import { lossKinds } from '../kernels';
import { PointwiseLoss, type Reduction, type Task } from './loss';

/** (p − t)², whose derivative is 2 (p − t). As PyTorch's `MSELoss`. */
export class MeanSquaredError<R extends Reduction = 'mean'> extends PointwiseLoss<R> {
  /** @internal */
  static readonly builtIn = true;

  get type(): string {
    return 'MeanSquaredError';
  }
  get formula(): string {
    return '(p − t)²';
  }
  get tasks(): readonly Task[] {
    return ['regression', 'binary'];
  }

  protected override readonly kernel = lossKinds.squaredError;
  value(p: number, t: number): number {
    return (p - t) * (p - t);
  }
  slope(p: number, t: number): number {
    return 2 * (p - t);
  }
}
