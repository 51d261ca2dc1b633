// Changes made by hand while a run goes on: of its settings, or of one number in its model.
import { ensure, show, type Parameter } from '../engine';
import type { Settings } from './settings';

/** One number of the model, set by hand. */
export interface ParameterEdit {
  /** The parameter's place among the model's parameters. */
  readonly parameter: number;
  /** The number's place in the parameter, row by row. */
  readonly place: number;
  readonly value: number;
}

/** Something that was changed between two training steps. */
export type Change = { readonly settings: Settings } | { readonly edit: ParameterEdit };

/** What was changed by hand. */
export type MarkKind =
  | 'learningRate'
  | 'schedule'
  | 'batchSize'
  | 'loss'
  | 'optimizer'
  | 'zeroGrad'
  | 'regularization'
  | 'data'
  | 'weights'
  | 'model';

/** A change made by hand, for a chart to mark. */
export interface Mark {
  /** The epochs that were finished when it was made. */
  readonly epoch: number;
  readonly kind: MarkKind;
  /** What it was changed to, in a few characters, or nothing where that says little. */
  readonly value: string;
}

/** Whether a change makes the one before it, at the same training step, as if it had not been. */
export function supersedes(later: Change, earlier: Change): boolean {
  if ('edit' in later) {
    return (
      'edit' in earlier &&
      later.edit.parameter === earlier.edit.parameter &&
      later.edit.place === earlier.edit.place
    );
  }
  // A change of optimizer forgets what the one before remembered, even if it is taken back at once.
  return 'settings' in earlier && sameOptimizer(later.settings, earlier.settings);
}

/** Whether an optimizer made for one of these goes on under the other. */
export function sameOptimizer(a: Settings, b: Settings): boolean {
  return a.optimizer === b.optimizer && a.optimizerOptions === b.optimizerOptions;
}

/** What differs between two settings. */
export function marksOf(before: Settings, after: Settings, epoch: number): Mark[] {
  const marks: Mark[] = [];
  const note = (kind: MarkKind, value = '') => marks.push({ epoch, kind, value });
  if (after.learningRate !== before.learningRate) note('learningRate', String(after.learningRate));
  if (after.schedule !== before.schedule) note('schedule');
  if (after.batchSize !== before.batchSize) note('batchSize', String(after.batchSize));
  if (after.loss.describe() !== before.loss.describe()) note('loss', after.loss.describe());
  if (!sameOptimizer(after, before)) {
    note('optimizer', typeof after.optimizer === 'string' ? after.optimizer : '');
  }
  if (after.zeroGrad !== before.zeroGrad) note('zeroGrad', after.zeroGrad ? 'on' : 'off');
  if (after.l1 !== before.l1 || after.l2 !== before.l2) {
    note('regularization', after.l1 ? `L1 ${after.l1}` : `L2 ${after.l2}`);
  }
  if (after.train !== before.train || after.test !== before.test) note('data');
  return marks;
}

/** @throws PancakeError if there is no such number, or the value is not finite */
export function checkParameterEdit(
  parameters: readonly Parameter[],
  name: string,
  place: number,
  value: number,
): ParameterEdit {
  const parameter = parameters.findIndex((known) => known.name === name);
  const size = parameters[parameter]?.value.size ?? 0;
  ensure(
    size > 0,
    () =>
      `setParameter got the name ${show(name)}; the model has ${parameters.map((known) => known.name).join(', ')}`,
  );
  ensure(
    Number.isInteger(place) && place >= 0 && place < size,
    () => `setParameter got the place ${show(place)}; ${name} has places from 0 to ${size - 1}`,
  );
  ensure(
    typeof value === 'number' && Number.isFinite(value),
    () => `setParameter got the value ${show(value)}; it must be a finite number`,
  );
  return { parameter, place, value };
}
