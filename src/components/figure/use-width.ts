// The width that a figure has to draw in.
import { startTransition, useCallback, useState, type RefObject } from 'react';
import { useBeforePaint, useCaught } from '../../hooks';
import { usePoster } from '../poster';
import { useCanWait } from './place';

/** How wide a figure's box is, in CSS pixels. */
export interface BoxWidth {
  width: number;
  /**
   * Whether to draw: the width was measured, or is to be taken as it is, since a server sends the
   * figure. What many elements are made of is made once, and not again a moment later.
   */
  isKnown: boolean;
}

/**
 * The width of an element in CSS pixels, followed as it changes. In a place where nothing was shown before, the
 * figure's frame comes first, and what is drawn in this box follows in tasks of its own.
 *
 * @param assumed the width before it can be measured, as on the server
 */
export function useBoxWidth(element: RefObject<Element | null>, assumed: number): BoxWidth {
  const canWait = useCanWait();
  const tell = useCallback(
    (measured: () => void) => {
      if (canWait()) startTransition(measured);
      else measured();
    },
    [canWait],
  );
  return useFollowed(element, assumed, tell);
}

/** The width alone, for what is drawn in any case. */
export function useWidth(element: RefObject<Element | null>, assumed: number): number {
  return useFollowed(element, assumed, atOnce).width;
}

function useFollowed(
  element: RefObject<Element | null>,
  assumed: number,
  tell: (measured: () => void) => void,
): BoxWidth {
  const isSent = usePoster();
  const [width, setWidth] = useState<BoxWidth>({ width: assumed, isKnown: isSent });
  const caught = useCaught();
  useBeforePaint(() => {
    const box = element.current;
    if (!box) return;
    let seen = -1;
    const follow = () => {
      const measured = Math.round(box.getBoundingClientRect().width);
      // An observer tells of the size that there is already, too.
      if (measured === seen) return;
      seen = measured;
      setWidth((before) => {
        // A box that is not shown has no width; it keeps the last one.
        const now = measured > 0 ? measured : before.width;
        return before.isKnown && now === before.width ? before : { width: now, isKnown: true };
      });
    };
    tell(follow);
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(caught(follow));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, tell, caught]);
  return width;
}

const atOnce = (measured: () => void) => measured();
