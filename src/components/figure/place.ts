// What stood in a figure's place before it came.
import { createContext, useCallback, useContext, useEffect, useRef } from 'react';
import { useCaught } from '../../hooks';
import { frameLoop, type Drawer } from '../../trainer';
import { comesAtOnce } from './near';

/** Inside of a shell whose figure has come: what stood there. Null for a figure that is to wait itself. */
export const ShellContext = createContext<'sent' | 'awaited' | null>(null);

/** Whether nothing was to be seen in the figure's place. */
export const EmptyPlaceContext = createContext(false);

/**
 * Whether what could be drawn before the browser shows the figure may as well come a moment later: once, where
 * nothing was shown before, and no printer or focus waits for it.
 */
export function useCanWait(): () => boolean {
  const isAwaited = useRef(useContext(EmptyPlaceContext));
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
  const asked = useRef<Drawer>({ draw: () => {} });
  useEffect(() => () => frameLoop.cancelDraw(asked.current), []);
  return useCallback(
    (paint: () => void) => {
      // What was to be painted is out of date.
      frameLoop.cancelDraw(asked.current);
      if (!canWait()) return paint();
      asked.current = { draw: caught(paint) };
      frameLoop.requestDraw(asked.current);
    },
    [canWait, caught],
  );
}
