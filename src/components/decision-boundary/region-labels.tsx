// The names of the classes in their regions, moved by the frames.
import { useCallback, useMemo, useRef } from 'react';
import { NonFiniteError } from '../../engine';
import { useBeforePaint, useTrainerFrame } from '../../hooks';
import type { Trainer } from '../../trainer';
import type { DecisionBoundaryLabels } from './labels';
import type { DataPoint, Plane } from './layout';
import { RegionPlaces, fields } from './region-places';

interface RegionLabelsProps {
  trainer: Trainer;
  grid: number;
  plane: Plane;
  classes: number;
  shown: readonly DataPoint[];
  shownTest: readonly DataPoint[];
  words: DecisionBoundaryLabels;
}

/** A name in each region that has room for it. */
export function RegionLabels(props: RegionLabelsProps) {
  const { trainer, grid, plane, classes, shown, shownTest, words } = props;
  const group = useRef<SVGGElement>(null);
  const drawn = useRef<unknown>(null);
  const places = useMemo(() => {
    const made = new RegionPlaces();
    const share = ({ x, y }: DataPoint) =>
      [plane.x(x) / plane.width, plane.y(y) / plane.height] as const;
    made.avoid([...shown, ...shownTest].map(share));
    return made;
  }, [shown, shownTest, plane]);

  const draw = useCallback(() => {
    try {
      const { version, prediction, side } = trainer.preview(grid);
      if (drawn.current === version || !group.current) return;
      const found = places.find(prediction.data, prediction.shape[1]!, side, classes);
      found.forEach((field, k) => {
        const name = group.current!.children[k]!;
        name.toggleAttribute('hidden', field === null);
        if (field === null) return;
        const [column, row] = [field % fields, Math.floor(field / fields)];
        name.setAttribute('x', String(((column + 0.5) / fields) * plane.width));
        name.setAttribute('y', String(((row + 0.5) / fields) * plane.height));
      });
      drawn.current = version;
    } catch (error) {
      // Far from the data a model may overflow; the names stay.
      if (!(error instanceof NonFiniteError)) throw error;
    }
  }, [trainer, grid, plane, places, classes]);
  useTrainerFrame(draw, trainer);
  useBeforePaint(() => {
    drawn.current = null;
    draw();
  }, [draw]);

  return (
    <g ref={group} className="pancake-region-labels">
      {Array.from({ length: classes }, (_, k) => (
        <text key={k} data-region={k} textAnchor="middle" dy="0.35em">
          {words.region(k)}
        </text>
      ))}
    </g>
  );
}
