// Numbers as they are written: in digits, with a point or a comma, and how exactly.
import { readSuperscript } from './spelling';

/** What a comma is: a decimal point, a mark between thousands, or a mark between arguments. */
export type Comma = 'decimal' | 'thousands' | 'between';

/** How exactly a number was written. */
export interface Literal {
  /** Its significant digits. The zeros at the end of a whole number only say how large it is. */
  digits: number;
  /** What the last of these digits counts: 0.01 in 4.25, 100 in 1800. */
  unit: number;
}

const whole = (gap: string) => `(?:\\d{1,3}(?:${gap}\\d{3})+(?!\\d)|\\d+)`;
const thinSpace = '[\\u202f\\u2009\\u00a0]';

/** How a number without its power of ten looks: one that begins with a digit, or with a point. */
export const numberPatterns: Record<Comma, { plain: string; fraction: string }> = {
  decimal: { plain: `${whole(thinSpace)}(?:[.,]\\d*)?`, fraction: '[.,]\\d+' },
  thousands: { plain: `${whole(',')}(?:\\.\\d*)?`, fraction: '\\.\\d+' },
  between: { plain: `${whole(thinSpace)}(?:\\.\\d*)?`, fraction: '\\.\\d+' },
};

/** The number that these characters write. */
export function toNumber(written: string, comma: Comma): number {
  return Number(withPoint(written, comma));
}

function withPoint(written: string, comma: Comma): string {
  const close = written.replaceAll(/\s/g, '');
  return comma === 'decimal' ? close.replace(',', '.') : close.replaceAll(',', '');
}

/**
 * How exactly a text writes a number, or null if it is more than one number. Powers of ten may be
 * written in each way: `4e-5`, `4·10^-5`, `4·10⁻⁵`.
 */
export function literalOf(plain: string, comma: Comma): Literal | null {
  const { plain: digits, fraction } = numberPatterns[comma];
  const power = '(?:[eE]([-+]?\\d+)|\\s*\\*\\s*10(?:(?:\\^|\\*\\*)([-+]?\\d+)|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?';
  const found = new RegExp(`^\\s*[-+]?\\s*(${digits}|${fraction})${power}\\s*$`).exec(plain);
  if (!found) return null;
  const [, mantissa, afterE, afterTen, above] = found;
  const exponent = Number(afterE ?? afterTen ?? readSuperscript(above ?? '⁰'));
  const [before, behind] = withPoint(mantissa!, comma).split('.') as [string, string?];
  const written = behind === undefined ? before.replace(/0+$/, '') : before + behind;
  const last = behind === undefined ? before.length - written.length : -behind.length;
  return { digits: written.replace(/^0+/, '').length, unit: Number(`1e${last + exponent}`) };
}
