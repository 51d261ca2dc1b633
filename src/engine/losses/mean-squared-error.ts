// Mean squared error: the square of how far a prediction is off.
import { lossKinds } from '../kernels';
import { PointwiseLoss, type Reduction, type Task } from './loss';

/** (p − t)², whose derivative is 2 (p − t). As PyTorch's `MSELoss`. */
export class MeanSquaredError<R extends Reduction = 'mean'> extends PointwiseLoss<R> {
  get type(): string {
    return 'MeanSquaredError';
  }
  get formula(): string {
    return '(p − t)²';
  }
  get tasks(): readonly Task[] {
    return ['regression', 'binary'];
  }

  override get kind(): number {
    return lossKinds.squaredError;
  }
  value(p: number, t: number): number {
    return (p - t) * (p - t);
  }
  slope(p: number, t: number): number {
    return 2 * (p - t);
  }
}
