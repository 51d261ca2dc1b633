// The width that a figure has to draw in.
import { useState, type RefObject } from 'react';
import { useBeforePaint, useCaught } from '../../hooks';
import { usePoster } from '../poster';

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
 * The width of an element in CSS pixels, followed as it changes.
 *
 * @param assumed the width before it can be measured, as on the server
 */
export function useBoxWidth(element: RefObject<Element | null>, assumed: number): BoxWidth {
  const isSent = usePoster();
  const [width, setWidth] = useState<BoxWidth>({ width: assumed, isKnown: isSent });
  const caught = useCaught();
  useBeforePaint(() => {
    const box = element.current;
    if (!box) return;
    const follow = () => {
      const measured = Math.round(box.getBoundingClientRect().width);
      setWidth((before) => {
        // A box that is not shown has no width; it keeps the last one.
        const now = measured > 0 ? measured : before.width;
        return before.isKnown && now === before.width ? before : { width: now, isKnown: true };
      });
    };
    follow();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(caught(follow));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, caught]);
  return width;
}

/** The width alone, for what is drawn in any case. */
export function useWidth(element: RefObject<Element | null>, assumed: number): number {
  return useBoxWidth(element, assumed).width;
}
