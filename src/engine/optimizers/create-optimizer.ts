// The optimizers by name, as an author writes them.
import type { Layer, Parameter } from '../layer';
import { lookUp } from '../names';
import { AdaGrad } from './adagrad';
import { Adam } from './adam';
import { AdamW } from './adamw';
import type { Optimizer, OptimizerOptions } from './optimizer';
import { RMSProp } from './rmsprop';
import { SGD } from './sgd';

type OptimizerClass = new (
  model: Layer | readonly Parameter[],
  options: OptimizerOptions,
) => Optimizer;

const optimizers = { SGD, Adam, AdamW, RMSProp, AdaGrad } as const satisfies Record<
  string,
  OptimizerClass
>;

/** The name of an optimizer. Case does not matter. */
export type OptimizerName = keyof typeof optimizers | Lowercase<keyof typeof optimizers>;

/** @throws PancakeError if there is no optimizer of that name */
export function createOptimizer(
  name: OptimizerName,
  model: Layer | readonly Parameter[],
  options: OptimizerOptions,
): Optimizer {
  const Found = lookUp<OptimizerClass>('optimizer', optimizers, name);
  return new Found(model, options);
}
