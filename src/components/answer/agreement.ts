// Agreement: when two numbers count as the same.
import type { Literal } from './literal';

/** How many significant digits have to be right, unless a question says otherwise. */
const usualDigits = 3;
// Room for the last bits, which differ between ways of computing the same.
const slack = 1 + 1e-9;

/** Whether a number is another one, to the digits asked for or within this share of it. */
export function agrees(number: number, other: number, tolerance?: number): boolean {
  if (Math.abs(other) < 1e-14) return Math.abs(number) < 1e-12;
  if (tolerance !== undefined) {
    return Math.abs(number - other) <= tolerance * Math.abs(other) * slack;
  }
  return isShortened(number, other, unitOf(other, usualDigits));
}

/** Whether a literal is a number to the digits that it has, which have to be this many. */
export function agreesAsWritten(
  number: number,
  { digits, unit }: Literal,
  other: number,
  atLeast: number,
): boolean {
  return digits >= atLeast && isShortened(number, other, unit);
}

/** Whether a number is another one with fewer digits: rounded, or cut off. */
export function isShortened(short: number, long: number, unit: number): boolean {
  const left = Math.abs(long) - Math.abs(short);
  if (Math.abs(short - long) <= (unit / 2) * slack) return true;
  return short * long > 0 && left > 0 && left < unit / slack;
}

/** How many significant digits make a number right. */
export function digitsAsked(tolerance?: number): number {
  if (tolerance === undefined) return usualDigits;
  return Math.max(1, Math.ceil(1 - Math.log10(2 * tolerance) - 1e-9));
}

// What the last of this many digits counts.
function unitOf(value: number, digits: number): number {
  const [, exponent] = value.toExponential().split('e') as [string, string];
  return Number(`1e${Number(exponent) - digits + 1}`);
}
