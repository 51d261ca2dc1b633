// Snapshots: what the world sees of a run.
import type { Measurement } from './history';
import type { Fault } from './fault';
import type { Phase } from './run';

/** What a run is doing. `idle` has not begun, `done` met its stop rule. */
export type Status = 'idle' | 'running' | 'paused' | 'done' | 'diverged';

/** Where a run stopped being finite. */
export interface Divergence {
  /** The layer where the first such number appeared, as in a parameter's prefix, or `'loss'`. */
  layer: string;
  /** What happened, in words. */
  message: string;
}

/** A run at one moment. Never changed, only replaced. */
export interface Snapshot extends Measurement {
  status: Status;
  /** Finished epochs. */
  epoch: number;
  /** Finished training steps, each one a batch. */
  step: number;
  /** What was done last within a training step, when stepping layer by layer. */
  phase: Phase;
  /** The first epoch that `seek` can go to; 0 without saved weights, unless the model was changed very often. */
  firstEpoch: number;
  /** The last epoch that `seek` can go to. */
  lastEpoch: number;
  learningRate: number;
  /** The learning rate times what the schedule makes of it at this epoch. */
  scheduledRate: number;
  batchSize: number | 'full';
  /** Epochs a second. */
  speed: number;
  /** Why the run diverged, or null. */
  divergence: Divergence | null;
  /**
   * Why the run stopped other than by itself: code of the page's own threw. While it trained, the run is
   * paused at its last whole epoch; on the way to another epoch, it rests where it was. `retry` does again what
   * failed. Null again as soon as anything is done with the run.
   */
  fault: Fault | null;
}

/** How much `step` does. */
export type StepUnit = 'layer' | 'batch' | 'epoch';
