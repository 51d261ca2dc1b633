// The probe: what the model says at the pointer, or at a point chosen by keyboard.
import { useCallback, useMemo, type KeyboardEvent, type PointerEvent, useState } from 'react';
import { formatNumber } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import { predictedClass, type Snapshot, type Trainer } from '../../trainer';
import type { DecisionBoundaryLabels, Reading } from './labels';
import type { Plane } from './layout';

interface Place {
  x: number;
  y: number;
}

/** The probe's place, and what moves it. */
export interface ProbeControl {
  place: Place | null;
  setPlace: (place: Place | null) => void;
  /** For the element on which the pointer moves. */
  handlers: {
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerLeave: (event: PointerEvent<SVGSVGElement>) => void;
  };
}

/** The probe's state on a plane. */
export function useProbe(plane: Plane): ProbeControl {
  const [place, setPlace] = useState<Place | null>(null);
  const handlers = useMemo(() => {
    const follow = (event: PointerEvent<SVGSVGElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const inX = ((event.clientX - box.left) / box.width) * plane.width;
      const inY = ((event.clientY - box.top) / box.height) * plane.height;
      const inside = inX >= 0 && inX <= plane.width && inY >= 0 && inY <= plane.height;
      setPlace(inside ? { x: plane.x.invert(inX), y: plane.y.invert(inY) } : null);
    };
    return {
      // A finger that moves scrolls the page; one that taps asks.
      onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
        if (event.pointerType !== 'touch') follow(event);
      },
      onPointerDown: follow,
      onPointerLeave: (event: PointerEvent<SVGSVGElement>) => {
        if (event.pointerType !== 'touch') setPlace(null);
      },
    };
  }, [plane]);
  return { place, setPlace, handlers };
}

interface ProbeProps {
  trainer: Trainer;
  plane: Plane;
  words: DecisionBoundaryLabels;
  control: ProbeControl;
}

/** The cross, the number beside it, and the handle for the keyboard. */
export function Probe({ trainer, plane, words, control: { place, setPlace } }: ProbeProps) {
  const [left, right] = plane.x.domain() as [number, number];
  const [bottom, top] = plane.y.domain() as [number, number];
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  const { x, y } = place ?? middle;
  const reading = useTrainerValue(
    useCallback((_: Snapshot, run: Trainer) => read(run, x, y), [x, y]),
    trainer,
  );

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return setPlace(null);
    const share = event.shiftKey ? 1 / 10 : event.altKey ? 1 / 500 : 1 / 50;
    const [dx, dy] = directions[event.key] ?? [0, 0];
    if (!dx && !dy) return;
    event.preventDefault();
    setPlace({
      x: clamp(x + dx * share * (right - left), left, right),
      y: clamp(y + dy * share * (top - bottom), bottom, top),
    });
  };

  const [atX, atY] = [plane.x(x), plane.y(y)];
  const onLeft = atX > plane.width * 0.6;
  return (
    <g
      role="slider"
      tabIndex={0}
      className="pancake-probe"
      aria-label={words.probe}
      aria-valuemin={trainer.data.task === 'regression' ? undefined : 0}
      aria-valuemax={trainer.data.task === 'regression' ? undefined : 1}
      aria-valuenow={reading?.value ?? 0}
      aria-valuetext={reading ? words.spokenReading(reading, x, y) : '–'}
      data-x={x}
      data-y={y}
      data-value={reading?.value}
      onKeyDown={move}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) setPlace({ x, y });
      }}
      onBlur={() => setPlace(null)}
    >
      {/* Something to put the focus ring around while nothing is shown. */}
      <circle className="pancake-probe-handle" cx={atX} cy={atY} r={6} />
      {place && (
        <>
          <path
            className="pancake-probe-cross"
            d={`M${atX} 0V${plane.height}M0 ${atY}H${plane.width}`}
          />
          <text
            className="pancake-probe-reading"
            x={atX + (onLeft ? -10 : 10)}
            y={Math.max(14, atY - 9)}
            textAnchor={onLeft ? 'end' : 'start'}
          >
            {reading ? words.reading(reading) : '–'}
            <tspan className="pancake-probe-place">
              {` at ${formatNumber(x, 1)}, ${formatNumber(y, 1)}`}
            </tspan>
          </text>
        </>
      )}
    </g>
  );
}

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function read(trainer: Trainer, x: number, y: number): Reading | null {
  const { task } = trainer.data;
  try {
    const { data } = trainer.predict([[x, y]]);
    if (task === 'regression') return { task, value: data[0]!, predicted: null };
    const predicted = predictedClass(data, 0, data.length);
    return { task, value: task === 'binary' ? data[0]! : data[predicted]!, predicted };
  } catch {
    // Far from the data a model may overflow where it is finite on every point.
    return null;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
