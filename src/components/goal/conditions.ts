// Conditions: what a goal asks of a run, and how far the run is.
import { PancakeError, show } from '../../engine';
import type { Snapshot, Trainer } from '../../trainer';

/** What a run must reach, all of it at the same time. */
export interface GoalConditions {
  /** The training loss is at most this. */
  loss?: number;
  /** The test loss is at most this. */
  testLoss?: number;
  /** The share of training points classified right is at least this, from 0 to 1. */
  accuracy?: number;
  /** The share of test points classified right is at least this, from 0 to 1. */
  testAccuracy?: number;
  /** At most this many epochs were trained. */
  epoch?: number;
  /** The model has at most this many parameters: for the smallest model that does it. */
  maxParams?: number;
}

export type GoalName = keyof GoalConditions;

/** One condition, and where the run is. */
export interface GoalPart {
  name: GoalName;
  wanted: number;
  /** The run's number; NaN where it has none. */
  now: number;
  holds: boolean;
}

const atLeast: readonly GoalName[] = ['accuracy', 'testAccuracy'];
const names: readonly GoalName[] = ['loss', 'testLoss', ...atLeast, 'epoch', 'maxParams'];

/** How many numbers the model learns. */
export function countParameters({ model }: Pick<Trainer, 'model'>): number {
  return model.parameters().reduce((sum, { value }) => sum + value.size, 0);
}

/** Where the run is, condition by condition. */
export function compare(
  conditions: GoalConditions,
  snapshot: Pick<Snapshot, Exclude<GoalName, 'maxParams'>>,
  trainer: Trainer,
): GoalPart[] {
  return names.flatMap((name) => {
    const wanted = conditions[name];
    if (wanted === undefined) return [];
    const now = name === 'maxParams' ? countParameters(trainer) : (snapshot[name] ?? NaN);
    const holds = atLeast.includes(name) ? now >= wanted : now <= wanted;
    return [{ name, wanted, now, holds }];
  });
}

/** @throws PancakeError if a condition is unknown or no number, or there is none */
export function checkConditions(conditions: GoalConditions): void {
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!names.includes(name as GoalName)) {
      throw new PancakeError(
        `Goal got a condition named ${show(name)}; the conditions are ${names.join(', ')}`,
      );
    }
    const isShare = atLeast.includes(name as GoalName);
    if (typeof value === 'number' && Number.isFinite(value) && !(isShare && value > 1)) continue;
    throw new PancakeError(
      `Goal got ${name} = ${show(value)}; it must be a ${isShare ? 'share from 0 to 1' : 'number'}`,
    );
  }
  if (given.length === 0) {
    throw new PancakeError(`Goal got no condition; name at least one of ${names.join(', ')}`);
  }
}
