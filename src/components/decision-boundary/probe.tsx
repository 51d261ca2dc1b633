// The probe: what the model says at the pointer, or at a point chosen by keyboard.
import { useCallback, useMemo, type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useEscape } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import { predictedClass, type Snapshot, type Trainer } from '../../trainer';
import { textPlace } from './chosen-point';
import type { DecisionBoundaryLabels, Reading } from './labels';
import type { DataPoint, Plane } from './layout';
import { uncertainty } from './overlays';
import type { Picture } from './paint';
import { neuronIn } from './places';
import { nearestRow, type ChoosePoint } from './points';

/** A place on the plane, in the data's units. */
export interface Place {
  x: number;
  y: number;
}

/** The probe's place, and what moves it. */
export interface ProbeControl {
  place: Place | null;
  /** The training point under it, by its row, or null. */
  near: number | null;
  setPlace: (place: Place | null) => void;
  /** For the element on which the pointer moves. */
  handlers: {
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerLeave: (event: PointerEvent<SVGSVGElement>) => void;
  };
}

/** The probe's state on a plane. A training point near it is chosen with it. */
export function useProbe(
  plane: Plane,
  points: readonly DataPoint[],
  choosePoint: ChoosePoint,
): ProbeControl {
  const [{ place, near }, setState] = useState<Pick<ProbeControl, 'place' | 'near'>>(nowhere);
  const setPlace = useCallback(
    (to: Place | null, scale = 1) => {
      const where = ({ x, y }: Place) => [plane.x(x), plane.y(y)] as const;
      const row = to && nearestRow(points, where, ...where(to), scale);
      setState(to ? { place: to, near: row } : nowhere);
      choosePoint(row);
    },
    [plane, points, choosePoint],
  );
  useEscape(place !== null, () => setPlace(null));
  const handlers = useMemo(() => {
    const follow = (event: PointerEvent<SVGSVGElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const inX = ((event.clientX - box.left) / box.width) * plane.width;
      const inY = ((event.clientY - box.top) / box.height) * plane.height;
      const inside = inX >= 0 && inX <= plane.width && inY >= 0 && inY <= plane.height;
      // A finger is less exact than a mouse.
      const scale = (plane.width / box.width) * (event.pointerType === 'touch' ? 2 : 1);
      setPlace(inside ? { x: plane.x.invert(inX), y: plane.y.invert(inY) } : null, scale);
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
  }, [plane, setPlace]);
  return { place, near, setPlace, handlers };
}

const nowhere = { place: null, near: null };

interface ProbeProps {
  trainer: Trainer;
  plane: Plane;
  picture: Picture;
  words: DecisionBoundaryLabels;
  control: ProbeControl;
  /** The label of the training point under the probe, or null. */
  pointText: string | null;
  /** More to be spoken: the activations at the place. */
  spoken: ((x: number, y: number) => string) | null;
}

/** The cross, the number beside it, and the handle for the keyboard. */
export function Probe(props: ProbeProps) {
  const { trainer, plane, picture, words, pointText, spoken } = props;
  const { place, setPlace } = props.control;
  const [left, right] = plane.x.domain() as [number, number];
  const [bottom, top] = plane.y.domain() as [number, number];
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  const { x, y } = place ?? middle;
  const reading = useTrainerValue(
    useCallback((_: Snapshot, run: Trainer) => read(run, x, y, picture), [x, y, picture]),
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

  const isShare = reading !== null && reading.predicted !== null;
  const said = [
    reading ? words.spokenReading(reading, x, y) : '–',
    place && pointText,
    place && spoken?.(x, y),
  ].filter((part) => part !== null && part !== undefined);
  const [atX, atY] = [plane.x(x), plane.y(y)];
  const number = reading ? words.reading(reading) : '–';
  // A small plane has no room for more than the number.
  const where = plane.width < 160 ? '' : ` ${words.readingAt(x, y)}`;
  const longest = [`${number}${where}`, pointText ?? ''].sort((a, b) => b.length - a.length)[0]!;
  const text = textPlace(atX, atY, longest, pointText === null ? 1 : 2, plane.width);
  return (
    <g
      role="slider"
      tabIndex={0}
      className="pancake-probe"
      aria-label={words.probe}
      aria-valuemin={isShare ? 0 : undefined}
      aria-valuemax={isShare ? 1 : undefined}
      aria-valuenow={reading?.value ?? 0}
      aria-valuetext={said.join('; ')}
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
      <circle className="pancake-probe-handle" cx={atX} cy={atY} r={6} fill="none" />
      {place && (
        <>
          <path
            className="pancake-probe-cross"
            d={`M${atX} 0V${plane.height}M0 ${atY}H${plane.width}`}
          />
          <text className="pancake-probe-reading" x={text.x} y={text.y} textAnchor={text.anchor}>
            {number}
            <tspan className="pancake-probe-place">{where}</tspan>
            {pointText !== null && (
              <tspan className="pancake-probe-place" x={text.x} dy={15}>
                {pointText}
              </tspan>
            )}
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

function read(trainer: Trainer, x: number, y: number, picture: Picture): Reading | null {
  const { task } = trainer.data;
  const { overlay } = picture;
  const neuron = neuronIn(trainer, picture.neuron);
  const plain = { task, overlay, predicted: null, uncertainty: null, isNeuron: neuron !== null };
  try {
    if (neuron) {
      const outputs = trainer.model.activations([[x, y]]);
      return { ...plain, value: outputs[neuron.layer]!.data[neuron.unit]! };
    }
    const { data } = trainer.predict([[x, y]]);
    if (task === 'regression') return { ...plain, value: data[0]! };
    const predicted = predictedClass(data, 0, data.length);
    const value = task === 'binary' ? data[0]! : data[predicted]!;
    return { ...plain, value, predicted, uncertainty: uncertainty(data, 0, data.length) };
  } catch {
    // Far from the data a model may overflow where it is finite on every point.
    return null;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
