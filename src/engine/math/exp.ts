// The exponential and what is made of it. Reduced as in fdlibm (Sun Microsystems, 1993; freely
// granted), from whose s_expm1.c expm1 is.
import { scaleByPower } from './bits';

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const inverseLn2 = 1.442695040888963387;
const overflow = 709.782712893383973096;
const underflow = -745.13321910194110842;

/** e^x. Errors stay below 1.2 units in the last place. */
export function exp(x: number): number {
  if (!(x <= overflow)) return x > overflow ? Infinity : x;
  if (x < underflow) return 0;
  const k = Math.floor(inverseLn2 * x + 0.5);
  return scaleByPower(1 + expm1OfSmall(x - k * ln2High, k * ln2Low), k);
}

// e^r − 1 for |r| <= ln 2 / 2, where r = hi − lo, by the series as far as r¹³ / 13!. What is left out lies beyond the
// last place. Summed in pairs, which wait for one another less than one after the other would.
function expm1OfSmall(hi: number, lo: number): number {
  const r = hi - lo;
  const rounded = hi - r - lo;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low =
    0.5 + r * 0.16666666666666666 + r2 * (0.041666666666666664 + r * 0.008333333333333333);
  const middle =
    0.001388888888888889 +
    r * 0.0001984126984126984 +
    r2 * (2.48015873015873e-5 + r * 2.7557319223985893e-6);
  const high =
    2.755731922398589e-7 +
    r * 2.505210838544172e-8 +
    r2 * (2.08767569878681e-9 + r * 1.6059043836821613e-10);
  return r + (r2 * (low + r4 * (middle + r4 * high)) + rounded);
}

/** e^x − 1, exact also near x = 0. Errors stay below 1 unit in the last place. */
export function expm1(x: number): number {
  if (!(x <= overflow)) return x > overflow ? Infinity : x;
  if (x < -38.816242) return -1;
  if (x > -5.5e-17 && x < 5.5e-17) return x;

  let k = 0;
  let r = x;
  let c = 0; // What rounding took from r.
  if (x > 0.34657359027997264 || x < -0.34657359027997264) {
    k = Math.floor(inverseLn2 * x + 0.5);
    const hi = x - k * ln2High;
    const lo = k * ln2Low;
    r = hi - lo;
    c = hi - r - lo;
  }

  const half = 0.5 * r;
  const hxs = r * half;
  const r1 =
    1 +
    hxs *
      (-3.33333333333331316428e-2 +
        hxs *
          (1.58730158725481460165e-3 +
            hxs *
              (-7.93650757867487942473e-5 +
                hxs * (4.00821782732936239552e-6 + hxs * -2.01099218183624371326e-7))));
  const t = 3 - r1 * half;
  let e = hxs * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - hxs);

  e = r * (e - c) - c - hxs;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaleByPower(1 - (e - r), k) - 1;
  const small = scaleByPower(1, -k);
  const y = k < 20 ? 1 - small - (e - r) : r - (e + small) + 1;
  return scaleByPower(y, k);
}

/**
 * The hyperbolic tangent, (e^2x − 1) / (e^2x + 1), which keeps its digits near zero because e^2x − 1
 * does. Errors stay below 2 units in the last place.
 */
export function tanh(x: number): number {
  // From 20 on it is 1.
  const size = Math.abs(x) > 20 ? 40 : Math.abs(x) * 2;
  const k = Math.floor(inverseLn2 * size + 0.5);
  const power = scaleByPower(1, k);
  const t = power * expm1OfSmall(size - k * ln2High, k * ln2Low) + (power - 1);
  const y = t / (t + 2);
  return y === 0 ? x : x < 0 ? -y : y;
}

/** 1 / (1 + e^−x), in the form whose exponential cannot overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
