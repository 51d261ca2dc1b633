// What stood in a figure's place before it came.
import { createContext, useCallback, useContext, useRef } from 'react';
import { comesAtOnce } from './near';

/** Inside of a shell whose figure has come: what stood there. Null for a figure that is to wait itself. */
export const ShellContext = createContext<'sent' | 'awaited' | null>(null);

/** Whether nothing was to be seen in the figure's place. */
export const EmptyPlaceContext = createContext(false);

/**
 * Whether a picture that could be painted before the browser shows the figure may as well come with the
 * run's first frame: where nothing was shown before, and no printer or focus waits for it.
 *
 * @returns to be asked whenever the picture is to be painted; with `true`, once there is room for it
 */
export function useFirstPaint(): (hasRoom: boolean) => 'now' | 'in a frame' {
  const isAwaited = useRef(useContext(EmptyPlaceContext));
  return useCallback((hasRoom: boolean) => {
    const canWait = isAwaited.current && !comesAtOnce();
    if (hasRoom) isAwaited.current = false;
    return canWait ? 'in a frame' : 'now';
  }, []);
}
