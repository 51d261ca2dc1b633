// The probe: the loss at the pointer, or at a place chosen by keyboard.
import { useCallback, type KeyboardEvent } from 'react';
import { useTrainerValue } from '../../hooks';
import type { LossSlice, Snapshot, Trainer } from '../../trainer';
import type { LossLandscapeLabels } from './labels';
import { clampTo, type MapLayout, type MapPlace, type MapWindow } from './window';

interface ProbeProps {
  trainer: Trainer;
  slice: LossSlice;
  view: MapWindow;
  layout: MapLayout;
  words: LossLandscapeLabels;
  /** Where it is; null where nobody asks. */
  place: MapPlace | null;
  /** Whether the weights have just been set to this place, so that their number is there. */
  isTaken: boolean;
  onMove: (place: MapPlace | null) => void;
  /** Null where the weights cannot be set by hand. */
  onSet: ((place: MapPlace) => void) | null;
  onZoom: (factor: number) => void;
}

/** How far a key moves, of the map's width. */
export function stepOf({ shiftKey, altKey }: KeyboardEvent): number {
  return shiftKey ? 1 / 10 : altKey ? 1 / 500 : 1 / 50;
}

/** Where a key leads: right and up are positive. */
export const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** How much closer a step of zoom is. */
export const zoomStep = 1.5;

/** The cross, the number beside it, and the handle for the keyboard. */
export function Probe(props: ProbeProps) {
  const { trainer, slice, view, layout, words, place, isTaken, onMove, onSet, onZoom } = props;
  const asked = place && clampTo(view, place);
  const { a, b } = asked ?? view;
  const loss = useTrainerValue(
    useCallback(
      (_: Snapshot, run: Trainer) => (run.model === slice.of ? slice.lossAt(a, b) : Infinity),
      [slice, a, b],
    ),
    trainer,
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (direction) {
      const far = stepOf(event) * 2 * view.span;
      onMove(clampTo(view, { a: a + direction[0] * far, b: b + direction[1] * far }));
    } else if (event.key === '+' || event.key === '=') onZoom(1 / zoomStep);
    else if (event.key === '-') onZoom(zoomStep);
    else if (event.key === 'Home') onMove({ a: slice.here[0], b: slice.here[1] });
    else if ((event.key === 'Enter' || event.key === ' ') && onSet) onSet({ a, b });
    else return;
    event.preventDefault();
  };

  const [x, y] = [layout.x(a), layout.y(b)];
  const onLeft = x > layout.size * 0.6;
  return (
    <g
      role="slider"
      tabIndex={0}
      className="pancake-probe"
      aria-label={words.probe(onSet !== null)}
      aria-valuenow={Number.isFinite(loss) ? loss : 0}
      aria-valuemin={0}
      aria-valuetext={words.spokenReading(loss, { a, b })}
      data-a={a}
      data-b={b}
      data-value={loss}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) onMove({ a, b });
      }}
      onBlur={() => onMove(null)}
    >
      {/* Something to put the focus ring around while nothing is shown. */}
      <circle className="pancake-probe-handle" cx={x} cy={y} r={6} />
      {asked && (
        <>
          <path
            className="pancake-probe-cross"
            d={`M${x} 0V${layout.size}M0 ${y}H${layout.size}`}
          />
          {!isTaken && (
            <text
              className="pancake-probe-reading"
              x={x + (onLeft ? -10 : 10)}
              y={y > layout.size - 24 ? y - 9 : y + 19}
              textAnchor={onLeft ? 'end' : 'start'}
            >
              {words.reading(loss)}
              <tspan className="pancake-probe-place">{words.place({ a, b })}</tspan>
            </text>
          )}
        </>
      )}
    </g>
  );
}
