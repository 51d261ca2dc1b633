// Numbers for people: fixed digits, so that nothing jumps, and a true minus sign.

/**
 * A number with a fixed number of decimals: `0.215`, `−1.35`. Very small and very large ones are
 * written with a power of ten; what is not a number is written `–`.
 */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  const size = Math.abs(value);
  const small = size !== 0 && size < 0.5 * 10 ** -digits;
  const text = small || size >= 1e6 ? formatPower(value) : value.toFixed(digits);
  return minus(/^-0(\.0*)?$/.test(text) ? text.slice(1) : text);
}

/** A number in about five characters, for small boxes: `0.48`, `−12.3`, `1.2·10⁴`, `4·10⁻⁴`. */
export function formatTight(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return formatNumber(value);
  // Rounded to 0.00, a small number would lose its sign as well as its size.
  if (size !== 0 && size < 0.005) return minus(formatPower(value, 0));
  if (size >= 1000) return minus(formatPower(value, 1));
  const text = value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
  return minus(/^-0\.?0*$/.test(text) ? text.slice(1) : text);
}

/** A number in as few digits as say it exactly enough: `21`, `0.5`, `1764`, `21.00025`. */
export function formatShort(value: number, significant = 7): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return minus(formatPower(value));
  // Rounding a whole number to fewer digits would fill it up with zeros that are not there.
  const exact =
    size >= 10 ** significant ? Math.round(value) : Number(value.toPrecision(significant));
  return minus(String(exact));
}

/** A whole number with thin spaces between the thousands: `1 000`. */
export function formatCount(value: number): string {
  return minus(String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f'));
}

function formatPower(value: number, digits = 2): string {
  const [mantissa, exponent] = value.toExponential(digits).split('e') as [string, string];
  return `${mantissa}·10${superscript(Number(exponent))}`;
}

function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!));
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
