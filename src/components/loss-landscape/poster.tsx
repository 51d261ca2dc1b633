// The poster of the landscape: its shades, its lines and where the weights are, for where no script runs.
import { useId, useState } from 'react';
import { fallbackColors } from '../../theme';
import { weightPathOf, type LossSlice, type Trainer } from '../../trainer';
import {
  Shades,
  evenLevels,
  linePath,
  posterBox,
  shadesOf,
  usePoster,
  type Shade,
} from '../poster';
import { LiveParts, type LiveAttributes } from './live';
import { heightsOf } from './paint';
import { shadesFor, type LossShades } from './shades';
import type { MapWindow } from './window';

/** How many steps of shade there are. */
const steps = 12;

/** What is drawn. */
export interface LandscapePoster {
  scale: LossShades;
  shades: readonly Shade[];
  /** The contour lines, one path a level. */
  lines: readonly string[];
  /** The cells that have a loss, as a path; null if all have. */
  finite: string | null;
}

/** A slice's picture, by the same rules as the painter's; null if it has none yet. */
export function landscapePoster({ side, values }: LossSlice): LandscapePoster | null {
  if (!side) return null;
  const scale = shadesFor(values);
  const heights = heightsOf(values, scale, new Float64Array(values.length));
  return {
    scale,
    shades: shadesOf({
      color: 'loss-high',
      values: values.map(scale.place),
      n: side,
      ...evenLevels(steps, 1),
    }),
    lines: scale.levels.map((level) => linePath(heights.values, side, heights.of(level))),
    finite: scale.beyond ? finiteCells(values, side) : null,
  };
}

// Row by row, as rectangles of neighbours.
function finiteCells(values: Float64Array, side: number): string {
  const cell = posterBox / side;
  let path = '';
  for (let row = 0; row < side; row++) {
    for (let from = 0; from < side; from++) {
      let to = from;
      while (to < side && values[row * side + to]! < Infinity) to++;
      if (to > from) {
        path += `M${from * cell} ${row * cell}h${(to - from) * cell}v${cell}H${from * cell}z`;
      }
      from = to;
    }
  }
  return path;
}

/** What is in the HTML: the picture while it is wanted, and the first state of what moves. */
export function useLandscapePoster(
  trainer: Trainer,
  slice: LossSlice,
  view: MapWindow,
  size: number,
  withArrow: boolean,
): { poster: LandscapePoster | null; parts: LiveAttributes; mark: string | undefined } {
  const wanted = usePoster();
  // Once: from then on the picture is the painter's, and the attributes are those of the frames.
  const [sent] = useState(() => {
    const poster = wanted ? landscapePoster(slice) : null;
    if (!poster) return { poster, parts: {}, mark: undefined };
    const live = new LiveParts(null, null);
    const path = weightPathOf(trainer);
    path.look();
    live.draw(trainer, slice, path, view, size, poster.scale, withArrow);
    return { poster, parts: live.written, mark: `${100 * poster.scale.place(trainer.now.loss)}%` };
  });
  return wanted ? sent : { ...sent, poster: null };
}

/** The picture, to be drawn within the map's. */
export function PosterPicture({ poster, size }: { poster: LandscapePoster; size: number }) {
  const clip = useId();
  const scale = `scale(${size / posterBox})`;
  return (
    <g className="pancake-poster" aria-hidden="true">
      {poster.finite !== null && (
        <clipPath id={clip}>
          <path d={poster.finite} transform={scale} />
        </clipPath>
      )}
      <g clipPath={poster.finite === null ? undefined : `url(#${clip})`}>
        <Shades ground="loss-low" shades={poster.shades} width={size} height={size} />
      </g>
      {poster.lines.map((line, i) => (
        <path
          key={i}
          className="pancake-landscape-lines"
          d={line}
          transform={scale}
          fill="none"
          stroke={fallbackColors.ink}
          strokeOpacity={0.28}
          vectorEffect="non-scaling-stroke"
          data-level={poster.scale.levels[i]}
        />
      ))}
    </g>
  );
}
