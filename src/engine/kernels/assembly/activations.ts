// The activations and their derivatives, over whole blocks. A block's room is a whole number of
// pairs, so an odd end needs no care.
import { constants, finite, pairs } from './blocks';
import { exp, log, log1p, one, sigmoid, tanh } from './functions';

/** out = f(x), for n numbers. */
export function activate(kind: i32, out: usize, x: usize, n: usize): bool {
  const constant = v128.load64_splat(constants);
  for (const end = x + (n << 3); x < end; x += 16, out += 16) {
    v128.store(out, value(kind, v128.load(x), constant));
  }
  return finite(out - (pairs(n) << 4), n);
}

/** dIn = f'(·) dOut, for n numbers, from what the activation remembers: its input or its output. */
export function differentiate(kind: i32, dIn: usize, dOut: usize, kept: usize, n: usize): bool {
  const constant = v128.load64_splat(constants);
  for (const end = kept + (n << 3); kept < end; kept += 16, dOut += 16, dIn += 16) {
    v128.store(dIn, f64x2.mul(slope(kind, v128.load(kept), constant), v128.load(dOut)));
  }
  return finite(dIn - (pairs(n) << 4), n);
}

// The kinds are counted as in `activationKinds` of `../kernels.ts`.
function value(kind: i32, x: v128, a: v128): v128 {
  if (kind == 0) return v128.andnot(x, f64x2.le(x, f64x2.splat(0)));
  switch (kind) {
    case 1:
      return v128.bitselect(x, f64x2.mul(a, x), positive(x));
    case 2:
      return tanh(x);
    case 3:
      return sigmoid(x);
    case 4:
      return softplus(x);
    case 5:
      return f64x2.mul(x, sigmoid(x));
    case 6:
      return f64x2.mul(x, x);
    case 7:
      return exp(x);
    default:
      return log(x);
  }
}

function slope(kind: i32, x: v128, a: v128): v128 {
  if (kind == 0) return v128.and(one(), positive(x));
  switch (kind) {
    case 1:
      return v128.bitselect(one(), a, positive(x));
    case 2:
      return f64x2.sub(one(), f64x2.mul(x, x));
    case 3:
      return f64x2.mul(x, f64x2.sub(one(), x));
    case 4:
      return sigmoid(x);
    case 5:
      return swell(x, sigmoid(x));
    default:
      return f64x2.add(x, x);
  }
}

// The slope of x σ(x), where s is σ(x).
function swell(x: v128, s: v128): v128 {
  return f64x2.mul(s, f64x2.add(one(), f64x2.mul(x, f64x2.sub(one(), s))));
}

/** log(1 + e^x). */
export function softplus(x: v128): v128 {
  const e = exp(f64x2.neg(f64x2.abs(x)));
  return f64x2.add(f64x2.max(x, f64x2.splat(0)), log1p(e));
}

function positive(x: v128): v128 {
  return f64x2.gt(x, f64x2.splat(0));
}
