// The points as elements: a class has a shape and a colour, a value to predict has a colour.
import { memo } from 'react';
import type { Task } from '../../engine';
import { classColor, divergingColor, themeColor } from '../../theme';
import { markPath, markShapes } from '../decision-boundary';
import { cloudSize } from './cloud';
import type { EditorPlane } from './layout';
import type { EditPoint } from './points';

interface MarkProps {
  point: EditPoint;
  at: number;
  task: Task;
  bound: number;
  plane: EditorPlane;
  selected: boolean;
}

/** One point. */
export const Mark = memo(function Mark({ point, at, task, bound, plane, selected }: MarkProps) {
  const { x, y, label, part } = point;
  const isValue = task === 'regression';
  return (
    <path
      className="pancake-data-mark"
      d={markPath(kindOf(point, isValue), plane.x(x), plane.y(y), 1)}
      {...lookOf(point, isValue, bound)}
      data-at={at}
      data-part={part}
      data-label={label}
      data-x={x}
      data-y={y}
      data-selected={selected || undefined}
    />
  );
});

// More of them in the HTML would make the page heavy, and lie on each other.
const mostInCloud = 2000;
// The values of regression are told apart by so many shades each way.
const shades = 6;

interface PosterCloudProps {
  points: readonly EditPoint[];
  task: Task;
  bound: number;
  plane: EditorPlane;
}

/** Points too many to be elements, for where no script paints them: all of one look are one path. */
export function PosterCloud({ points, task, bound, plane }: PosterCloudProps) {
  const every = Math.ceil(points.length / mostInCloud);
  const isValue = task === 'regression';
  const groups = new Map<string, { one: EditPoint; path: string; count: number }>();
  for (let i = 0; i < points.length; i += every) {
    const point = points[i]!;
    const label = isValue
      ? (Math.round((point.label / bound) * shades) / shades) * bound
      : point.label;
    const key = `${point.part} ${label}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { one: { ...point, label }, path: '', count: 0 }));
    const kind = kindOf(point, isValue);
    group.path += shortMark(kind, plane.x(point.x), plane.y(point.y));
    group.count++;
  }
  return (
    <g className="pancake-poster">
      {[...groups].map(([key, { one, path, count }]) => (
        <path
          key={key}
          className="pancake-data-many"
          d={path}
          {...lookOf(one, isValue, bound)}
          data-part={one.part}
          data-label={one.label}
          data-marks={count}
        />
      ))}
    </g>
  );
}

function kindOf({ part, label }: EditPoint, isValue: boolean): number {
  return isValue ? (part === 'train' ? 0 : 3) : label % markShapes.length;
}

function lookOf(point: EditPoint, isValue: boolean, bound: number) {
  const { part, label } = point;
  const color = isValue ? divergingColor(label / bound, true) : classColor(kindOf(point, isValue));
  const filled = isValue || part === 'train';
  const edge = themeColor(isValue ? 'ink' : 'paper');
  return { fill: filled ? color : themeColor('paper'), stroke: filled ? edge : color };
}

// The outline in its place, in tenths of a pixel.
function shortMark(kind: number, x: number, y: number): string {
  return markPath(kind, x, y, cloudSize).replace(/-?\d+\.\d+/g, (number) =>
    String(Math.round(10 * Number(number)) / 10),
  );
}
