// Matrices: a tensor, or a part of it, as rows and columns, and what can be said of its numbers.
import type { Tensor } from '../../engine';

/** Numbers in rows and columns. */
export interface Matrix {
  /** Row by row. */
  data: Float64Array;
  rows: number;
  columns: number;
}

/** The place of a number: its row and its column, from 0. */
export type Entry = readonly [row: number, column: number];

/** Part of a matrix: from which row and column, and how many of each. */
export interface Part {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/**
 * A tensor as a matrix: its last two dimensions. One of a single dimension is a row; of one with
 * more than two, this is the matrix at `slice`.
 */
export function matrixOf({ data, shape }: Tensor, slice = 0): Matrix {
  const rows = shape.at(-2) ?? 1;
  const columns = shape.at(-1) ?? 1;
  const size = rows * columns;
  return { data: data.subarray(slice * size, (slice + 1) * size), rows, columns };
}

/** How many matrices a tensor holds: 1, unless it has more than two dimensions. */
export function sliceCount({ shape }: Tensor): number {
  return shape.slice(0, -2).reduce((product, length) => product * length, 1);
}

/** Rows for columns. */
export function transpose({ data, rows, columns }: Matrix): Matrix {
  const turned = new Float64Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = data[row * columns + column]!;
    }
  }
  return { data: turned, rows: columns, columns: rows };
}

/** One row of a matrix, as a matrix. */
export function rowOf({ data, columns }: Matrix, row: number): Matrix {
  return { data: data.subarray(row * columns, (row + 1) * columns), rows: 1, columns };
}

/** The number at a place. */
export function at({ data, columns }: Matrix, [row, column]: Entry): number {
  return data[row * columns + column]!;
}

/** Whether there is such a place. */
export function isWithin({ rows, columns }: Matrix, [row, column]: Entry): boolean {
  return row >= 0 && row < rows && column >= 0 && column < columns;
}

/** All of a matrix. */
export function whole({ rows, columns }: Matrix): Part {
  return { row: 0, column: 0, rows, columns };
}

/** The largest size among the finite numbers, which gets the full colour. */
export function largestOf(data: Float64Array): number {
  let largest = 0;
  for (const value of data) {
    const size = Math.abs(value);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}

/** A tensor in few numbers. */
export interface TensorSummary {
  shape: readonly number[];
  count: number;
  /** Of the finite numbers; NaN if there are none. */
  min: number;
  max: number;
  mean: number;
  /** The share of numbers that are exactly 0. */
  zeros: number;
  /** How many are NaN or infinite. */
  notFinite: number;
}

/** Summarises a tensor. */
export function summarize({ data, shape }: Tensor): TensorSummary {
  let [min, max, sum, zeros, finite] = [Infinity, -Infinity, 0, 0, 0];
  for (const value of data) {
    if (!Number.isFinite(value)) continue;
    finite++;
    sum += value;
    if (value === 0) zeros++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const count = data.length;
  return {
    shape,
    count,
    min: finite ? min : NaN,
    max: finite ? max : NaN,
    mean: finite ? sum / finite : NaN,
    zeros: count ? zeros / count : 0,
    notFinite: count - finite,
  };
}
