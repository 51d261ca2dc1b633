// A slice's work for as long as its map is on the page, and can be seen or nearly.
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { useCaught } from '../../hooks';
import { frameLoop, type LossSlice, type Trainer } from '../../trainer';
import { SliceWork } from './slice-work';

/**
 * Has a slice computed. Returns what to call when the run may have changed.
 *
 * @param box the map
 * @param draw called in the frame of a new picture
 */
export function useSliceWork(
  box: RefObject<HTMLElement | null>,
  trainer: Trainer,
  slice: LossSlice,
  draw: RefObject<() => void>,
): () => void {
  const work = useRef<SliceWork | null>(null);
  const isVisible = useRef(true);
  useEffect(() => {
    const drawer = { draw: () => draw.current() };
    const own = new SliceWork(trainer, slice, () => frameLoop.requestDraw(drawer));
    work.current = own;
    own.see(isVisible.current);
    return () => {
      own.rest();
      frameLoop.cancelDraw(drawer);
    };
  }, [trainer, slice, draw]);
  const caught = useCaught();
  useEffect(() => {
    if (!box.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      caught((entries: readonly IntersectionObserverEntry[]) => {
        isVisible.current = entries.at(-1)!.isIntersecting;
        work.current?.see(isVisible.current);
      }),
      { rootMargin: '100px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, caught]);
  return useCallback(() => work.current?.wake(), []);
}
