// From the model's values to pixels: one look-up each.
import type { Task } from '../../engine';
import { predictedClass } from '../../trainer';
import type { Shades } from './colors';
import { uncertainty, type Overlay } from './overlays';

/** How the model's output is turned into colours. */
export interface OutputStyle {
  task: Task;
  overlay: Overlay;
  /** Where the colours of regression end. */
  bound: number;
}

/**
 * Fills pixels with the colours of the model's output.
 *
 * @param values a row for each pixel
 * @param columns how many numbers a row has; a single one is the probability of class 1, or a value
 */
export function fillOutput(
  pixels: Uint32Array,
  values: Float64Array,
  columns: number,
  { task, overlay, bound }: OutputStyle,
  shades: Shades,
): void {
  if (task === 'regression') fillColumn(pixels, values, 0, columns, 0, bound, shades);
  else if (overlay === 'uncertainty') fillUncertainty(pixels, values, columns, shades);
  else if (overlay === 'hard') fillDecision(pixels, values, columns, shades);
  else if (columns > 1) fillClasses(pixels, values, columns, shades);
  else fillColumn(pixels, values, 0, 1, 0.5, 0.5, shades);
}

/**
 * Fills pixels with one column of some values, on the diverging scale.
 *
 * @param middle the value that has the colour of zero
 * @param reach how far from it the colours end
 */
export function fillColumn(
  pixels: Uint32Array,
  values: Float64Array,
  column: number,
  columns: number,
  middle: number,
  reach: number,
  { diverging }: Shades,
): void {
  for (let i = 0, at = column; i < pixels.length; i++, at += columns) {
    pixels[i] = diverging[tableIndex((values[at]! - middle) / reach)]!;
  }
}

// The likeliest class's colour, the stronger the surer.
function fillClasses(
  pixels: Uint32Array,
  values: Float64Array,
  columns: number,
  { classes }: Shades,
): void {
  for (let i = 0; i < pixels.length; i++) {
    const best = predictedClass(values, i * columns, columns);
    const sureness = (values[i * columns + best]! * columns - 1) / (columns - 1);
    pixels[i] = classes[best % 8]![shareIndex(sureness)]!;
  }
}

function fillDecision(
  pixels: Uint32Array,
  values: Float64Array,
  columns: number,
  { classes }: Shades,
): void {
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = classes[predictedClass(values, i * columns, columns) % 8]!.at(-1)!;
  }
}

function fillUncertainty(
  pixels: Uint32Array,
  values: Float64Array,
  columns: number,
  { uncertainty: table }: Shades,
): void {
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = table[shareIndex(uncertainty(values, i * columns, columns))]!;
  }
}

/** The place of a value from -1 to 1 in a table of 256 colours. */
export function tableIndex(t: number): number {
  return Math.round((Math.min(1, Math.max(-1, t)) + 1) * 127.5);
}

// The place of a share from 0 to 1 in a table of 128 colours.
function shareIndex(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 127);
}

/**
 * The values that cross zero, or the threshold, where a line is to run: for several classes, how far
 * the class named by the threshold is ahead of the likeliest other one.
 *
 * @param scratch room for as many numbers as there are rows
 */
export function lineValues(
  values: Float64Array,
  columns: number,
  threshold: number,
  scratch: Float64Array,
): { values: Float64Array; level: number } {
  if (columns === 1) return { values, level: threshold };
  for (let i = 0; i < scratch.length; i++) {
    let other = -Infinity;
    for (let c = 0; c < columns; c++) {
      if (c !== threshold) other = Math.max(other, values[i * columns + c]!);
    }
    scratch[i] = values[i * columns + threshold]! - other;
  }
  return { values: scratch, level: 0 };
}
