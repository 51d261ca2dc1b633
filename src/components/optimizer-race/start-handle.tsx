// The start: a handle on the surface, for the pointer and for the arrow keys.
import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { SurfaceInfo, SurfacePoint } from '../../trainer';
import { asShare } from '../figure';
import type { OptimizerRaceLabels } from './labels';
import type { Plane } from './layout';

interface StartHandleProps {
  /** The element that is as large as the plane. */
  area: RefObject<HTMLElement | null>;
  plane: Plane;
  info: SurfaceInfo;
  start: SurfacePoint;
  /** The loss at the start. */
  loss: number;
  onMove: (start: SurfacePoint) => void;
  words: OptimizerRaceLabels;
}

export function StartHandle({ area, plane, info, start, loss, onMove, words }: StartHandleProps) {
  const dragging = useRef(false);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    // Only a real pointer can be held.
    if (event.isTrusted) event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragging.current) onMove(pointAt(event, area.current!, plane, info));
  };
  const stop = () => {
    dragging.current = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [right, up] = directions[event.key] ?? [0, 0];
    if (event.ctrlKey || event.metaKey || (!right && !up)) return;
    event.preventDefault();
    const { x } = info.domain;
    const step = ((x[1] - x[0]) / 80) * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
    onMove(within([start[0] + right * step, start[1] + up * step], info));
  };
  return (
    <div
      className="pancake-race-start"
      style={{
        left: asShare(plane.x(start[0]), plane.width),
        top: asShare(plane.y(start[1]), plane.height),
      }}
      role="slider"
      tabIndex={0}
      aria-label={words.start}
      aria-valuenow={loss}
      aria-valuetext={words.startSpoken(start, loss)}
      data-x={start[0]}
      data-y={start[1]}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={onKeyDown}
    >
      <i aria-hidden="true" />
      <span aria-hidden="true">{words.startMark}</span>
    </div>
  );
}

/** The point of the surface at a pointer. */
export function pointAt(
  event: { clientX: number; clientY: number },
  area: HTMLElement,
  plane: Plane,
  info: SurfaceInfo,
): SurfacePoint {
  const box = area.getBoundingClientRect();
  const right = ((event.clientX - box.left) / (box.width || 1)) * plane.width;
  const down = ((event.clientY - box.top) / (box.height || 1)) * plane.height;
  return within([plane.x.invert(right), plane.y.invert(down)], info);
}

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

// On the surface that is shown, and on hundredths.
function within([x, y]: SurfacePoint, { domain }: SurfaceInfo): SurfacePoint {
  return [clamp(x, domain.x), clamp(y, domain.y)];
}

function clamp(value: number, [low, high]: SurfacePoint): number {
  return Math.min(high, Math.max(low, Math.round(value * 100) / 100)) + 0;
}
