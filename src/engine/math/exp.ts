// The exponential and what is made of it. After fdlibm's e_exp.c, s_expm1.c and s_tanh.c
// (Sun Microsystems, 1993; freely granted). Errors stay below 1 unit in the last place.
import { scaleByPower } from './bits';

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const inverseLn2 = 1.442695040888963387;
const overflow = 709.782712893383973096;
const underflow = -745.13321910194110842;

/** e^x. */
export function exp(x: number): number {
  if (!(x <= overflow)) return x > overflow ? Infinity : x;
  if (x < underflow) return 0;

  // x = k ln 2 + r with |r| <= ln 2 / 2, and r = hi - lo.
  let k = 0;
  let hi = x;
  let lo = 0;
  if (x > 0.34657359027997264 || x < -0.34657359027997264) {
    k = Math.floor(inverseLn2 * x + 0.5);
    hi = x - k * ln2High;
    lo = k * ln2Low;
  }
  const r = hi - lo;

  // e^r = 1 + 2r / (c' - r), where c' = r (e^r + 1) / (e^r - 1) is close to a polynomial in r².
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  return k === 0 ? y : scaleByPower(y, k);
}

/** e^x − 1, exact also near x = 0. */
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

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size < 2.8e-17) return x;
  let y = 1;
  if (size < 22) {
    if (size >= 1) {
      y = 1 - 2 / (expm1(2 * size) + 2);
    } else {
      const t = expm1(-2 * size);
      y = -t / (t + 2);
    }
  }
  return x < 0 ? -y : y;
}
