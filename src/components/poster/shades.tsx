// Shades: a picture of a plane as SVG, in the colours of the style sheet, or without one in its own.
import { fallbackColors, type ThemeColor } from '../../theme';
import { box, regionPath } from './region-path';

/** A region with its colour, on top of those before. */
export interface Shade {
  color: ThemeColor;
  /** How much of what lies below it covers, from 0 to 1. */
  opacity: number;
  /** The value from which on it is. */
  from: number;
  path: string;
}

/** Values on a grid that are to be shaded: the larger, the stronger. */
export interface Shaded {
  color: ThemeColor;
  /** What the values at the cells' centres stand for; from the least of `levels` on there is colour. */
  values: ArrayLike<number>;
  /** How many cells the grid has each way. */
  n: number;
  /** The values at which the shade gets stronger, ascending. */
  levels: readonly number[];
  /** How strong it is from each level on, from 0 to 1. */
  strengths: readonly number[];
  /** How many units wide and high the picture is. */
  size?: number;
}

/**
 * Regions inside one another, each of which adds as much colour as it takes to the strength of its
 * level. So none has an edge to a neighbour that could be seen as a line.
 */
export function shadesOf({ color, values, n, levels, strengths, size = box }: Shaded): Shade[] {
  return levels.flatMap((from, i) => {
    const path = regionPath(values, n, from, size);
    const below = i > 0 ? strengths[i - 1]! : 0;
    const opacity = Math.round(1000 * (1 - (1 - strengths[i]!) / (1 - below))) / 1000;
    return path ? [{ color, opacity, from, path }] : [];
  });
}

/** Levels that cut the way from `low` to 1 into equal parts, with the strengths of their middles. */
export function evenLevels(count: number, strength: number, low = 0) {
  const step = (1 - low) / count;
  return {
    levels: Array.from({ length: count }, (_, k) => low + k * step),
    strengths: Array.from({ length: count }, (_, k) => strength * (low + (k + 0.5) * step)),
  };
}

interface ShadesProps {
  /** What is where no shade is. */
  ground?: ThemeColor;
  shades: readonly Shade[];
  /** How large it is to be, in the units of the picture around it. */
  width: number;
  height: number;
  /** How many units wide and high the shades' picture is. */
  size?: number;
}

/** The shades, to be drawn within a picture. */
export function Shades({ ground = 'zero', shades, width, height, size = box }: ShadesProps) {
  return (
    <g className="pancake-shades" transform={`scale(${width / size} ${height / size})`}>
      <path d={`M0 0h${size}v${size}h${-size}z`} {...paint(ground)} />
      {shades.map(({ color, opacity, from, path }, i) => (
        <path key={i} d={path} {...paint(color)} fillOpacity={opacity} data-from={from} />
      ))}
    </g>
  );
}

/** The fill in a colour of the style sheet. */
export function paint(color: ThemeColor) {
  return { className: `pancake-shade-${color}`, fill: fallbackColors[color] };
}
