// The gestures that take the run to an epoch: a click or a tap goes there, a drag scrubs.
import { useRef, type PointerEvent } from 'react';
import type { Travel } from './travel';

// A press that moves less than this many pixels is a click; a finger is less steady.
const steady = { mouse: 3, other: 8 };

interface Press {
  pointer: number;
  x: number;
  y: number;
  drags: boolean;
}

/** Handlers for the plot; `null` where the run cannot be taken anywhere. */
export function useScrubbing(travel: Travel | null, arrived: () => void) {
  const press = useRef<Press | null>(null);

  const down = ({ pointerId, clientX, clientY, button, isPrimary }: PointerEvent<HTMLElement>) => {
    if (!travel || button !== 0 || !isPrimary) return;
    press.current = { pointer: pointerId, x: clientX, y: clientY, drags: false };
  };
  const move = (event: PointerEvent<HTMLElement>, epoch: number) => {
    const { current } = press;
    if (current?.pointer !== event.pointerId) return;
    if (!current.drags) {
      const [dx, dy] = [Math.abs(event.clientX - current.x), Math.abs(event.clientY - current.y)];
      const least = event.pointerType === 'mouse' ? steady.mouse : steady.other;
      // A finger that goes up or down is about to scroll the page.
      if (dx < least || (event.pointerType !== 'mouse' && dx < dy)) return;
      current.drags = true;
      capture(event);
    }
    travel?.scrub(epoch);
  };
  const up = (event: PointerEvent<HTMLElement>, epoch: number) => {
    if (press.current?.pointer !== event.pointerId) return;
    press.current = null;
    travel?.go(epoch);
    arrived();
  };
  const cancel = () => {
    if (press.current?.drags) arrived();
    press.current = null;
  };
  return { down, move, up, cancel, drags: () => !!press.current?.drags };
}

// So that a drag may leave the plot. A pointer that a script made up cannot be captured.
function capture({ currentTarget, pointerId }: PointerEvent<HTMLElement>): void {
  try {
    currentTarget.setPointerCapture(pointerId);
  } catch {
    // The drag ends where it leaves the plot.
  }
}
