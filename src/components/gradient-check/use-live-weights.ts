// When to look at a run's weights again: at once while it rests, seldom while it plays.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useCaught, useTrainerFrame } from '../../hooks';
import type { Trainer } from '../../trainer';

/**
 * The run's `weightsVersion`, followed as it changes: at once while the run rests, at most every
 * `interval` milliseconds while it plays, and only while the figure can be seen.
 */
export function useLiveWeights(
  trainer: Trainer,
  root: RefObject<HTMLElement | null>,
  interval: number,
): number {
  const [version, setVersion] = useState(trainer.weightsVersion);
  const isSeen = useRef(true);
  const lookedAt = useRef(-Infinity);
  const caught = useCaught();
  useTrainerFrame((run, time) => {
    if (!isSeen.current) return;
    const since = time - lookedAt.current;
    if (run.now.status === 'running' && since >= 0 && since < interval) return;
    if (run.weightsVersion !== version) lookedAt.current = time;
    setVersion(run.weightsVersion);
  }, trainer);
  useEffect(() => {
    const figure = root.current;
    if (!figure || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      caught((entries: readonly IntersectionObserverEntry[]) => {
        isSeen.current = entries.at(-1)!.isIntersecting;
        if (isSeen.current) setVersion(trainer.weightsVersion);
      }),
    );
    observer.observe(figure);
    return () => observer.disconnect();
  }, [trainer, root, caught]);
  return version;
}
