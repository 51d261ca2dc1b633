// Checkpoints: states of a run to go back to. Few are kept; the epochs between are trained again.
import type { RunState } from './run';

/** The most that are kept; past it, every second one is dropped and the distance doubles. */
const limit = 64;

/** A state, and what was measured in it. */
export interface Checkpoint {
  state: RunState;
  /** A number for each of `curves`. */
  readonly measured: Float64Array;
}

/** States of one run, at a distance that doubles as the run gets longer. */
export class Checkpoints {
  private readonly kept: Checkpoint[] = [];
  private readonly dropped: Checkpoint[] = [];
  private distance = 1;

  /** Whether the state at this epoch should be kept. */
  due(epoch: number): boolean {
    const { kept } = this;
    return kept.length === 0 || epoch >= kept[kept.length - 1]!.state.epoch + this.distance;
  }

  /**
   * Keeps a state later than those before.
   *
   * @param save gives the state, in a dropped one if there is one
   * @param measured what was measured in it
   */
  keep(save: (into?: RunState) => RunState, measured: Float64Array): void {
    const { kept, dropped } = this;
    const old = dropped.pop();
    const checkpoint = old ?? { state: save(), measured: measured.slice() };
    if (old) {
      old.state = save(old.state);
      old.measured.set(measured);
    }
    kept.push(checkpoint);
    if (kept.length <= limit) return;
    this.distance *= 2;
    let length = 0;
    for (let i = 0; i < kept.length; i++) {
      if (i % 2 === 0) kept[length++] = kept[i]!;
      else dropped.push(kept[i]!);
    }
    kept.length = length;
  }

  /** Forgets every state after this epoch. */
  truncate(epoch: number): void {
    const { kept } = this;
    while (kept.length && kept[kept.length - 1]!.state.epoch > epoch)
      this.dropped.push(kept.pop()!);
  }

  /** The latest state at or before this epoch; the first one is of epoch 0. */
  nearest(epoch: number): Checkpoint {
    return this.kept.findLast(({ state }) => state.epoch <= epoch)!;
  }
}
