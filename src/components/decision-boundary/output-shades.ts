// The colours of the model's output as shades, for posters of the plane and of a layer's space.
import type { Task } from '../../engine';
import type { ThemeColor } from '../../theme';
import { evenLevels, shadesOf, type Shade } from '../poster';
import { darkness, strength } from './colors';
import { uncertainty, type Overlay } from './overlays';

/** How many steps of colour there are from zero to the strongest. */
const steps = 8;
const classSteps = 5;

/** A grid of values, and how they are turned into colours. */
export interface ShadedOutput {
  task: Task;
  overlay: Overlay;
  /** A row for each cell, row by row from the top. */
  values: Float64Array;
  /** How many numbers a row has. */
  columns: number;
  /** Where the colours of regression end. */
  bound: number;
  /** How many cells the grid has each way. */
  side: number;
}

/** The same colours as the painter's, in steps. */
export function outputShades(output: ShadedOutput): Shade[] {
  const { task, overlay, values: data, columns, bound, side } = output;
  const perCell = (value: (at: number) => number) =>
    Float64Array.from({ length: side * side }, (_, i) => value(i * columns));
  if (task === 'regression') {
    const shares = data.map((value) => value / bound);
    return divergingShades(shares, side);
  }
  if (overlay === 'uncertainty') {
    const values = perCell((at) => uncertainty(data, at, columns));
    return shadesOf({ color: 'ink', values, n: side, ...evenLevels(steps, darkness) });
  }
  if (columns === 1 && overlay === 'probability') {
    const shares = data.map((p) => 2 * p - 1);
    return divergingShades(shares, side);
  }
  const classes = Array.from({ length: Math.max(2, columns) }, (_, k) => k);
  return classes.flatMap((k) => {
    const color = `class-${k % 8}` as ThemeColor;
    const lead = perCell((at) => leadOf(data, at, columns, k));
    if (overlay === 'hard') {
      return shadesOf({ color, values: lead, n: side, levels: [0], strengths: [strength] });
    }
    // A class has colour where it leads; the stronger, the surer it is.
    const sureness = perCell((at) => (data[at + k]! * columns - 1) / (columns - 1));
    const { levels, strengths } = evenLevels(classSteps, strength);
    return levels.flatMap((level, i) =>
      shadesOf({
        color,
        values: sureness.map((sure, at) => Math.min(lead[at]!, sure - level)),
        n: side,
        levels: [0],
        strengths: [1 - (1 - strengths[i]!) / (1 - (strengths[i - 1] ?? 0))],
      }).map((shade) => ({ ...shade, from: level })),
    );
  });
}

/** Values from -1 to 1: orange below zero, blue above. */
export function divergingShades(values: Float64Array, side: number): Shade[] {
  const scale = { n: side, ...evenLevels(steps, strength) };
  return [
    ...shadesOf({ color: 'negative', values: values.map((value) => -value), ...scale }),
    ...shadesOf({ color: 'positive', values, ...scale }),
  ];
}

// How far a class is ahead of the likeliest other one.
function leadOf(data: Float64Array, at: number, columns: number, k: number): number {
  if (columns === 1) return k === 1 ? data[at]! - 0.5 : 0.5 - data[at]!;
  let other = -Infinity;
  for (let c = 0; c < columns; c++) if (c !== k) other = Math.max(other, data[at + c]!);
  return data[at + k]! - other;
}
