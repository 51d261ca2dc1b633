// Sine and cosine. After fdlibm's k_sin.c, k_cos.c and e_rem_pio2.c (Sun Microsystems, 1993;
// freely granted). Errors stay below 1 unit in the last place, for arguments of any size.
import { scaleByPower } from './bits';

/** sin x. */
export function sin(x: number): number {
  if (x - x !== 0) return NaN;
  if (x === 0) return x; // Keeps the sign of −0.
  const quarter = reduce(x);
  const y = quarter & 1 ? cosOf(rest, tail) : sinOf(rest, tail);
  return quarter & 2 ? -y : y;
}

/** cos x. */
export function cos(x: number): number {
  if (x - x !== 0) return NaN;
  const quarter = reduce(x);
  const y = quarter & 1 ? sinOf(rest, tail) : cosOf(rest, tail);
  return (quarter + 1) & 2 ? -y : y;
}

// sin(x + y) for |x| <= π/4, where y is a correction too small to be part of x.
function sinOf(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z *
          (2.75573137070700676789e-6 +
            z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  if (y === 0) return x + v * (-1.66666666666666324348e-1 + z * r);
  return x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-1);
}

// cos(x + y), as above.
function cosOf(x: number, y: number): number {
  const z = x * x;
  const w = z * z;
  const r =
    z *
      (4.16666666666666019037e-2 +
        z * (-1.38888888888741095749e-3 + z * 2.48015872894767294178e-5)) +
    w *
      w *
      (-2.75573143513906633035e-7 +
        z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11));
  const half = 0.5 * z;
  const rough = 1 - half;
  return rough + (1 - rough - half + (z * r - x * y));
}

// What `reduce` finds, beside the number of quarter turns: kept here, so that nothing is allocated.
let rest = 0;
let tail = 0;

/** x = (quarter turns) · π/2 + rest + tail, with |rest| <= π/4. Returns the turns. */
function reduce(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.785398163397448279) {
    rest = x;
    tail = 0;
    return 0;
  }
  return size < 1647099 ? reduceMedium(x) : reduceLarge(x);
}

// Cody and Waite: subtracts n · π/2 with π/2 in pieces of 33 bits, so that each product is exact.
function reduceMedium(x: number): number {
  const n = Math.floor(x * 6.36619772367581382433e-1 + 0.5);
  let t = x - n * 1.57079632673412561417;
  let w = n * 6.0771005063039659766e-11;
  let r = t - w;
  w = n * 2.02226624879595063154e-21 - (t - r - w);
  rest = r - w;
  if (Math.abs(rest) < Math.abs(x) * 1.7e-15) {
    // x is so close to a multiple of π/2 that a third piece counts.
    t = r;
    w = n * 2.0222662487111664558e-21;
    r = t - w;
    w = n * 8.47842766036889956997e-32 - (t - r - w);
    rest = r - w;
  }
  tail = r - rest - w;
  return n;
}

// Payne and Hanek: multiplies by enough bits of 2/π, in whole numbers. Slow, but exact up to 1e308.
function reduceLarge(x: number): number {
  // |x| = m · 2^e with a whole number m.
  let m = Math.abs(x);
  let e = 0;
  while (m >= 9007199254740992) {
    m /= 2;
    e++;
  }
  while (m % 1 !== 0) {
    m *= 2;
    e--;
  }
  const bits = BigInt(twoOverPiBits - e);
  const product = BigInt(m) * BigInt(twoOverPi);
  let turns = product >> bits;
  let fraction = product - (turns << bits);
  if (fraction >> (bits - 1n)) {
    turns += 1n;
    fraction -= 1n << bits;
  }
  // The fraction of a quarter turn, times π/2, with 160 binary places each.
  const angle = (fraction >> (bits - 160n)) * BigInt(halfPi);
  const first = Number(angle);
  const sign = x < 0 ? -1 : 1;
  rest = sign * scaleByPower(first, -320);
  tail = sign * scaleByPower(Number(angle - BigInt(first)), -320);
  return sign * Number(turns & 3n);
}

/** How many binary places of 2/π are kept. */
const twoOverPiBits = 1280;
/** ⌊2/π · 2^1280⌋. */
const twoOverPi =
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492e' +
  'ea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf928' +
  '3b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739' +
  'f78a5292ea6bfb5fb11f8d5d0856033046fc7b6babf0cfbc209af4361d';
/** π/2 · 2^160, rounded. */
const halfPi = '0x1921fb54442d18469898cc51701b839a252049c11';
