// The hand: mouse, pen and finger on the plane.
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import type { Tool } from './labels';
import { within, type EditorPlane } from './layout';
import { joined, moved, nearest, spray, without, type EditPoint, type Part } from './points';
import type { DataControl } from './use-data';

interface HandProps {
  control: DataControl;
  plane: EditorPlane;
  box: RefObject<HTMLDivElement | null>;
  /** The ring that shows the brush. */
  brush: RefObject<SVGCircleElement | null>;
  tool: Tool;
  label: number;
  part: Part;
  maxPoints: number;
  locked: boolean;
  onFull: () => void;
  onSelect: (index: number) => void;
}

// In pixels: how near is on a point, and how far a finger may stray in a tap.
const reachOf = { mouse: 9, pen: 12, touch: 22 } as const;
const tapSlack = 8;
/** The brush, in pixels. */
const brushRadius = 26;

interface Grip {
  pointer: number;
  /** The point in hand, or -1. */
  at: number;
  points: readonly EditPoint[];
  start: { x: number; y: number };
  changed: boolean;
}

/** What a pointer does on the plane. */
export function useHand(props: HandProps) {
  const { plane, box, brush, tool, locked } = props;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const grip = useRef<Grip | null>(null);
  const sprays = useRef(0);

  const placeOf = (event: { clientX: number; clientY: number }) => {
    const { plane: now, box: element } = latest.current;
    const { left, top, width } = element.current!.getBoundingClientRect();
    const zoom = now.width / width;
    return {
      x: now.x.invert((event.clientX - left) * zoom),
      y: now.y.invert((event.clientY - top) * zoom),
    };
  };
  const hit = (place: { x: number; y: number }, pointerType: string) => {
    const { control, plane: now } = latest.current;
    const reach = reachOf[pointerType as keyof typeof reachOf] ?? reachOf.mouse;
    return nearest(control.points, place, now.scale, reach);
  };

  // A finger scrolls the page unless it holds a point or a tool; only a listener that is not passive
  // can say so in time.
  useEffect(() => {
    const element = box.current!;
    const hold = (event: TouchEvent) => {
      const touch = event.touches[0];
      const { tool: now, locked: isLocked } = latest.current;
      if (!touch || event.touches.length > 1 || isLocked) return;
      const isTool = now === 'spray' || now === 'erase';
      if (isTool || hit(placeOf(touch), 'touch') >= 0) event.preventDefault();
    };
    element.addEventListener('touchstart', hold, { passive: false });
    return () => element.removeEventListener('touchstart', hold);
  }, [box]);

  const isFull = (count: number) => {
    const { maxPoints, onFull } = latest.current;
    if (count <= maxPoints) return false;
    onFull();
    return true;
  };
  const strew = (place: { x: number; y: number }, held: Grip) => {
    const { label, part, control } = latest.current;
    const more = spray(place, brushRadius / plane.scale.x, { label, part }, sprays.current++).map(
      (point) => ({ ...point, ...within(plane, point) }),
    );
    const next = joined(held.points, more);
    if (isFull(next.length)) return;
    Object.assign(held, { points: next, changed: true });
    control.change(next, false);
  };
  const rub = (place: { x: number; y: number }, held: Grip, pointerType: string) => {
    const at = nearest(
      held.points,
      place,
      plane.scale,
      reachOf[pointerType as keyof typeof reachOf] ?? reachOf.mouse,
    );
    if (at < 0) return;
    Object.assign(held, { points: without(held.points, at), changed: true });
    latest.current.onSelect(-1);
    latest.current.control.change(held.points, false);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (locked || event.button !== 0 || !event.isPrimary) return;
    const { control, label, part, onSelect } = latest.current;
    const place = placeOf(event);
    const start = { x: event.clientX, y: event.clientY };
    let at = tool === 'add' || tool === 'move' ? hit(place, event.pointerType) : -1;
    let { points } = control;
    let changed = false;
    // A finger may be about to scroll: it adds when it leaves.
    if (at < 0 && tool === 'add' && event.pointerType !== 'touch') {
      if (isFull(points.length + 1)) return;
      const point = { ...within(plane, place), label, part };
      points = joined(points, [point]);
      at = points.indexOf(point);
      changed = true;
      control.change(points, false);
    }
    grip.current = { pointer: event.pointerId, at, points, start, changed };
    onSelect(at);
    if (at >= 0 || tool === 'spray' || tool === 'erase') {
      event.currentTarget.setPointerCapture?.(event.pointerId);
    }
    if (tool === 'spray') strew(place, grip.current);
    if (tool === 'erase') rub(place, grip.current, event.pointerType);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event);
    showBrush(
      brush.current,
      tool === 'spray' && event.pointerType !== 'touch' ? plane : null,
      place,
    );
    const held = grip.current;
    if (held?.pointer !== event.pointerId) return;
    if (tool === 'spray') return strew(place, held);
    if (tool === 'erase') return rub(place, held, event.pointerType);
    if (held.at < 0) return;
    const { x, y } = within(plane, place);
    Object.assign(held, { points: moved(held.points, held.at, x, y), changed: true });
    latest.current.control.change(held.points, false);
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    const held = grip.current;
    if (held?.pointer !== event.pointerId) return;
    grip.current = null;
    const { control, label, part, onSelect } = latest.current;
    const strayed = Math.hypot(event.clientX - held.start.x, event.clientY - held.start.y);
    if (tool === 'add' && held.at < 0 && strayed <= tapSlack) {
      if (isFull(held.points.length + 1)) return;
      const point = { ...within(plane, placeOf(event)), label, part };
      const next = joined(held.points, [point]);
      onSelect(next.indexOf(point));
      control.change(next);
    } else if (held.changed) control.change(held.points);
  };
  const onPointerCancel = () => {
    const held = grip.current;
    grip.current = null;
    if (held?.changed) latest.current.control.change(held.points);
  };
  const onPointerLeave = () => showBrush(brush.current, null, { x: 0, y: 0 });
  /** Lets go of what is held, and of what was done with it. */
  const letGo = () => {
    if (!grip.current) return;
    grip.current = null;
    latest.current.control.cancel();
  };
  return {
    letGo,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave },
  };
}

function showBrush(
  circle: SVGCircleElement | null,
  plane: EditorPlane | null,
  { x, y }: { x: number; y: number },
): void {
  circle?.setAttribute('visibility', plane ? 'visible' : 'hidden');
  if (!plane) return;
  circle?.setAttribute('cx', String(plane.x(x)));
  circle?.setAttribute('cy', String(plane.y(y)));
  circle?.setAttribute('r', String(brushRadius));
}
