// The training point that is looked at in a layer's space, and the way to it by keyboard.
import { useCallback, type KeyboardEvent, type Ref } from 'react';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { activationsAt } from './activation-rows';
import { ChosenPoint } from './chosen-point';
import type { DecisionBoundaryLabels } from './labels';
import type { DataPoint } from './layout';
import type { ChoosePoint } from './points';

interface PointSliderProps {
  /** The points to choose from. */
  shown: readonly DataPoint[];
  chosen: DataPoint | undefined;
  choose: ChoosePoint;
  /** How many points the data has. */
  count: number;
  /** The chosen point's own label. */
  text: string | null;
  words: DecisionBoundaryLabels;
  trainer: Trainer;
  /** The layer's place, and the one or two units that make the axes. */
  place: number;
  units: readonly number[];
  /** The mark, which the frames move. */
  here: Ref<SVGGElement>;
  /** Where the focus ring is while no point is chosen. */
  middle: readonly [number, number];
}

/** The mark of the chosen point; the arrow keys go from point to point. */
export function PointSlider(props: PointSliderProps) {
  const { shown, chosen, choose, count, text, words, here, middle } = props;
  const { trainer, place, units } = props;
  const step = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return choose(null);
    const next = stepped(event.key, chosen ? shown.indexOf(chosen) : -1, shown.length);
    if (next === null || !shown.length) return;
    event.preventDefault();
    choose(shown[next]!.row);
  };
  const at = useTrainerValue(
    useCallback(
      (_: Snapshot, run: Trainer) => (chosen ? coordinates(run, chosen, place, units) : null),
      [chosen, place, units],
    ),
    trainer,
  );
  return (
    <g
      role="slider"
      tabIndex={0}
      className="pancake-probe"
      aria-label={words.points}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={(chosen?.row ?? 0) + 1}
      aria-valuetext={at && text !== null ? words.pointPlace(text, at[0]!, at[1] ?? null) : '–'}
      onKeyDown={step}
      onBlur={() => choose(null)}
    >
      <circle className="pancake-probe-handle" cx={middle[0]} cy={middle[1]} r={chosen ? 0 : 6} />
      {chosen && (
        <g ref={here} className="pancake-space-here">
          <ChosenPoint row={chosen.row} x={0} y={0} text={text} width={2 * middle[0]} />
        </g>
      )}
    </g>
  );
}

// Where a point is, in the layer's units.
function coordinates(
  trainer: Trainer,
  { x, y }: DataPoint,
  place: number,
  units: readonly number[],
): number[] | null {
  const values = activationsAt(trainer, x, y)?.[place + 1]?.values;
  return values ? units.map((unit) => values[unit]!) : null;
}

function stepped(key: string, now: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'ArrowRight' || key === 'ArrowUp') return (now + 1) % count;
  if (key !== 'ArrowLeft' && key !== 'ArrowDown') return null;
  return now <= 0 ? count - 1 : now - 1;
}
