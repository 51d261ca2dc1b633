// A point as an element, to be chosen and moved.
import { memo } from 'react';
import type { Task } from '../../engine';
import { kindOf, lookOf, markPath } from '../marks';
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
  return (
    <path
      className="pancake-data-mark"
      d={markPath(kindOf(label, part, task), plane.x(x), plane.y(y), 1)}
      {...lookOf(label, part, task, bound)}
      data-at={at}
      data-part={part}
      data-label={label}
      data-x={x}
      data-y={y}
      data-selected={selected || undefined}
    />
  );
});
