// The width that a figure has to draw in.
import { startTransition, useCallback, useRef, useState, type RefObject } from 'react';
import { useBeforePaint, useCaught } from '../../hooks';
import { usePoster } from '../poster';
import { beforePrint, longestWait } from './near';
import { useCanWait } from './place';

/** How wide a figure's box is, in CSS pixels. */
export interface BoxWidth {
  /** The one that is assumed, until it is known or the frame is made for it. */
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
 * @param options.inFrame whether the frame is made for this width, too, and not only what is drawn in it
 */
export function useBoxWidth(
  element: RefObject<Element | null>,
  assumed: number,
  { inFrame = false }: { inFrame?: boolean } = {},
): BoxWidth {
  const [box, setBox] = useState<BoxWidth>({ width: assumed, isKnown: usePoster() });
  const canWait = useCanWait();
  const caught = useCaught();
  const endWait = useRef(() => {});
  const tell = useCallback(
    (measured: number) => {
      const take = (isKnown: boolean) =>
        setBox((before) => {
          const width = measured || before.width;
          const isSame = width === before.width && isKnown === before.isKnown;
          return isSame ? before : { width, isKnown };
        });
      const draw = () => take(true);
      if (!canWait()) return draw();
      if (inFrame) take(false);
      startTransition(draw);
      const late = setTimeout(caught(draw), longestWait);
      const forget = beforePrint(draw);
      // The next press of Tab finds what is drawn.
      const figure = element.current?.closest('.pancake');
      figure?.addEventListener('focusin', draw);
      endWait.current = () => {
        clearTimeout(late);
        forget();
        figure?.removeEventListener('focusin', draw);
      };
    },
    [element, canWait, caught, inFrame],
  );
  useBeforePaint(() => (box.isKnown ? undefined : () => endWait.current()), [box.isKnown]);
  useMeasured(element, tell);
  return box;
}

/** The width alone, for what is drawn in any case. */
export function useWidth(element: RefObject<Element | null>, assumed: number): number {
  const [width, setWidth] = useState(assumed);
  const tell = useCallback((measured: number) => setWidth((before) => measured || before), []);
  useMeasured(element, tell);
  return width;
}

// Tells how wide an element is, and whenever that changes: 0 of a box that is not shown.
function useMeasured(element: RefObject<Element | null>, tell: (width: number) => void): void {
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
      tell(measured);
    };
    follow();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(caught(follow));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, tell, caught]);
}
