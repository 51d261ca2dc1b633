// Rings around the mistakes: dark with a light edge, to be seen on any colour. Moved by the frames.
import { forwardRef, useImperativeHandle, useRef } from 'react';
import type { DataPoint } from './layout';
import { ringPath, type Mistakes } from './mistakes';

/** What draws the rings of one state of the run. */
export interface RingsHandle {
  /**
   * Puts rings around the points among these that are mistakes.
   *
   * @param place where a point is, in pixels
   */
  draw: (
    split: 'train' | 'test',
    points: readonly DataPoint[],
    mistakes: Mistakes,
    place: (point: DataPoint) => readonly [number, number],
  ) => void;
}

/** How large a ring is, in pixels. */
export const ringRadius = 7;

/** The rings of both parts of the data. */
export const Rings = forwardRef<RingsHandle>(function Rings(_, ref) {
  const group = useRef<SVGGElement>(null);
  useImperativeHandle(ref, () => ({
    draw(split, points, mistakes, place) {
      const wrong = new Set(mistakes[split]);
      const ringed = points.filter(({ row }) => wrong.has(row));
      const path = ringPath(ringed.map(place), ringRadius);
      for (const one of group.current!.querySelectorAll(`[data-ring="${split}"]`)) {
        if (one.getAttribute('d') !== path) one.setAttribute('d', path);
      }
      const rows = ringed.map(({ row }) => row).join(' ');
      group.current!.setAttribute(`data-${split}`, rows);
    },
  }));
  return (
    <g ref={group} className="pancake-mistakes" aria-hidden="true">
      {(['test', 'train'] as const).flatMap((split) =>
        ['pancake-mistakes-edge', 'pancake-mistakes-ring'].map((name) => (
          <path key={`${split} ${name}`} className={name} data-ring={split} />
        )),
      )}
    </g>
  );
});
