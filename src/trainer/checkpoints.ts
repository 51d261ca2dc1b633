// Checkpoints: states of a run to go back to. Few are kept; the epochs between are trained again.
import type { RunState } from './run';

/** The most that are kept; past it, every second one is dropped and the distance doubles. */
const limit = 64;

/** States of one run, at a distance that doubles as the run gets longer. */
export class Checkpoints {
  private kept: RunState[] = [];
  private distance = 1;

  /** Whether the state at this epoch should be kept. */
  due(epoch: number): boolean {
    const last = this.kept.at(-1);
    return !last || epoch >= last.epoch + this.distance;
  }

  /** Keeps a state later than those before. */
  keep(state: RunState): void {
    this.kept.push(state);
    if (this.kept.length <= limit) return;
    this.distance *= 2;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
  }

  /** Forgets every state after this epoch. */
  truncate(epoch: number): void {
    this.kept = this.kept.filter((state) => state.epoch <= epoch);
  }

  /** The latest state at or before this epoch; the first one is of epoch 0. */
  nearest(epoch: number): RunState {
    return this.kept.findLast((state) => state.epoch <= epoch)!;
  }
}
