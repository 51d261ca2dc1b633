// The training point that is looked at: found near the pointer, shared with the run's other figures.
import { useCallback, useRef, useState } from 'react';
import { selectionOf, useSelection } from '../../hooks';
import type { Trainer } from '../../trainer';
import type { DataPoint } from './layout';

/** How close to a point the pointer has to be, in pixels. */
const reach = 8;

/**
 * The point nearest to a place, if one is near.
 *
 * @param place where a point is, in the pixels of x and y
 * @param scale how many of those make one on the screen
 */
export function nearestRow(
  points: readonly DataPoint[],
  place: (point: DataPoint) => readonly [number, number],
  x: number,
  y: number,
  scale = 1,
): number | null {
  let nearest: number | null = null;
  let least = (reach * scale) ** 2;
  for (const point of points) {
    const [atX, atY] = place(point);
    const distance = (atX - x) ** 2 + (atY - y) ** 2;
    if (distance <= least) [nearest, least] = [point.row, distance];
  }
  return nearest;
}

/** Chooses a training point, or with null takes back what this figure chose. */
export type ChoosePoint = (row: number | null) => void;

/**
 * The training point that is looked at, and how to choose one.
 *
 * @param linked whether all figures of the run look at the same one
 */
export function useChosenPoint(
  trainer: Trainer,
  linked: boolean,
): [point: number | null, choose: ChoosePoint] {
  const [{ point: shared }, select] = useSelection(trainer);
  const [own, setOwn] = useState<number | null>(null);
  const mine = useRef<number | null>(null);
  const choose = useCallback(
    (row: number | null) => {
      const before = mine.current;
      mine.current = row;
      if (!linked) return setOwn(row);
      if (row !== null) select({ point: row });
      // What another figure has chosen since is not this one's to take back.
      else if (before !== null && selectionOf(trainer).get().point === before) {
        select({ point: null });
      }
    },
    [linked, select, trainer],
  );
  const point = linked ? shared : own;
  const count = trainer.data.x.shape[0]!;
  const exists = point !== null && Number.isInteger(point) && point >= 0 && point < count;
  return [exists ? point : null, choose];
}
