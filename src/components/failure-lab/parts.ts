// The parts of the failure lab that an author may leave out, and the failures by name.
import { ensure, show } from '../../engine';
import { failureKinds, type FailureKind } from '../../trainer';

/**
 * A part of the failure lab: `remedies` is what can be tried, `show` the buttons that show neurons in
 * other figures, `notHere` the failures that cannot happen in this run, `fine` those that do not,
 * `summary` the sentence above the list, `controls` the buttons that train a run which was begun here.
 */
export type FailureLabPart = (typeof parts)[number];

const parts = ['remedies', 'show', 'notHere', 'fine', 'summary', 'controls'] as const;

/** @throws PancakeError if one of the names is no part */
export function checkParts(hide: readonly FailureLabPart[]): void {
  for (const part of hide) {
    ensure(
      parts.includes(part),
      () => `FailureLab got hide = ${show(part)}; it may name ${parts.join(', ')}`,
    );
  }
}

/**
 * The failures that are named, in their usual order.
 *
 * @throws PancakeError if one of the names is no failure
 */
export function namedKinds(
  names: readonly FailureKind[] | boolean,
  prop: string,
): readonly FailureKind[] {
  if (typeof names === 'boolean') return names ? failureKinds : [];
  for (const name of names) {
    ensure(
      failureKinds.includes(name),
      () => `FailureLab got ${prop} = ${show(name)}; it may name ${failureKinds.join(', ')}`,
    );
  }
  return failureKinds.filter((kind) => names.includes(kind));
}
