// The data on the plane, a mark for each point.
import { memo } from 'react';
import type { Task } from '../../engine';
import { kindOf, lookOf, markPath, markShapes } from '../marks';
import type { DataPoint, Plane } from './layout';

interface MarksProps {
  points: readonly DataPoint[];
  split: 'train' | 'test';
  task: Task;
  /** The plane on which they lie; null if they are put in place frame by frame. */
  plane: Plane | null;
  /** Where a point is, in pixels, in a picture that no frame puts in place. */
  placeOf?: (point: DataPoint) => readonly [number, number];
  /** Their size, 1 for about eight pixels. */
  size: number;
  /** Where the colours of regression end. */
  bound: number;
}

/** The size of the marks on a plane: on a small one small, or they hide each other. */
export function markSize(width: number): number {
  return Math.min(1, Math.max(0.6, width / 300));
}

/** The transform that puts a mark in its place, in pixels. */
export function placed(x: number, y: number, size: number): string {
  return `translate(${x} ${y}) scale(${size})`;
}

/** The points of one part of the data. */
export const Marks = memo(function Marks(props: MarksProps) {
  const { points, split, task, plane, placeOf, size, bound } = props;
  const isValue = task === 'regression';
  return (
    <g className={`pancake-marks pancake-marks-${split}`}>
      {points.map((point, i) => {
        const { row, x, y, target } = point;
        const kind = kindOf(target, split, task);
        return (
          <path
            key={i}
            d={plane ? markPath(kind, plane.x(x), plane.y(y), size) : markShapes[kind]}
            transform={placeOf && placed(...placeOf(point), size)}
            {...lookOf(target, split, task, bound)}
            data-split={split}
            data-row={row}
            data-class={isValue ? undefined : target}
            data-value={target}
            data-x={x}
            data-y={y}
          />
        );
      })}
    </g>
  );
});
