// Stop rules: when a run is done.
import type { StopRule } from './options';
import type { Snapshot } from './snapshot';

/** Whether the rule says that the run is done. */
export function shouldStop(rule: StopRule, snapshot: Snapshot): boolean {
  if (typeof rule === 'function') return rule(snapshot);
  const { epoch = Infinity, loss = -Infinity, accuracy = Infinity } = rule;
  return (
    snapshot.epoch >= epoch || snapshot.loss <= loss || (snapshot.accuracy ?? -Infinity) >= accuracy
  );
}
