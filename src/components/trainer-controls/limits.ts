// How far each control reaches.
import { ensure, show, type ActivationName, type LossName, type OptimizerName } from '../../engine';

/** From the least to the greatest number that may be set. */
export type NumberLimits = readonly [min: number, max: number];

/** A learning-rate schedule by name. */
export type ScheduleName = 'constant' | 'step' | 'cosine' | 'warmup';

/** How far each control reaches. What is in force already stays, even if it lies beyond. */
export interface ControlLimits {
  learningRate?: NumberLimits;
  /** The rates of the L1 penalty. */
  l1?: NumberLimits;
  /** The rates of the L2 penalty. */
  l2?: NumberLimits;
  dropout?: NumberLimits;
  /** The sizes to choose from, or the least and the most points to a step. */
  batchSize?: readonly (number | 'full')[] | { min?: number; max?: number };
  /** The speeds to choose from, in epochs a second. */
  speed?: readonly number[];
  optimizer?: readonly OptimizerName[];
  loss?: readonly LossName[];
  activation?: readonly ActivationName[];
  schedule?: readonly ScheduleName[];
}

/** @throws PancakeError if a range has no least number below its greatest one */
export function checkLimits(limits: ControlLimits): void {
  for (const name of ['learningRate', 'l1', 'l2', 'dropout'] as const) {
    const range = limits[name];
    ensure(
      !range || (range[0] >= 0 && range[0] < range[1] && range[1] < Infinity),
      () => `TrainerControls got limits.${name} = ${show(range)}; it must be such as [0.001, 1]`,
    );
  }
}

/** Whether a name is among those allowed; case does not matter. Without a list, all are. */
export function allows(names: readonly string[] | undefined, name: string): boolean {
  return !names || names.some((one) => one.toLowerCase() === name.toLowerCase());
}

const usualSizes = [1, 2, 5, 10, 20, 50, 100];

/** The batch sizes to choose from, for this many points. */
export function batchSizes(
  limits: ControlLimits['batchSize'],
  points: number,
): readonly (number | 'full')[] {
  if (Array.isArray(limits)) return limits as readonly (number | 'full')[];
  const { min = 1, max = Infinity } = (limits ?? {}) as { min?: number; max?: number };
  const sizes = [...usualSizes, min, ...(max < Infinity ? [max] : [])];
  const within = [...new Set(sizes)].filter((size) => size >= min && size <= max && size < points);
  within.sort((a, b) => a - b);
  return max >= points ? [...within, 'full'] : within;
}
