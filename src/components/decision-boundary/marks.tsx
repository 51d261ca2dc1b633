// The data on the plane: a class has a colour and a shape, test points are hollow; values to predict
// have a colour, and circles train while diamonds test.
import { memo } from 'react';
import type { Task } from '../../engine';
import { divergingColor } from '../../theme';
import type { DataPoint, Plane } from './layout';

/** The outlines of the classes' shapes around the origin, about eight pixels across. */
const shapes = [
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
  plane: Plane;
  /** Where the colours of regression end. */
  bound: number;
}

/** The points of one part of the data. */
export const Marks = memo(function Marks({ points, split, task, plane, bound }: MarksProps) {
  // On a small plane small points, or they hide each other and the boundary.
  const scale = Math.min(1, Math.max(0.6, plane.width / 300));
  const isValue = task === 'regression';
  return (
    <g className={`pancake-marks pancake-marks-${split}`}>
      {points.map(({ x, y, target }, i) => {
        const kind = isValue ? (split === 'train' ? 0 : 3) : target % shapes.length;
        const color = isValue ? divergingColor(target / bound) : `var(--pk-class-${kind})`;
        // A point with the colour of its value would vanish where the model is right.
        const edge = isValue ? 'var(--pk-ink)' : 'var(--pk-paper)';
        const filled = isValue || split === 'train';
        return (
          <path
            key={i}
            d={shapes[kind]}
            transform={`translate(${plane.x(x)} ${plane.y(y)}) scale(${scale})`}
            fill={filled ? color : 'var(--pk-paper)'}
            stroke={filled ? edge : color}
            data-split={split}
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
