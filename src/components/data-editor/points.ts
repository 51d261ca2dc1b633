// The points as they are edited, and the data sets that they make. Pure functions.
import { RandomStream, fromPoints, type Dataset, type Task } from '../../engine';
import type { SplitDataset } from '../../trainer';
import type { Part } from '../marks';

export type { Part };

/** A point under the reader's hand. Never changed, only replaced. */
export interface EditPoint {
  readonly x: number;
  readonly y: number;
  /** Its class, or for regression its value. */
  readonly label: number;
  readonly part: Part;
}

// What the classes of some data are called: data sets themselves know numbers only.
const names = new WeakMap<Dataset, readonly string[]>();

/** The names of a data set's classes, as far as they have any. */
export function classNamesOf(dataset: Dataset): readonly string[] {
  return names.get(dataset) ?? noNames;
}

/** Gives the classes of these data sets names. */
export function nameClasses({ train, test }: SplitDataset, classNames: readonly string[]): void {
  if (!classNames.length) return;
  names.set(train, classNames);
  if (test) names.set(test, classNames);
}

const noNames: readonly string[] = [];

/** The points of a data set, those to train on first. */
export function pointsOf({ train, test }: SplitDataset): EditPoint[] {
  return [...partOf(train, 'train'), ...(test ? partOf(test, 'test') : [])];
}

/**
 * The data sets that these points make, in the plane of the one before; null without a point to train
 * on.
 */
export function datasetsOf(points: readonly EditPoint[], like: Dataset): SplitDataset | null {
  const most = points.reduce((max, { label }) => Math.max(max, label), 0);
  const classes = Math.max(like.classes, most + 1);
  const task: Task = like.task === 'binary' && most > 1 ? 'multiclass' : like.task;
  const make = (part: Part): Dataset | undefined => {
    const own = points.filter((point) => point.part === part);
    if (!own.length) return undefined;
    const dataset = fromPoints(own, { task, domain: like.domain });
    return task === 'multiclass' ? { ...dataset, classes } : dataset;
  };
  const train = make('train');
  if (!train) return null;
  const test = make('test');
  const split = test ? { train, test } : { train };
  nameClasses(split, classNamesOf(like));
  return split;
}

/** The points with one of them elsewhere. */
export function moved(points: readonly EditPoint[], at: number, x: number, y: number): EditPoint[] {
  return points.map((point, i) => (i === at ? { ...point, x, y } : point));
}

/** The points without one of them. */
export function without(points: readonly EditPoint[], at: number): EditPoint[] {
  return points.filter((_, i) => i !== at);
}

/** The points with others, each part kept together, as the data sets keep them. */
export function joined(points: readonly EditPoint[], more: readonly EditPoint[]): EditPoint[] {
  const all = [...points, ...more];
  return [
    ...all.filter(({ part }) => part === 'train'),
    ...all.filter(({ part }) => part === 'test'),
  ];
}

/** The place of the point nearest to (x, y), or -1 if none is within reach; distances in pixels. */
export function nearest(
  points: readonly EditPoint[],
  at: { x: number; y: number },
  pixels: { x: number; y: number },
  reach: number,
): number {
  let best = -1;
  let least = reach;
  points.forEach((point, i) => {
    const distance = Math.hypot((point.x - at.x) * pixels.x, (point.y - at.y) * pixels.y);
    // What was drawn later lies on top.
    if (distance <= least) [best, least] = [i, distance];
  });
  return best;
}

/** Points strewn around a place, evenly over a disc; `count` numbers the sprays of one editor. */
export function spray(
  centre: { x: number; y: number },
  radius: number,
  how: Pick<EditPoint, 'label' | 'part'>,
  count: number,
): EditPoint[] {
  const random = new RandomStream(0);
  random.restart(count, 7);
  return Array.from({ length: 4 }, () => {
    // A random place in the square around the disc, until it lies in the disc.
    for (;;) {
      const [dx, dy] = [2 * random.next() - 1, 2 * random.next() - 1];
      if (dx * dx + dy * dy > 1) continue;
      return { ...how, x: centre.x + dx * radius, y: centre.y + dy * radius };
    }
  });
}

function partOf({ x, y }: Dataset, part: Part): EditPoint[] {
  return Array.from({ length: x.shape[0]! }, (_, i) => ({
    x: x.data[2 * i]!,
    y: x.data[2 * i + 1]!,
    label: y.data[i]!,
    part,
  }));
}
