// What a layer's space and its poster have in common: the axes, their names, the colour bar's scale.
import type { Dataset } from '../../engine';
import { BottomAxis, LeftAxis } from '../figure';
import type { BarScale } from './color-bar';
import type { DecisionBoundaryLabels } from './labels';
import { tickCount, valueBound, type Plane } from './layout';
import { barScale } from './picture';
import { unitCounts } from './places';
import type { ViewProps } from './plane-view';

/** What the space of a layer takes. */
export interface LayerSpaceProps extends ViewProps {
  /** The layer's place in the model. */
  place: number;
  /** The one or two units that make the axes. */
  units: readonly number[];
}

/** What the colour bar shows: without colours of its own, the space has only those of the points. */
export function spaceScale({ trainer, picture, data, place, units }: LayerSpaceProps): BarScale {
  const isBlank = unitCounts(trainer)[place] !== units.length;
  if (isBlank && data.task !== 'regression') return { kind: 'classes', classes: data.classes };
  return barScale(trainer, picture, data, valueBound(data), null);
}

interface SpaceAxesProps {
  view: Plane | null;
  width: number;
  height: number;
  data: Dataset;
  units: readonly number[];
}

/** The frame, and the axes once there are scales; with one unit, what is upwards is the target. */
export function SpaceAxes({ view, width, height, data, units }: SpaceAxesProps) {
  const isClass = units.length === 1 && data.task !== 'regression';
  return (
    <>
      <rect className="pancake-space-frame" width={width} height={height} fill="none" />
      {view && (
        <>
          <BottomAxis scale={view.x} ticks={view.x.ticks(tickCount(width))} top={height} />
          <LeftAxis
            scale={view.y}
            ticks={isClass ? [...Array(data.classes).keys()] : view.y.ticks(tickCount(height))}
          />
        </>
      )}
    </>
  );
}

interface AxisNamesProps extends Omit<SpaceAxesProps, 'view'> {
  words: DecisionBoundaryLabels;
}

/** What the axes are, inside the picture. */
export function AxisNames({ width, height, data, units, words }: AxisNamesProps) {
  const target = data.task === 'regression' ? words.target : words.classes;
  return (
    <>
      <text className="pancake-space-axis" x={width - 6} y={height - 6} textAnchor="end">
        {words.unit(units[0]!)} →
      </text>
      <text className="pancake-space-axis" x={6} y={15}>
        ↑ {units.length === 1 ? target : words.unit(units[1]!)}
      </text>
    </>
  );
}
