// Values of a run for React: a few times a second, and only when they differ.
import { useMemo, useSyncExternalStore } from 'react';
import type { Snapshot, Trainer } from '../trainer';
import { useContextTrainer } from './trainer-context';

/**
 * A value of the run, such as `useTrainerValue((run) => run.epoch)`. Renders again when the value
 * changes, at most about eight times a second however fast the run is. Objects and arrays count as
 * the same if their entries are.
 *
 * @param selector takes the value from a snapshot (and, if need be, from the trainer)
 * @param trainer the run; that of the nearest `<Pancake>` if not given
 * @throws PancakeError if there is no run
 */
export function useTrainerValue<T>(
  selector: (snapshot: Snapshot, trainer: Trainer) => T,
  trainer?: Trainer,
): T {
  const run = useContextTrainer(trainer, 'useTrainerValue');
  const select = useMemo(() => remembering(run, selector), [run, selector]);
  return useSyncExternalStore(run.subscribe, select, select);
}

// Gives the same object back while its entries are the same, so that React sees no change.
function remembering<T>(trainer: Trainer, selector: (s: Snapshot, t: Trainer) => T): () => T {
  let seen: Snapshot | undefined;
  let value: T;
  return () => {
    const snapshot = trainer.getSnapshot();
    if (snapshot !== seen) {
      const next = selector(snapshot, trainer);
      if (!seen || !sameEntries(value, next)) value = next;
      seen = snapshot;
    }
    return value;
  };
}

function sameEntries(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.is(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
