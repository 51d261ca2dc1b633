// A cloud for where no script paints it: a share of its points, all of one look in one path.
import type { Task } from '../../engine';
import { cloudSize } from './cloud-painter';
import { kindOf, lookOf, type PlacedPoint, type PlacedPoints } from './look';
import { markPath } from './shapes';

// More of them in the HTML would make the page heavy, and lie on each other.
const most = 2000;
// The values of regression are told apart by so many shades each way.
const shades = 6;

interface PosterCloudProps {
  points: PlacedPoints;
  task: Task;
  /** Where the colours of regression end. */
  bound: number;
  plane: { x: (value: number) => number; y: (value: number) => number };
}

/** The points as paths. */
export function PosterCloud({ points, task, bound, plane }: PosterCloudProps) {
  const every = Math.ceil((points.train.length + points.test.length) / most);
  const groups = (['train', 'test'] as const).flatMap((part) =>
    [...byLook(points[part], every, task, bound)].map(([target, own]) => (
      <path
        key={`${part} ${target}`}
        className="pancake-cloud-marks"
        d={own
          .map(({ x, y }) => shortMark(kindOf(target, part, task), plane.x(x), plane.y(y)))
          .join('')}
        {...lookOf(target, part, task, bound)}
        data-part={part}
        data-label={target}
        data-marks={own.length}
      />
    )),
  );
  return <g className="pancake-poster">{groups}</g>;
}

function byLook(points: readonly PlacedPoint[], every: number, task: Task, bound: number) {
  const groups = new Map<number, PlacedPoint[]>();
  for (let i = 0; i < points.length; i += every) {
    const point = points[i]!;
    const target =
      task === 'regression'
        ? (Math.round((point.target / bound) * shades) / shades) * bound
        : point.target;
    const group = groups.get(target);
    if (group) group.push(point);
    else groups.set(target, [point]);
  }
  return groups;
}

// The outline in its place, in tenths of a pixel.
function shortMark(kind: number, x: number, y: number): string {
  return markPath(kind, x, y, cloudSize).replace(/-?\d+\.\d+/g, (number) =>
    String(Math.round(10 * Number(number)) / 10),
  );
}
