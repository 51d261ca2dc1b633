// Which options are data, and can be held by a link; which are not.
import { Loss, createLoss, type LossName } from '../../engine';
import type { TrainerOptions } from '../options';
import type { LeftOut } from './record';

/** The options that can change on the way, beside the data. */
export const ofTraining = [
  'loss',
  'reduction',
  'optimizer',
  'optimizerOptions',
  'learningRate',
  'schedule',
  'l1',
  'l2',
  'batchSize',
  'zeroGrad',
  'shuffle',
] as const satisfies readonly (keyof TrainerOptions)[];

/** Options that a link may have to leave out. */
const mayBeFunctions: readonly LeftOut[] = ['loss', 'optimizer', 'schedule', 'stopWhen'];

/** Among some options, those that a link cannot hold. */
export function leftOutOf(options: TrainerOptions): LeftOut[] {
  return mayBeFunctions.filter((name) => {
    const value = options[name];
    return value instanceof Loss ? !isBuiltInLoss(value) : typeof value === 'function';
  });
}

/**
 * The options that a link can hold; points and models of one's own are held elsewhere, and where a run
 * is first shown is said by the link itself.
 */
export function recordableOptions(options: TrainerOptions): TrainerOptions {
  const { model, data, posterEpoch, weights, ...rest } = options;
  const held: TrainerOptions = { ...rest };
  if (Array.isArray(model)) held.model = model as readonly number[];
  if (typeof data === 'string') held.data = data;
  for (const name of leftOutOf(options)) delete held[name];
  return withoutUndefined(held);
}

/** Those options of a page that a link left out. */
export function optionsToKeep(own: TrainerOptions, leftOut: readonly LeftOut[]): TrainerOptions {
  return Object.fromEntries(
    leftOutOf(own).flatMap((name) => (leftOut.includes(name) ? [[name, own[name]]] : [])),
  );
}

/** What differs in the options of training, undefined where an option went back to its default. */
export function changeOfOptions(
  before: TrainerOptions,
  after: TrainerOptions,
  names: readonly (keyof TrainerOptions)[],
): TrainerOptions {
  const no = leftOutOf(after) as readonly (keyof TrainerOptions)[];
  const changed = names.filter(
    (name) => !no.includes(name) && !isSame(name, before[name], after[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

// Other options of the optimizer, even if they say the same, are an optimizer without memory.
function isSame(name: keyof TrainerOptions, before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (name === 'optimizerOptions' || name === 'loss') return false;
  return JSON.stringify(before) === JSON.stringify(after);
}

function isBuiltInLoss(loss: Loss): boolean {
  try {
    return createLoss(loss.type as LossName, {}).constructor === loss.constructor;
  } catch {
    return false;
  }
}

function withoutUndefined(options: TrainerOptions): TrainerOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
