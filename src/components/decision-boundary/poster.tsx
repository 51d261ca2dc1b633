// The poster of the plane: its colours, its lines and the names in it as SVG, for where no script runs.
import { useMemo } from 'react';
import { NonFiniteError } from '../../engine';
import { fallbackColors } from '../../theme';
import type { Trainer } from '../../trainer';
import { Shades, linePath, posterBox, usePoster, type Shade } from '../poster';
import { lineValues } from './fill';
import type { DecisionBoundaryLabels } from './labels';
import { valueBound, type DataPoint, type Plane } from './layout';
import { mistakesOf, ringPath } from './mistakes';
import { divergingShades, outputShades } from './output-shades';
import type { Picture } from './paint';
import { crossingPlace, givesShares, neuronIn } from './places';
import { RegionPlaces, fields } from './region-places';
import { ringRadius } from './rings';
import { roundBound } from './round-scale';

/** How many cells the poster's grid has each way. */
const side = 50;

/** What is drawn. */
export interface BoundaryPoster {
  shades: readonly Shade[];
  /** The lines, by their thresholds. */
  lines: ReadonlyMap<number, string>;
  /** Where the colours of a neuron end, or null if none is shown. */
  bound: number | null;
}

/**
 * The run's picture now, by the same rules as the painter's.
 *
 * @throws NonFiniteError if the model gives a number that is not finite
 */
export function boundaryPoster(
  trainer: Trainer,
  { overlay, neuron: wanted }: Picture,
  thresholds: readonly number[],
): BoundaryPoster {
  const plane = trainer.plane(side);
  const neuron = neuronIn(trainer, wanted);
  if (neuron) {
    const { model } = trainer;
    const output = columnOf(plane.layer(neuron.layer), neuron.unit);
    const crossing = columnOf(plane.layer(crossingPlace(model, neuron.layer)), neuron.unit);
    const isShare = givesShares(model.layers[neuron.layer]);
    const bound = isShare ? 1 : roundBound(output.reduce(largest, 0), null);
    const shown = output.map((value) => (isShare ? 2 * value - 1 : value / bound));
    const lines = thresholds.map((at) => [at, linePath(crossing, side, at)] as const);
    return { shades: divergingShades(shown, side), lines: new Map(lines), bound };
  }
  const { data, shape } = plane.prediction;
  const columns = shape[1]!;
  const scratch = new Float64Array(side * side);
  const lines = thresholds.map((at) => {
    const { values, level } = lineValues(data, columns, at, scratch);
    return [at, linePath(values, side, level)] as const;
  });
  const { task } = trainer.data;
  const bound = valueBound(trainer.data);
  const shades = outputShades({ task, overlay, values: data, columns, bound, side });
  return { shades, lines: new Map(lines), bound: null };
}

function columnOf({ data, shape }: { data: Float64Array; shape: readonly number[] }, unit: number) {
  const columns = shape[1]!;
  return Float64Array.from({ length: data.length / columns }, (_, i) => data[i * columns + unit]!);
}

const largest = (most: number, value: number) => Math.max(most, Math.abs(value));

/** The poster of this picture, while it is wanted; null otherwise. */
export function useBoundaryPoster(
  trainer: Trainer,
  picture: Picture,
  thresholds: readonly number[],
): BoundaryPoster | null {
  const wanted = usePoster();
  return useMemo(
    () => (wanted ? orNull(() => boundaryPoster(trainer, picture, thresholds)) : null),
    [wanted, trainer, picture, thresholds],
  );
}

/** What was computed, or null where the model overflows far from the data. */
export function orNull<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NonFiniteError) return null;
    throw error;
  }
}

interface PosterPictureProps {
  poster: BoundaryPoster;
  plane: Plane;
  allStrong: boolean;
  /** The names of regions; null where they have none. */
  names: { classes: number; words: DecisionBoundaryLabels; points: readonly DataPoint[] } | null;
  trainer: Trainer;
}

/** What lies under the points. */
export function PosterPicture({ poster, plane, allStrong, names, trainer }: PosterPictureProps) {
  const { width, height } = plane;
  return (
    <g className="pancake-poster" aria-hidden="true">
      <Shades shades={poster.shades} width={width} height={height} />
      <PosterLines lines={poster.lines} {...{ width, height, allStrong }} />
      {names && (
        <g className="pancake-region-labels">
          {namesIn(trainer, names.classes, names.points, plane).map(([k, x, y]) => (
            <text key={k} x={x} y={y} textAnchor="middle" dy="0.35em" data-region={k}>
              {names.words.region(k)}
            </text>
          ))}
        </g>
      )}
    </g>
  );
}

interface PosterLinesProps {
  lines: ReadonlyMap<number, string>;
  width: number;
  height: number;
  allStrong: boolean;
}

/** The contour lines. */
export function PosterLines({ lines, width, height, allStrong }: PosterLinesProps) {
  const strong = Math.floor(lines.size / 2);
  return [...lines].map(([threshold, path], i) => (
    <path
      key={threshold}
      d={path}
      transform={`scale(${width / posterBox} ${height / posterBox})`}
      className={`pancake-contour ${allStrong || i === strong ? 'pancake-contour-strong' : ''}`}
      fill="none"
      stroke={fallbackColors.ink}
      strokeOpacity={allStrong || i === strong ? 1 : 0.35}
      vectorEffect="non-scaling-stroke"
      data-threshold={threshold}
    />
  ));
}

// The classes that have room for a name, and the middles of their places.
function namesIn(
  trainer: Trainer,
  classes: number,
  points: readonly DataPoint[],
  { x, y, width, height }: Plane,
): [k: number, x: number, y: number][] {
  const places = new RegionPlaces();
  places.avoid(points.map((point) => [x(point.x) / width, y(point.y) / height] as const));
  const { prediction } = trainer.plane(side);
  return places
    .find(prediction.data, prediction.shape[1]!, side, classes)
    .flatMap((field, k): [number, number, number][] => {
      if (field === null) return [];
      const [column, row] = [field % fields, Math.floor(field / fields)];
      return [[k, ((column + 0.5) / fields) * width, ((row + 0.5) / fields) * height]];
    });
}

/** The rings around the mistakes. */
export function PosterRings({
  trainer,
  placeOf,
  parts,
}: {
  trainer: Trainer;
  /** Where a point is, in pixels. */
  placeOf: (part: 'train' | 'test', point: DataPoint) => readonly [number, number];
  parts: Readonly<Record<'train' | 'test', readonly DataPoint[]>>;
}) {
  const wrong = orNull(() => mistakesOf(trainer));
  const ringed = (['train', 'test'] as const).flatMap((part) => {
    const rows = new Set(wrong?.[part]);
    return parts[part].filter(({ row }) => rows.has(row)).map((point) => placeOf(part, point));
  });
  const path = ringPath(ringed, ringRadius);
  return (
    <g className="pancake-mistakes" aria-hidden="true">
      <path className="pancake-mistakes-edge" d={path} fill="none" />
      <path className="pancake-mistakes-ring" d={path} fill="none" stroke={fallbackColors.ink} />
    </g>
  );
}
