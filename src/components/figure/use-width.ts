// The width that a figure has to draw in.
import { startTransition, useState, type RefObject } from 'react';
import { useBeforePaint, useCaught } from '../../hooks';
import { usePoster } from '../poster';
import { beforePrint } from './near';
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
 * figure's frame comes first, and what is drawn in this box follows in a task of its own.
 *
 * @param assumed the width before it can be measured, as on the server
 */
export function useBoxWidth(element: RefObject<Element | null>, assumed: number): BoxWidth {
  const width = useWidth(element, assumed);
  const canWait = useCanWait();
  const caught = useCaught();
  const [isKnown, setKnown] = useState(usePoster());
  useBeforePaint(() => {
    if (isKnown) return;
    const draw = () => setKnown(true);
    if (!canWait()) return draw();
    startTransition(draw);
    // A page whose own transition goes on for long holds up all others.
    const late = setTimeout(caught(draw), longestWait);
    const forget = beforePrint(draw);
    return () => {
      clearTimeout(late);
      forget();
    };
  }, [isKnown, canWait, caught]);
  return { width, isKnown };
}

/** The width alone, for what is drawn in any case. */
export function useWidth(element: RefObject<Element | null>, assumed: number): number {
  const [width, setWidth] = useState(assumed);
  const caught = useCaught();
  useBeforePaint(() => {
    const box = element.current;
    if (!box) return;
    const follow = () => {
      const measured = Math.round(box.getBoundingClientRect().width);
      // A box that is not shown has no width; it keeps the last one.
      if (measured > 0) setWidth(measured);
    };
    follow();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(caught(follow));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, caught]);
  return width;
}

// In milliseconds.
const longestWait = 1000;
