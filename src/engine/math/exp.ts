// The exponential and what is made of it. exp and expm1 after fdlibm's e_exp.c and s_expm1.c (Sun
// Microsystems, 1993; freely granted); their errors stay below 1 unit in the last place.
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
  const k = Math.floor(inverseLn2 * x + 0.5);
  const hi = x - k * ln2High;
  const lo = k * ln2Low;
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
  return scaleByPower(y, k);
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

/**
 * The hyperbolic tangent. After Cephes' tanh.c (Stephen Moshier, 1995; freely granted): a quotient
 * of two polynomials near zero, the exponential elsewhere. Errors stay below 2 units in the last
 * place.
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  const y = size < 0.625 ? tanhNearZero(size) : 1 - 2 / (exp(size + size) + 1);
  return y === 0 ? x : x < 0 ? -y : y;
}

function tanhNearZero(x: number): number {
  const z = x * x;
  const p = z * (z * -0.9643991794250523 - 99.28772310019185) - 1614.6876844170845;
  const q = z * (z * (z + 112.81167849163293) + 2235.4883906010045) + 4844.063053251255;
  return x + x * z * (p / q);
}

/** 1 / (1 + e^−x), in the form whose exponential cannot overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
