// Speakers: of all figures of a run, one says what is to be said once.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Trainer } from '../../trainer';

/** The figures of one run, the one that speaks for all of them first. */
class Speakers {
  private figures: object[] = [];
  private readonly listeners = new Set<() => void>();

  get first(): object | undefined {
    return this.figures[0];
  }

  join(figure: object, isBest: boolean): () => void {
    this.change(isBest ? [figure, ...this.figures] : [...this.figures, figure]);
    return () => this.change(this.figures.filter((other) => other !== figure));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private change(figures: object[]): void {
    const { first } = this;
    this.figures = figures;
    if (this.first !== first) for (const listener of [...this.listeners]) listener();
  }
}

/** What is said once: why a run stopped, and how it goes. */
export type Topic = 'fault' | 'progress';

const speakers: Readonly<Record<Topic, WeakMap<Trainer, Speakers>>> = {
  fault: new WeakMap(),
  progress: new WeakMap(),
};

function speakersOf(topic: Topic, trainer: Trainer): Speakers {
  let found = speakers[topic].get(trainer);
  if (!found) speakers[topic].set(trainer, (found = new Speakers()));
  return found;
}

/**
 * Whether this figure is the one of its run that speaks; never on a server.
 *
 * @param isBest whether it speaks rather than others: it is where the reader began the training
 */
export function useSpeaks(topic: Topic, trainer: Trainer, isBest: boolean): boolean {
  const me = useMemo(() => ({}), []);
  const all = speakersOf(topic, trainer);
  useEffect(() => all.join(me, isBest), [all, me, isBest]);
  return useSyncExternalStore(
    all.subscribe,
    () => all.first === me,
    () => false,
  );
}
