// A drag to the left or the right, counted in pixels; up and down is left to the page.
import { useRef, type PointerEvent } from 'react';

// A press that moves less than this is a click; a finger is less steady.
const steady = { mouse: 3, other: 8 };

interface Drag {
  pointer: number;
  from: { x: number; y: number };
  x: number;
  /** What was dragged so far, a fine or coarse part counted accordingly. */
  pixels: number;
  begun: boolean;
}

interface DragHandlers {
  onStart: () => void;
  /** Gets how far it was dragged from where it began, and whether that is done finely now. */
  onDrag: (pixels: number, isFine: boolean) => void;
  /** The pointer was let go, or taken away. */
  onEnd: (isCancelled: boolean) => void;
}

/** How much one pixel or key press counts: more with Shift, less with Alt. */
export function coarseness({ shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }): number {
  return shiftKey ? 10 : altKey ? 0.1 : 1;
}

/** Handlers for the element that is dragged, and a way to give the drag up. */
export function useSidewaysDrag({ onStart, onDrag, onEnd }: DragHandlers) {
  const drag = useRef<Drag | null>(null);

  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    drag.current = { pointer, from: { x, y }, x, pixels: 0, begun: false };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    if (current?.pointer !== event.pointerId) return;
    if (!current.begun) {
      const across = Math.abs(event.clientX - current.from.x);
      const least = event.pointerType === 'mouse' ? steady.mouse : steady.other;
      if (across < least || across < Math.abs(event.clientY - current.from.y)) return;
      current.begun = true;
      current.x = event.clientX;
      // Only a real pointer can be held.
      if (event.nativeEvent.isTrusted) event.currentTarget.setPointerCapture(event.pointerId);
      onStart();
      return;
    }
    current.pixels += (event.clientX - current.x) * coarseness(event);
    current.x = event.clientX;
    onDrag(current.pixels, event.altKey);
  };
  const end = (isCancelled: boolean) => (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    if (current?.pointer !== event.pointerId) return;
    drag.current = null;
    if (current.begun) onEnd(isCancelled);
  };
  const giveUp = (): boolean => {
    const { current } = drag;
    drag.current = null;
    if (current?.begun) onEnd(true);
    return !!current?.begun;
  };
  return {
    giveUp,
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: end(false),
      onPointerCancel: end(true),
    },
  };
}
