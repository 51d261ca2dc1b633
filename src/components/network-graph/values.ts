// The numbers that the lines show: weights in every frame, gradients a few times a second.
import { NonFiniteError } from '../../engine';
import type { Trainer } from '../../trainer';
import type { Shown } from './paint';

/** What each parameter holds, by name, and what counts as large. */
export interface Values {
  values: ReadonlyMap<string, ArrayLike<number>>;
  largest: number;
}

// A pass over all data costs too much for every frame.
const gradientInterval = 125;

/** Reads a run's weights or gradients; remembers what has not changed. */
export class ValueReader {
  private model: unknown = null;
  private weights: Values = { values: new Map(), largest: 1 };
  private gradients: Values = { values: new Map(), largest: 1 };
  private seen: unknown[] = [];
  private time = -Infinity;

  read(trainer: Trainer, shown: Shown): Values {
    if (trainer.model !== this.model) {
      this.model = trainer.model;
      const values = trainer.model
        .parameters()
        .map(({ name, value }) => [name, value.data] as const);
      this.weights = { values: new Map(values), largest: 1 };
      this.seen = [];
    }
    return shown === 'weights' ? this.weights : this.readGradients(trainer);
  }

  private readGradients(trainer: Trainer): Values {
    const state = [trainer.model, trainer.weightsVersion, trainer.data, trainer.loss];
    if (state.every((one, i) => one === this.seen[i])) return this.gradients;
    const now = performance.now();
    const since = now - this.time;
    const isEarly = since >= 0 && since < gradientInterval && this.seen[0] === trainer.model;
    if (isEarly && trainer.now.status === 'running') return this.gradients;
    this.time = now;
    this.seen = state;
    try {
      const all = trainer.gradients();
      const names = trainer.model.parameters().map(({ name }) => name);
      let largest = 0;
      for (const one of all) for (const value of one) largest = Math.max(largest, Math.abs(value));
      this.gradients = {
        values: new Map(names.map((name, i) => [name, all[i]!])),
        largest: largest || 1,
      };
    } catch (error) {
      if (!(error instanceof NonFiniteError)) throw error;
    }
    return this.gradients;
  }
}
