// Stop rules: when a run is done.
import type { StopRule } from './options';
import type { Snapshot } from './snapshot';

/** Whether the rule says that the run is done; the snapshot is taken only if the rule needs it. */
export function shouldStop(rule: StopRule, takeSnapshot: () => Snapshot): boolean {
  const snapshot = takeSnapshot();
  if (typeof rule === 'function') return rule(snapshot);
  const { epoch = Infinity, loss = -Infinity, accuracy = Infinity } = rule;
  return (
    snapshot.epoch >= epoch || snapshot.loss <= loss || (snapshot.accuracy ?? -Infinity) >= accuracy
  );
}
