// Several runs at once, for React and for drawing.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useBeforePaint } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';

/** The list given before while its entries are the same, so that a list written in place is kept. */
export function useSameList<T>(list: readonly T[], isSame: (a: T, b: T) => boolean): readonly T[] {
  const [kept, keep] = useState(list);
  const still = kept.length === list.length && kept.every((entry, i) => isSame(entry, list[i]!));
  if (!still) keep(list);
  return still ? kept : list;
}

/**
 * A value of several runs: renders again when it changes, at most as often as the runs' snapshots.
 * Lists and objects count as the same if their entries are.
 */
export function useRunsValue<T>(selector: () => T, trainers: readonly Trainer[]): T {
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const ends = trainers.map((trainer) => trainer.subscribe(listener));
      return () => ends.forEach((end) => end());
    },
    [trainers],
  );
  const select = useMemo(() => remembering(trainers, selector), [trainers, selector]);
  return useSyncExternalStore(subscribe, select, select);
}

/** Calls back in every frame in which one of the runs changed. Never renders. */
export function useRunsFrame(callback: () => void, trainers: readonly Trainer[]): void {
  const latest = useRef(callback);
  useBeforePaint(() => {
    latest.current = callback;
  });
  useEffect(() => {
    const ends = trainers.map((trainer) => trainer.onFrame(() => latest.current()));
    return () => ends.forEach((end) => end());
  }, [trainers]);
}

function remembering<T>(trainers: readonly Trainer[], selector: () => T): () => T {
  let seen: Snapshot[] = [];
  let value: T;
  return () => {
    const isSeen = seen.length && trainers.every((run, i) => run.getSnapshot() === seen[i]);
    if (isSeen) return value;
    const next = selector();
    if (!seen.length || !sameEntries(value, next)) value = next;
    seen = trainers.map((run) => run.getSnapshot());
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
