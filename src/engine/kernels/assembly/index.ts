// The kernels that WebAssembly gives: float64 in vectors of two, no fused or relaxed operation, so
// that the bits are those of the plain kernels. Addresses and sizes are checked by the caller. Those that
// write what flows through a model tell whether all of it is finite.
import { addRows, finite, zero } from './blocks';
import { multiply } from './matrix';

export { activate, differentiate } from './activations';
export { assess, assessSlope } from './losses';
export { adagrad, adam, rmsprop, sgd } from './optimizers';
export { clear, finite, sum } from './blocks';

/** out (B, O) = x (B, I) · wᵀ (I, O) + b (O). */
export function linear(
  out: usize,
  x: usize,
  w: usize,
  b: usize,
  B: usize,
  I: usize,
  O: usize,
): bool {
  multiply(B, O, I, x, I << 3, 8, w, 8, I << 3, b, 0, 8, out, O << 3);
  return finite(out, B * O);
}

/**
 * gradW (O, I) += dOutᵀ (O, B) · x (B, I); gradB (O) += the sum of the rows of dOut (B, O);
 * dIn (B, I) = dOut · w (O, I).
 */
export function linearBackward(
  dIn: usize,
  gradW: usize,
  gradB: usize,
  dOut: usize,
  x: usize,
  w: usize,
  B: usize,
  I: usize,
  O: usize,
): bool {
  multiply(O, I, B, dOut, 8, O << 3, x, I << 3, 8, gradW, I << 3, 8, gradW, I << 3);
  addRows(gradB, dOut, B, O);
  multiply(B, I, O, dOut, O << 3, 8, w, I << 3, 8, zero, 0, 0, dIn, I << 3);
  return finite(dIn, B * I);
}
