// What stood in a figure's place before it came.
import { createContext, useCallback, useContext, useEffect, useRef, type RefObject } from 'react';
import { useBeforePaint, useCaught } from '../../hooks';
import { frameLoop, type Drawer } from '../../trainer';
import { beforePrint, comesAtOnce } from './near';

/** Inside of a shell whose figure has come: what stood there. Null for a figure that is to wait itself. */
export const ShellContext = createContext<'sent' | 'awaited' | null>(null);

/** Whether nothing stood in the figure's place: true while what comes first is made, and never again. */
export const EmptyPlaceContext = createContext<RefObject<boolean>>({ current: false });

/**
 * Whether what could be drawn before the browser shows the figure may as well come a moment later: once, where
 * nothing was shown before, and no printer or focus waits for it.
 */
export function useCanWait(): () => boolean {
  const isEmpty = useContext(EmptyPlaceContext);
  const isAwaited = useRef(false);
  useBeforePaint(() => {
    isAwaited.current = isEmpty.current;
  }, [isEmpty]);
  return useCallback(() => {
    const canWait = isAwaited.current && !comesAtOnce();
    isAwaited.current = false;
    return canWait;
  }, []);
}

/**
 * Paints a picture for which there is room now: in the next frame if it can wait, or at once.
 *
 * @returns to be called whenever the picture is to be painted, with what paints it
 */
export function useFirstPaint(): (paint: () => void) => void {
  const canWait = useCanWait();
  const caught = useCaught();
  const forget = useRef(() => {});
  useEffect(() => () => forget.current(), []);
  return useCallback(
    (paint: () => void) => {
      // What was to be painted is out of date.
      forget.current();
      if (!canWait()) return paint();
      const draw = caught(() => {
        forget.current();
        paint();
      });
      const drawer: Drawer = { draw };
      frameLoop.requestDraw(drawer);
      const endPrint = beforePrint(draw);
      forget.current = () => {
        frameLoop.cancelDraw(drawer);
        endPrint();
      };
    },
    [canWait, caught],
  );
}
