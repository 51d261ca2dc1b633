// The width that a figure has to draw in.
import { useState, type RefObject } from 'react';
import { useBeforePaint } from '../../hooks';

/**
 * The width of an element in CSS pixels, followed as it changes.
 *
 * @param assumed the width before it can be measured, as on the server
 */
export function useWidth(element: RefObject<Element | null>, assumed: number): number {
  const [width, setWidth] = useState(assumed);
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
    const observer = new ResizeObserver(follow);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
