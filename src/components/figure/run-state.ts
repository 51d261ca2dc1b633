// How a run stands, as the attributes that every figure of it has on its root.
import type { Snapshot } from '../../trainer';

/** The attributes of a figure's root. */
export function rootState(run: Pick<Snapshot, 'status' | 'epoch' | 'loss'>) {
  return {
    'data-status': run.status,
    'data-epoch': String(run.epoch),
    'data-loss': String(run.loss),
  };
}
