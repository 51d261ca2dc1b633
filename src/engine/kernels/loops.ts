// Loops that have one form only: too short or too branchy for vectors to pay.
import { exp } from '../math';

/** out = factor · x. */
export function scale(out: Float64Array, x: Float64Array, factor: number): void {
  for (let i = 0; i < out.length; i++) out[i] = factor * x[i]!;
}

/** Σ a · b. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The softmax of each row; the row's maximum is taken out first, so that no exponential overflows. */
export function softmax(out: Float64Array, x: Float64Array, columns: number): void {
  for (let row = 0; row < x.length; row += columns) {
    let max = -Infinity;
    for (let c = 0; c < columns; c++) max = Math.max(max, x[row + c]!);
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += out[row + c] = exp(x[row + c]! - max);
    for (let c = 0; c < columns; c++) out[row + c]! /= sum;
  }
}

/** dIn = y · (dOut − Σ dOut · y), row by row. */
export function softmaxBackward(
  dIn: Float64Array,
  dOut: Float64Array,
  y: Float64Array,
  columns: number,
): void {
  for (let row = 0; row < y.length; row += columns) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += dOut[row + c]! * y[row + c]!;
    for (let c = 0; c < columns; c++) dIn[row + c] = y[row + c]! * (dOut[row + c]! - sum);
  }
}
