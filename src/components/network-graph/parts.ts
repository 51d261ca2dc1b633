// Very many elements come in parts: a frame for each, since their layout takes as long as they are many.
import { useEffect, useState } from 'react';
import { frameLoop } from '../../trainer';
import { beforePrint, comesAtOnce } from '../figure';

/**
 * How many of so many elements are to be there now: none at first if they are many, as much else comes with the
 * figure, and then a part more in each frame, until all are. A few more of what is whole come at once.
 *
 * @param part how many at a time
 * @param isBegun whether there is what they come with
 * @param isSent whether a server sends them, all at once
 */
export function useParts(count: number, part: number, isBegun: boolean, isSent: boolean): number {
  const [drawn, setDrawn] = useState(() => {
    const isWhole = isSent || comesAtOnce() || count <= part;
    return { shown: isWhole ? count : 0, of: count };
  });
  let { shown } = drawn;
  if (drawn.of !== count) {
    const grown = count - drawn.of;
    shown = shown === drawn.of && grown <= part ? count : Math.min(shown, count);
    setDrawn({ shown, of: count });
  }
  useEffect(() => {
    if (shown === count) return;
    const show = (most: number) => setDrawn({ shown: Math.min(most, count), of: count });
    const drawer = { draw: () => show(shown + part) };
    if (isBegun) frameLoop.requestDraw(drawer);
    const forget = beforePrint(() => show(count));
    return () => {
      frameLoop.cancelDraw(drawer);
      forget();
    };
  }, [shown, count, part, isBegun]);
  return shown;
}
