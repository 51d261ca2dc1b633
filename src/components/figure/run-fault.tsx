// What a figure says when its run was stopped by an error. One figure of each run says it.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLabels } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { ErrorMessage } from './error-boundary';
import { errorLabels } from './labels';

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

const speakers = new WeakMap<Trainer, Speakers>();

function speakersOf(trainer: Trainer): Speakers {
  let found = speakers.get(trainer);
  if (!found) speakers.set(trainer, (found = new Speakers()));
  return found;
}

/**
 * Why the run stopped, with a button to go on, in one of its figures.
 *
 * @param isBest whether this figure says it rather than others: it is where the reader began the training
 */
export function RunFault({ trainer, isBest }: { trainer: Trainer; isBest: boolean }) {
  const me = useMemo(() => ({}), []);
  const all = speakersOf(trainer);
  useEffect(() => all.join(me, isBest), [all, me, isBest]);
  const speaks = useSyncExternalStore(
    all.subscribe,
    () => all.first === me,
    () => false,
  );
  const fault = useTrainerValue(readFault, trainer);
  const words = useLabels('FigureError', errorLabels, undefined);
  if (!speaks || !fault) return null;
  return (
    <ErrorMessage
      what={words.stopped}
      error={fault}
      retry={words.retry}
      onRetry={() => trainer.play()}
    />
  );
}

const readFault = ({ fault }: Snapshot) => fault;
