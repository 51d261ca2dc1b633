// Travel: takes runs to an epoch, at most once a frame however fast the reader moves.
import { useEffect, useMemo, useRef, useState } from 'react';
import { forAll, frameLoop, type Trainer } from '../../trainer';

/** What a page does when its reader goes to an epoch; `false` keeps the runs where they are. */
export type OnSeek = (epoch: number) => void | false;

/** Goes to epochs. */
export interface Travel {
  /** Goes to an epoch now. */
  go: (epoch: number) => void;
  /** Goes to an epoch in the next frame, unless another one is asked for until then. */
  scrub: (epoch: number) => void;
  /** The first epoch that can be reached, if the reader last asked for one before it. */
  clampedTo: number | null;
}

/** Takes these runs to epochs, in step. */
export function useTravel(trainers: readonly Trainer[], onSeek: OnSeek | undefined): Travel {
  const [clampedTo, setClampedTo] = useState<number | null>(null);
  const latest = useRef(onSeek);
  useEffect(() => {
    latest.current = onSeek;
  });

  const travel = useMemo(() => {
    const go = (asked: number) => {
      frameLoop.cancelDraw(waiting);
      const [first, last] = reach(trainers);
      const epoch = Math.max(first, Math.min(last, asked));
      setClampedTo(asked < first ? first : null);
      if (latest.current?.(epoch) === false) return;
      forAll(trainers, (trainer) => goTo(trainer, epoch));
    };
    const waiting = { epoch: 0, draw: () => go(waiting.epoch) };
    const scrub = (epoch: number) => {
      waiting.epoch = epoch;
      frameLoop.requestDraw(waiting);
    };
    return { go, scrub, forget: () => frameLoop.cancelDraw(waiting) };
  }, [trainers]);
  useEffect(() => travel.forget, [travel]);

  return useMemo(() => ({ ...travel, clampedTo }), [travel, clampedTo]);
}

/** The first and the last epoch that these runs can go to together. */
export function reach(trainers: readonly Trainer[]): [first: number, last: number] {
  return [
    Math.max(...trainers.map((trainer) => trainer.getSnapshot().firstEpoch)),
    Math.max(...trainers.map((trainer) => trainer.curves.length - 1)),
  ];
}

// A run that is there already stays as it is: diverged, done, or not begun.
function goTo(trainer: Trainer, asked: number): void {
  const epoch = Math.min(asked, trainer.curves.length - 1);
  const isThere = trainer.progress === epoch;
  if (isThere && trainer.now.status === 'running') trainer.pause();
  else if (!isThere) trainer.seek(epoch);
}
