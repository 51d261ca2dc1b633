// The losses that compare number with number, and their derivatives.
import { finite, pairs } from './blocks';
import { exp, log, log1p, one, sigmoid } from './functions';

/** out = the loss of each of n predictions p with targets t. */
export function assess(kind: i32, out: usize, p: usize, t: usize, n: usize): void {
  for (const end = p + (n << 3); p < end; p += 16, t += 16, out += 16) {
    v128.store(out, value(kind, v128.load(p), v128.load(t)));
  }
}

/** out = its derivative by p, divided by `count`. */
export function assessSlope(kind: i32, out: usize, p: usize, t: usize, n: usize, count: f64): void {
  const divisor = f64x2.splat(f64(count));
  for (const end = p + (n << 3); p < end; p += 16, t += 16, out += 16) {
    v128.store(out, f64x2.div(slope(kind, v128.load(p), v128.load(t)), divisor));
  }
  return finite(out - (pairs(n) << 4), n);
}

// The kinds are counted as in `lossKinds` of `../kernels.ts`.
function value(kind: i32, p: v128, t: v128): v128 {
  if (kind == 0) {
    const e = exp(f64x2.neg(f64x2.abs(p)));
    const above = f64x2.sub(f64x2.max(p, f64x2.splat(0)), f64x2.mul(p, t));
    return f64x2.add(above, log1p(e));
  }
  if (kind == 1) {
    const chance = v128.bitselect(p, f64x2.sub(one(), p), f64x2.eq(t, one()));
    return f64x2.min(f64x2.splat(100), f64x2.sub(f64x2.splat(0), log(chance)));
  }
  const error = f64x2.sub(p, t);
  return f64x2.mul(error, error);
}

function slope(kind: i32, p: v128, t: v128): v128 {
  const error = f64x2.sub(p, t);
  if (kind == 0) {
    const sign = v128.and(f64x2.eq(t, one()), f64x2.splat(-0.0));
    return v128.xor(sigmoid(v128.xor(p, sign)), sign);
  }
  if (kind == 1) {
    const spread = f64x2.mul(p, f64x2.sub(one(), p));
    return f64x2.div(error, f64x2.max(f64x2.splat(1e-12), spread));
  }
  return f64x2.add(error, error);
}
