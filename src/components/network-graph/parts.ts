// Very many elements come in parts: a frame for each, since their layout takes as long as they are many.
import { useEffect, useState } from 'react';
import { frameLoop } from '../../trainer';
import { comesAtOnce } from '../figure';

/**
 * How many of so many elements are to be there now: none at first if they are many, as much else comes with the
 * figure, and then a part more in each frame, until all are.
 *
 * @param part how many at a time
 * @param isSent whether a server sends them, all at once
 */
export function useParts(count: number, part: number, isSent: boolean): number {
  const [shown, setShown] = useState(() => (isSent || comesAtOnce() || count <= part ? count : 0));
  const isWhole = shown >= count;
  useEffect(() => {
    if (isWhole) return;
    const drawer = { draw: () => setShown(shown + part) };
    frameLoop.requestDraw(drawer);
    return () => frameLoop.cancelDraw(drawer);
  }, [isWhole, shown, part]);
  return Math.min(shown, count);
}
