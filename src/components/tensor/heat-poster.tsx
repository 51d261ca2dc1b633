// The poster of a heat map: its numbers in steps of colour as SVG, for where no script paints them.
import type { ThemeColor } from '../../theme';
import { paint } from '../poster';

/** How many steps of colour there are from zero to the largest. */
const steps = 8;
/** About as many cells as can be told apart in so small a picture; of more, some share one. */
const mostCells = 2500;

interface HeatPosterProps {
  /** Row by row. */
  data: Float64Array;
  rows: number;
  columns: number;
  /** Which size gets the full colour. */
  largest: number;
  name: string | undefined;
  /** In CSS pixels. */
  width: number;
  height: number;
}

/** The picture, in the size of the canvas that takes its place. */
export function HeatPoster({ name, width, height, ...numbers }: HeatPosterProps) {
  const { rows, columns, paths } = pathsOf(numbers);
  return (
    <svg
      className="pancake-tensor-heat pancake-poster"
      role={name === undefined ? undefined : 'img'}
      aria-label={name}
      aria-hidden={name === undefined || undefined}
      viewBox={`0 0 ${columns} ${rows}`}
      preserveAspectRatio="none"
      width={width}
      height={height}
      style={{ width, height }}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${columns}v${rows}h${-columns}z`} {...paint('zero')} />
      {paths.map(({ color, step, path }) => (
        <path
          key={`${color} ${step}`}
          d={path}
          {...paint(color)}
          fillOpacity={step / steps}
          data-step={step}
        />
      ))}
    </svg>
  );
}

type Numbers = Pick<HeatPosterProps, 'data' | 'rows' | 'columns' | 'largest'>;

// The cells of each step of each colour as one path: neighbours in a row are one rectangle.
function pathsOf(numbers: Numbers) {
  const { rows, columns, shares } = coarse(numbers);
  const paths = new Map<string, { color: ThemeColor; step: number; path: string }>();
  for (let row = 0; row < rows; row++) {
    for (let from = 0; from < columns;) {
      const { color, step } = lookOf(shares[row * columns + from]!);
      let to = from + 1;
      while (to < columns) {
        const next = lookOf(shares[row * columns + to]!);
        if (next.color !== color || next.step !== step) break;
        to++;
      }
      if (step > 0) {
        const key = `${color} ${step}`;
        const one = paths.get(key) ?? { color, step, path: '' };
        one.path += `M${from} ${row}h${to - from}v1h${from - to}z`;
        paths.set(key, one);
      }
      from = to;
    }
  }
  return { rows, columns, paths: [...paths.values()] };
}

// What is not finite is dark, as on the canvas.
function lookOf(share: number): { color: ThemeColor; step: number } {
  if (!Number.isFinite(share)) return { color: 'ink', step: steps };
  const step = Math.round(Math.min(1, Math.abs(share)) * steps);
  return { color: share < 0 ? 'negative' : 'positive', step };
}

// The numbers as shares of the largest; of too many, the one in the middle of each square of them.
function coarse({ data, rows, columns, largest }: Numbers) {
  const side = Math.ceil(Math.sqrt((rows * columns) / mostCells));
  const [down, across] = [Math.ceil(rows / side), Math.ceil(columns / side)];
  const middle = (square: number, count: number) =>
    Math.min(count - 1, square * side + (side >> 1));
  const shares = Float64Array.from({ length: down * across }, (_, i) => {
    const [row, column] = [middle(Math.floor(i / across), rows), middle(i % across, columns)];
    // Beyond the last number of a matrix that is shown line by line there is none.
    const value = data[row * columns + column] ?? 0;
    return value === 0 ? 0 : value / largest;
  });
  return { rows: down, columns: across, shares };
}
