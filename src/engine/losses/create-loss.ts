// The losses by name, as an author writes them.
import { lookUp } from '../names';
import { BinaryCrossEntropy } from './binary-cross-entropy';
import { BinaryCrossEntropyWithLogits } from './binary-cross-entropy-with-logits';
import { CrossEntropy } from './cross-entropy';
import { Huber } from './huber';
import type { Loss, LossOptions, Reduction } from './loss';
import { MeanSquaredError } from './mean-squared-error';

const losses = {
  BinaryCrossEntropy,
  BinaryCrossEntropyWithLogits,
  CrossEntropy,
  MeanSquaredError,
  Huber,
} as const;

/** The name of a loss. Case does not matter. */
export type LossName = keyof typeof losses | Lowercase<keyof typeof losses>;

/** @throws PancakeError if there is no loss of that name */
export function createLoss<R extends Reduction>(name: LossName, options: LossOptions<R>): Loss<R> {
  type LossClass = new (options: LossOptions<R>) => Loss<R>;
  const Found = lookUp<LossClass>('loss', losses, name);
  return new Found(options);
}
