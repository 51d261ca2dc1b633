// Exponential, logarithm and what is made of them, two numbers at a time. The same arithmetic, in
// the same order, as in `engine/math`, with both branches computed and one chosen.

const ln2High: f64 = 6.9314718036912381649e-1;
const ln2Low: f64 = 1.90821492927058770002e-10;

export function one(): v128 {
  return f64x2.splat(1);
}

/** e^x. */
export function exp(x: v128): v128 {
  const k = nearest(x);
  // In two steps: 2^k itself can be too large or too small to be a number, where the result is not.
  const down = f64x2.floor(f64x2.mul(k, f64x2.splat(0.5)));
  const y = f64x2.add(one(), expm1OfSmall(x, k));
  const scaled = f64x2.mul(f64x2.mul(y, power(down)), power(f64x2.sub(k, down)));
  const above = f64x2.gt(x, f64x2.splat(709.782712893383973096));
  const below = f64x2.lt(x, f64x2.splat(-745.13321910194110842));
  const result = v128.bitselect(f64x2.splat(Infinity), v128.andnot(scaled, below), above);
  return v128.bitselect(result, x, f64x2.eq(x, x));
}

/** The natural logarithm. */
export function log(x: v128): v128 {
  const denormal = f64x2.lt(x, f64x2.splat(2.2250738585072014e-308));
  const scaled = v128.bitselect(f64x2.mul(x, f64x2.splat(18014398509481984)), x, denormal);
  const bits = aboveRootOfHalf(scaled);
  const k = f64x2.sub(exponent(bits), v128.and(denormal, f64x2.splat(54)));
  let y = logOfSplit(significand(bits), k, f64x2.splat(0));
  y = v128.bitselect(x, y, f64x2.eq(x, f64x2.splat(Infinity)));
  y = v128.bitselect(y, f64x2.splat(NaN), f64x2.ge(x, f64x2.splat(0)));
  return v128.bitselect(f64x2.splat(-Infinity), y, f64x2.eq(x, f64x2.splat(0)));
}

/** log(1 + x) for x from 0 to 1. */
export function log1p(x: v128): v128 {
  const small = f64x2.lt(x, f64x2.splat(0.4142135));
  const u = f64x2.add(one(), x);
  const bits = aboveRootOfHalf(u);
  const lost = f64x2.div(f64x2.sub(x, f64x2.sub(u, one())), u);
  return logOfSplit(
    v128.bitselect(x, significand(bits), small),
    v128.andnot(exponent(bits), small),
    v128.andnot(lost, small),
  );
}

/** The hyperbolic tangent. */
export function tanh(x: v128): v128 {
  const clamped = f64x2.pmin(f64x2.abs(x), f64x2.splat(20));
  const size = f64x2.add(clamped, clamped);
  const k = nearest(size);
  const whole = power(k);
  const rest = f64x2.mul(whole, expm1OfSmall(size, k));
  const t = f64x2.add(rest, f64x2.sub(whole, one()));
  const y = f64x2.div(t, f64x2.add(t, f64x2.splat(2)));
  return v128.or(y, v128.and(x, f64x2.splat(-0.0)));
}

/** 1 / (1 + e^−x). */
export function sigmoid(x: v128): v128 {
  const e = exp(f64x2.neg(f64x2.abs(x)));
  const above = v128.bitselect(one(), e, f64x2.ge(x, f64x2.splat(0)));
  return f64x2.div(above, f64x2.add(one(), e));
}

// The whole number of ln 2 that is nearest to x.
function nearest(x: v128): v128 {
  return f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(1.442695040888963387)), f64x2.splat(0.5)));
}

// e^r − 1 for r = x − k ln 2, which is ln 2 / 2 at most: the series as far as r¹³ / 13!.
function expm1OfSmall(x: v128, k: v128): v128 {
  const hi = f64x2.sub(x, f64x2.mul(k, f64x2.splat(ln2High)));
  const lo = f64x2.mul(k, f64x2.splat(ln2Low));
  const r = f64x2.sub(hi, lo);
  const rounded = f64x2.sub(f64x2.sub(hi, r), lo);
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const low = f64x2.add(
    f64x2.add(f64x2.splat(0.5), f64x2.mul(r, f64x2.splat(0.16666666666666666))),
    f64x2.mul(
      r2,
      f64x2.add(f64x2.splat(0.041666666666666664), f64x2.mul(r, f64x2.splat(0.008333333333333333))),
    ),
  );
  const middle = f64x2.add(
    f64x2.add(f64x2.splat(0.001388888888888889), f64x2.mul(r, f64x2.splat(0.0001984126984126984))),
    f64x2.mul(
      r2,
      f64x2.add(f64x2.splat(2.48015873015873e-5), f64x2.mul(r, f64x2.splat(2.7557319223985893e-6))),
    ),
  );
  const high = f64x2.add(
    f64x2.add(f64x2.splat(2.755731922398589e-7), f64x2.mul(r, f64x2.splat(2.505210838544172e-8))),
    f64x2.mul(
      r2,
      f64x2.add(
        f64x2.splat(2.08767569878681e-9),
        f64x2.mul(r, f64x2.splat(1.6059043836821613e-10)),
      ),
    ),
  );
  const rest = f64x2.add(low, f64x2.mul(r4, f64x2.add(middle, f64x2.mul(r4, high))));
  return f64x2.add(r, f64x2.add(f64x2.mul(r2, rest), rounded));
}

// 2^k for whole k from −1022 to 1023: k + 1023 in the place of the exponent.
function power(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, f64x2.splat(4503599627370496 + 1023)), 52);
}

// x's bits, moved so that the exponent counts from √½ on.
function aboveRootOfHalf(x: v128): v128 {
  return i64x2.add(x, i64x2.splat(i64(0x3ff00000 - 0x3fe6a09e) << 32));
}

function exponent(bits: v128): v128 {
  const biased = v128.or(i64x2.shr_u(bits, 52), f64x2.splat(4503599627370496));
  return f64x2.sub(biased, f64x2.splat(4503599627370496 + 1023));
}

// What is left of x between √½ and √2, less 1.
function significand(bits: v128): v128 {
  const fraction = v128.and(bits, i64x2.splat(0x000fffffffffffff));
  return f64x2.sub(i64x2.add(fraction, i64x2.splat(i64(0x3fe6a09e) << 32)), one());
}

// k ln 2 + log(1 + f) + c.
function logOfSplit(f: v128, k: v128, c: v128): v128 {
  const halfSquare = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = f64x2.mul(w, f64x2.splat(1.531383769920937332e-1));
  even = f64x2.mul(w, f64x2.add(f64x2.splat(2.222219843214978396e-1), even));
  even = f64x2.mul(w, f64x2.add(f64x2.splat(3.999999999940941908e-1), even));
  let odd = f64x2.mul(w, f64x2.splat(1.479819860511658591e-1));
  odd = f64x2.mul(w, f64x2.add(f64x2.splat(1.818357216161805012e-1), odd));
  odd = f64x2.mul(w, f64x2.add(f64x2.splat(2.857142874366239149e-1), odd));
  odd = f64x2.mul(z, f64x2.add(f64x2.splat(6.66666666666673513e-1), odd));
  const rest = f64x2.mul(s, f64x2.add(halfSquare, f64x2.add(odd, even)));
  const low = f64x2.add(f64x2.mul(k, f64x2.splat(ln2Low)), c);
  const sum = f64x2.sub(f64x2.add(rest, low), halfSquare);
  return f64x2.add(f64x2.add(sum, f), f64x2.mul(k, f64x2.splat(ln2High)));
}
