// Natural logarithms. After fdlibm's e_log.c and s_log1p.c (Sun Microsystems, 1993; freely
// granted), in the arrangement of musl's log1p.c. Errors stay below 1 unit in the last place.
import { highWord, withHighWord } from './bits';

const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

/** The upper bits of √½: significands are brought between it and √2. */
const rootOfHalf = 0x3fe6a09e;
const one = 0x3ff00000;

/** The natural logarithm. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;

  // x = 2^k (1 + f) with 1 + f between √½ and √2.
  let k = 0;
  let scaled = x;
  if (x < 2.2250738585072014e-308) {
    // Denormal: 2^54 makes it an ordinary number.
    k = -54;
    scaled = x * 18014398509481984;
  }
  const word = highWord(scaled) + (one - rootOfHalf);
  k += (word >> 20) - 0x3ff;
  const f = withHighWord(scaled, (word & 0xfffff) + rootOfHalf) - 1;
  return logOfSplit(f, k, 0);
}

/** log(1 + x), exact also near x = 0. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || (x > -1.1e-16 && x < 1.1e-16)) return x;
  if (x >= -0.2928933 && x < 0.4142135) return logOfSplit(x, 0, 0);

  const u = 1 + x;
  const word = highWord(u) + (one - rootOfHalf);
  const k = (word >> 20) - 0x3ff;
  // What rounding took from 1 + x.
  const lost = k >= 54 ? 0 : (k >= 2 ? 1 - (u - x) : x - (u - 1)) / u;
  const f = withHighWord(u, (word & 0xfffff) + rootOfHalf) - 1;
  return logOfSplit(f, k, lost);
}

/** k ln 2 + log(1 + f) + c, with log(1 + f) as an odd polynomial in s = f / (2 + f). */
function logOfSplit(f: number, k: number, c: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return s * (halfSquare + (odd + even)) + (k * ln2Low + c) - halfSquare + f + k * ln2High;
}
