// The handle on the weights' own place: dragging it, or arrow keys, set the two weights.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTrainerValue } from '../../hooks';
import type { LossSlice, Snapshot, Trainer } from '../../trainer';
import type { LossLandscapeLabels } from './labels';
import { directions, stepOf } from './probe';
import { clampTo, type MapPlace, type MapWindow } from './window';

interface HandleProps {
  trainer: Trainer;
  slice: LossSlice;
  view: MapWindow;
  words: LossLandscapeLabels;
  /** The place under a pointer. */
  placeOf: (event: PointerEvent) => MapPlace;
  /** Asks what a place would be, while the handle is over it. */
  onAsk: (place: MapPlace | null) => void;
  onSet: (place: MapPlace) => void;
}

/**
 * Frames move it. Not part of the drawing: inside an SVG, browsers do not let an element keep a
 * finger's movement to itself.
 */
export function Handle(props: HandleProps) {
  const { trainer, slice, view, words, placeOf, onAsk, onSet } = props;
  const loss = useTrainerValue(lossOf, trainer);
  // Two numbers in one text: values of a run are compared by what they say.
  const here = useTrainerValue(() => slice.here.join(' '), trainer);
  const [a, b] = here.split(' ').map(Number) as [number, number];

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    const far = stepOf(event) * 2 * view.span;
    onSet(clampTo(view, { a: a + direction[0] * far, b: b + direction[1] * far }));
  };
  // Where it was taken; null once it has been moved, which a tap does not.
  const taken = useRef<readonly [number, number] | null>(null);
  const isTap = ({ clientX, clientY }: PointerEvent) => {
    if (!taken.current) return false;
    const [x, y] = taken.current;
    return Math.max(Math.abs(clientX - x), Math.abs(clientY - y)) < tapRadius;
  };
  const isHeld = (event: PointerEvent) => event.currentTarget.hasPointerCapture(event.pointerId);
  return (
    <div
      data-part="handle"
      className="pancake-landscape-handle"
      role="slider"
      tabIndex={0}
      aria-label={words.handle}
      aria-valuenow={loss}
      aria-valuetext={words.spokenReading(loss, { a, b })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        taken.current = [event.clientX, event.clientY];
      }}
      onPointerMove={(event) => {
        if (!isHeld(event)) return;
        event.stopPropagation();
        if (isTap(event)) return;
        taken.current = null;
        onAsk(clampTo(view, placeOf(event)));
      }}
      onPointerUp={(event) => {
        if (!isHeld(event) || isTap(event)) return;
        onSet(clampTo(view, placeOf(event)));
        onAsk(null);
      }}
      onPointerCancel={() => onAsk(null)}
      // The map below would take it for a click at this place.
      onClick={(event) => event.stopPropagation()}
    />
  );
}

// In pixels; less is no movement.
const tapRadius = 3;

const lossOf = (run: Snapshot) => run.loss;
