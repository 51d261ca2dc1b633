// Where neurons and links are, in CSS pixels.
import type { Column } from './columns';

/** A neuron in the picture. */
export interface Neuron {
  column: number;
  unit: number;
  /** The middle. */
  x: number;
  y: number;
}

/** A line from one neuron to another: one weight. */
export interface Link {
  /** The weight's place in its parameter, row by row. */
  place: number;
  /** The column that it leads to. */
  column: number;
  from: Neuron;
  to: Neuron;
  path: string;
}

export interface GraphLayout {
  width: number;
  height: number;
  /** How wide and high a neuron is. */
  size: number;
  neurons: readonly Neuron[];
  links: readonly Link[];
  /** How many neurons of each column are left out. */
  folded: readonly number[];
  /** The middle of each column. */
  columnX: readonly number[];
}

/** How many neurons a column shows before it is opened. */
export const mostUnits = 12;
// More lines than these cannot be told apart, and cost too much to move in every frame.
const mostLinks = 900;

const leastPitch = 92;
const mostPitch = 190;
const edge = 34;

/** Lays the columns out in a box of this width; what does not fit is wider than the box. */
export function layOutGraph(
  columns: readonly Column[],
  width: number,
  opened: ReadonlySet<number>,
): GraphLayout {
  const shown = columns.map(({ units }, i) => (opened.has(i) ? units : Math.min(units, mostUnits)));
  const most = Math.max(...shown);
  const size = most > 8 ? 28 : most > 5 ? 34 : 40;
  const gap = most > 8 ? 9 : 14;
  const gaps = Math.max(1, columns.length - 1);
  const pitch = Math.min(mostPitch, Math.max(leastPitch, (width - 2 * edge) / gaps));
  const used = pitch * gaps + 2 * edge;
  const start = edge + Math.max(0, (width - used) / 2);
  const height = most * (size + gap) + 4;

  const columnX = columns.map((_, i) => start + i * pitch);
  const rows = columns.map((_, column) => {
    const top = (height - shown[column]! * (size + gap)) / 2 + (size + gap) / 2;
    return Array.from({ length: shown[column]! }, (_, unit): Neuron => {
      return { column, unit, x: columnX[column]!, y: top + unit * (size + gap) };
    });
  });

  const links: Link[] = [];
  for (let column = 1; column < columns.length; column++) {
    if (columns[column]!.linear < 0) continue;
    const inputs = columns[column - 1]!.units;
    for (const to of rows[column]!) {
      for (const from of rows[column - 1]!) {
        if (links.length === mostLinks) break;
        const place = to.unit * inputs + from.unit;
        links.push({ place, column, from, to, path: curve(from, to, size) });
      }
    }
  }
  return {
    width: Math.max(width, used),
    height,
    size,
    neurons: rows.flat(),
    links,
    folded: columns.map(({ units }, i) => units - shown[i]!),
    columnX,
  };
}

/** Up to which share of its width a line bends away from its ends: there are the curve's control points. */
export const bend = 0.45;

/** Where a line begins and ends: at the edges of its neurons. */
export function endsOf(from: Neuron, to: Neuron, size: number) {
  return { x1: from.x + size / 2, y1: from.y, x2: to.x - size / 2, y2: to.y };
}

function curve(from: Neuron, to: Neuron, size: number): string {
  const { x1, y1, x2, y2 } = endsOf(from, to, size);
  const bent = (x2 - x1) * bend;
  return `M${round(x1)} ${round(y1)}C${round(x1 + bent)} ${round(y1)} ${round(x2 - bent)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

/** How wide the line of a weight is: from a hair to six pixels, however large it gets. */
export function linkWidth(weight: number): number {
  const size = Math.abs(weight);
  return 0.4 + (5.6 * size) / (1 + size);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
