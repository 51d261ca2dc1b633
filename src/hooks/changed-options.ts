// Which options differ between two renders, by what they say and not by identity.
import { Layer, Loss, Tensor } from '../engine';
import type { TrainerOptions } from '../trainer';

/** The options that changed, as they are now, or null if none did. */
export function changedOptions(
  before: TrainerOptions,
  after: TrainerOptions,
): Partial<TrainerOptions> | null {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<
    keyof TrainerOptions
  >;
  const changed = [...names].filter((name) => !saysTheSame(before[name], after[name]));
  if (!changed.length) return null;
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}

function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  // A function written in place is a new one in every render, and cannot be compared.
  if (typeof a === 'function' && typeof b === 'function') return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (a instanceof Layer && b instanceof Layer) return a.describe() === b.describe();
  if (a instanceof Loss && b instanceof Loss) return a.describe() === b.describe();
  if (a instanceof Tensor && b instanceof Tensor) {
    return saysTheSame(a.shape, b.shape) && a.data.every((value, i) => Object.is(value, b.data[i]));
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => saysTheSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
