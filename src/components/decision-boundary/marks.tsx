// The data on the plane: a class has a colour and a shape, test points are hollow; values to predict
// have a colour, and circles train while diamonds test.
import { memo } from 'react';
import type { Task } from '../../engine';
import { divergingColor } from '../../theme';
import type { DataPoint, Plane } from './layout';

/** The outlines of the classes' shapes around the origin, about eight pixels across. */
export const shapes = [
  'M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z',
  'M-3.6-3.6H3.6V3.6H-3.6Z',
  'M0-4.8L4.4 3.2H-4.4Z',
  'M0-5L4.4 0L0 5L-4.4 0Z',
  'M-1.6-4.4H1.6V-1.6H4.4V1.6H1.6V4.4H-1.6V1.6H-4.4V-1.6H-1.6Z',
  'M0 4.8L4.4-3.2H-4.4Z',
  'M-4.4 0L-2.2-3.8H2.2L4.4 0L2.2 3.8H-2.2Z',
  'M0-5L1.4-1.6L4.8-1.5L2.1.7L3 4L0 2.1L-3 4L-2.1.7L-4.8-1.5L-1.4-1.6Z',
] as const;

interface MarksProps {
  points: readonly DataPoint[];
  split: 'train' | 'test';
  task: Task;
  /** The plane on which they lie; null if they are put in place frame by frame. */
  plane: Plane | null;
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
export const Marks = memo(function Marks({ points, split, task, plane, size, bound }: MarksProps) {
  const isValue = task === 'regression';
  return (
    <g className={`pancake-marks pancake-marks-${split}`}>
      {points.map(({ row, x, y, target }, i) => {
        const kind = isValue ? (split === 'train' ? 0 : 3) : target % shapes.length;
        const color = isValue ? divergingColor(target / bound) : `var(--pk-class-${kind})`;
        // A point with the colour of its value would vanish where the model is right.
        const edge = isValue ? 'var(--pk-ink)' : 'var(--pk-paper)';
        const filled = isValue || split === 'train';
        return (
          <path
            key={i}
            d={shapes[kind]}
            transform={plane ? placed(plane.x(x), plane.y(y), size) : undefined}
            fill={filled ? color : 'var(--pk-paper)'}
            stroke={filled ? edge : color}
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
