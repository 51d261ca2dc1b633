// The hot loops, in plain TypeScript. Layers say what is computed; these say how.
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

/** out (B, O) = x (B, I) · wᵀ (I, O) + b (O). */
export function linear(
  out: Float64Array,
  x: Float64Array,
  w: Float64Array,
  b: Float64Array,
  nIn: number,
  nOut: number,
): void {
  for (let row = 0, at = 0; at < out.length; row += nIn) {
    for (let o = 0, k = 0; o < nOut; o++, at++) {
      let sum = b[o]!;
      for (let i = 0; i < nIn; i++, k++) sum += w[k]! * x[row + i]!;
      out[at] = sum;
    }
  }
}

/** dIn (B, I) = dOut (B, O) · w (O, I). */
export function linearTransposed(
  dIn: Float64Array,
  dOut: Float64Array,
  w: Float64Array,
  nIn: number,
  nOut: number,
): void {
  dIn.fill(0);
  for (let row = 0, at = 0; at < dOut.length; row += nIn) {
    for (let o = 0, k = 0; o < nOut; o++, at++) {
      const d = dOut[at]!;
      for (let i = 0; i < nIn; i++, k++) dIn[row + i]! += d * w[k]!;
    }
  }
}

/** grad (O, I) += dOutᵀ (O, B) · x (B, I). */
export function addOuter(
  grad: Float64Array,
  dOut: Float64Array,
  x: Float64Array,
  nIn: number,
  nOut: number,
): void {
  for (let row = 0, at = 0; at < dOut.length; row += nIn) {
    for (let o = 0, k = 0; o < nOut; o++, at++) {
      const d = dOut[at]!;
      for (let i = 0; i < nIn; i++, k++) grad[k]! += d * x[row + i]!;
    }
  }
}

/** grad (O) += the sum of the rows of dOut (B, O). */
export function addRows(grad: Float64Array, dOut: Float64Array, nOut: number): void {
  for (let at = 0; at < dOut.length;) {
    for (let o = 0; o < nOut; o++, at++) grad[o]! += dOut[at]!;
  }
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
