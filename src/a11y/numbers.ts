// Numbers for people: fixed digits, so that nothing jumps, and the signs of the reader's language.

/** How numbers are written in a language. All of them keep their digits, so that nothing jumps. */
export interface Numbers {
  /**
   * A number with a fixed number of decimals (3 if not said): `0.215`, `−1.35`. Very small and very
   * large ones are written with a power of ten; what is not a number is written `–`.
   */
  formatNumber: (value: number | null | undefined, digits?: number) => string;
  /** A number in about five characters, for small boxes: `0.48`, `−12.3`, `1.2·10⁴`, `4·10⁻⁴`. */
  formatTight: (value: number) => string;
  /**
   * A number in as few digits as say it exactly enough, by default 7: `21`, `0.5`, `1764`, `21.00025`.
   */
  formatShort: (value: number, significant?: number) => string;
  /** A whole number with its thousands apart: `1 000`. */
  formatCount: (value: number) => string;
  /** ε, or what else is mostly a power of ten: `10⁻⁵`, `2.50·10⁻⁷`, `1`. */
  formatPower: (value: number) => string;
  /** A share from 0 to 1 as a percentage with a fixed number of decimals (0 if not said): `85 %`. */
  formatPercent: (share: number, digits?: number) => string;
  /** A number in a percentage that is formatted already: `85` becomes `85 %`. */
  withPercent: (percentage: string) => string;
  /** A number that is written in English, such as a formula's, with the signs of this language. */
  localize: (text: string) => string;
  /** A number as a reader edits it, with all its digits: `0.1`, `−2`, `1e-7`. */
  formatDraft: (value: number) => string;
}

/** The signs of which a language makes numbers. */
interface Signs {
  minus: string;
  decimal: string;
  /** Between thousands. */
  group: string;
  /** The least number of digits before the first group, as in Spanish: `1000`, but `10.000`. */
  beforeGroup: number;
  percent: (number: string) => string;
  /** The digits from 0 to 9, or null for those of JavaScript. */
  digits: readonly string[] | null;
  /** Whether it is written from right to left, where a power of ten would come apart. */
  isRightToLeft: boolean;
}

const english: Signs = {
  minus: '−',
  decimal: '.',
  group: '\u202f',
  beforeGroup: 1,
  percent: (number) => `${number} %`,
  digits: null,
  isRightToLeft: false,
};

/** The numbers of the built-in English. */
export const englishNumbers: Numbers = numbersWith(english);
export const { formatNumber, formatTight, formatShort, formatCount, formatPower } = englishNumbers;

const known = new Map<string, Numbers>([['en', englishNumbers]]);

/**
 * The numbers of a language, with the signs that `Intl` gives it. Made once a language: asking again
 * costs nothing.
 *
 * @param tag a BCP 47 tag such as `'de'` or `'ar-u-nu-latn'`
 * @throws RangeError if it is no such tag
 */
export function numbersOf(tag: string): Numbers {
  let numbers = known.get(tag);
  if (!numbers) known.set(tag, (numbers = numbersWith(signsOf(tag))));
  return numbers;
}

/**
 * The number that was typed, or NaN. A point and a comma both divide, since readers type either in any
 * language; the minus may be a true one, the digits those of Arabic, or wide as in Japanese.
 */
export function parseNumber(text: string): number {
  const plain = plainDigits(text).trim().replaceAll('−', '-').replace(/[,٫]/, '.');
  return plain === '' ? NaN : Number(plain);
}

/** Whether a number is only begun (nothing, a sign, a point, an exponent), which is no mistake. */
export function isBegunNumber(text: string): boolean {
  return /^\s*([-−+]?[.,٫]?|[-−+]?[\d.,٫]+e[-−+]?)\s*$/i.test(plainDigits(text));
}

function numbersWith(signs: Signs): Numbers {
  const { minus, decimal, digits: ownDigits } = signs;

  // From JavaScript's own writing to the language's.
  const write = (text: string) => {
    const own = ownDigits ? text.replace(/\d/g, (digit) => ownDigits[Number(digit)]!) : text;
    return own.replace('.', decimal).replace(/^-/, minus);
  };
  // In a line from right to left it would be turned round at its dot: it is kept whole by marks.
  const whole = (text: string) => (signs.isRightToLeft ? `\u2066${text}\u2069` : text);
  const power = (value: number, digits = 2) => {
    const [mantissa, exponent] = value.toExponential(digits).split('e') as [string, string];
    return whole(`${write(`${mantissa}·10`)}${superscript(Number(exponent))}`);
  };
  const fixed = (value: number, digits: number) => {
    const text = value.toFixed(digits);
    return write(/^-0(\.0*)?$/.test(text) ? text.slice(1) : text);
  };

  const formatNumber: Numbers['formatNumber'] = (value, digits = 3) => {
    if (value === null || value === undefined || Number.isNaN(value)) return '–';
    if (!Number.isFinite(value)) return value < 0 ? `${minus}∞` : '∞';
    const size = Math.abs(value);
    const small = size !== 0 && size < 0.5 * 10 ** -digits;
    return small || size >= 1e6 ? power(value) : fixed(value, digits);
  };

  return {
    formatNumber,
    formatTight: (value) => {
      const size = Math.abs(value);
      if (!Number.isFinite(value)) return formatNumber(value);
      // Rounded to 0.00, a small number would lose its sign as well as its size.
      if (size !== 0 && size < 0.005) return power(value, 0);
      if (size >= 1000) return power(value, 1);
      return fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
    },
    formatShort: (value, significant = 7) => {
      if (!Number.isFinite(value)) return formatNumber(value);
      const size = Math.abs(value);
      if (size !== 0 && (size < 1e-4 || size >= 1e9)) return power(value);
      // Rounding a whole number to fewer digits would fill it up with zeros that are not there.
      const exact =
        size >= 10 ** significant ? Math.round(value) : Number(value.toPrecision(significant));
      return write(String(exact));
    },
    formatCount: (value) => {
      const text = String(Math.round(value));
      const isLong = text.replace('-', '').length >= 3 + signs.beforeGroup;
      // A mark of its own between thousands, since the group may be the point, or hold digits of no kind.
      const grouped = isLong ? text.replace(/\B(?=(\d{3})+$)/g, '_') : text;
      return write(grouped).replaceAll('_', signs.group);
    },
    formatPower: (value) => {
      const text = formatNumber(value, 0);
      const mark = signs.isRightToLeft ? '\u2066' : '';
      const one = `${mark}${write('1.00')}·`;
      return text.startsWith(one) ? mark + text.slice(one.length) : text;
    },
    formatPercent: (share, digits = 0) => signs.percent(formatNumber(100 * share, digits)),
    withPercent: signs.percent,
    localize: (text) => {
      const own = write(text.replace(/^−/, '-'));
      return text.includes('·') ? whole(own) : own;
    },
    formatDraft: (value) => String(value).replaceAll('-', '−').replace('.', decimal),
  };
}

function signsOf(tag: string): Signs {
  const parts = new Intl.NumberFormat(tag, { minimumFractionDigits: 1 }).formatToParts(-1234567.5);
  const valueOf = (kind: Intl.NumberFormatPartTypes) =>
    parts.find(({ type }) => type === kind)?.value;
  // What stands before the minus keeps it at the number's left in a line from right to left.
  const before = parts.slice(
    0,
    parts.findIndex(({ type }) => type === 'minusSign'),
  );
  const minus = (valueOf('minusSign') ?? '-').replace('-', '−');
  const digits = Array.from({ length: 10 }, (_, digit) => new Intl.NumberFormat(tag).format(digit));
  const isGrouped = (value: number) =>
    new Intl.NumberFormat(tag).formatToParts(value).some(({ type }) => type === 'group');
  const [head, tail] = aroundPercent(tag);
  return {
    minus: before.map(({ value }) => value).join('') + minus,
    decimal: valueOf('decimal') ?? '.',
    group: valueOf('group') ?? '',
    beforeGroup: isGrouped(1000) ? 1 : 2,
    percent: (number) => head + number + tail,
    digits: digits.join('') === '0123456789' ? null : digits,
    isRightToLeft: /[\u200e\u200f\u061c]/.test(minus + before.map(({ value }) => value).join('')),
  };
}

function aroundPercent(tag: string): readonly [string, string] {
  const parts = new Intl.NumberFormat(tag, { style: 'percent' }).formatToParts(0.5);
  const at = parts.findIndex(({ type }) => type === 'integer');
  const text = (some: typeof parts) => some.map(({ value }) => value).join('');
  return [text(parts.slice(0, at)), text(parts.slice(at + 1))];
}

// The digits of Arabic, of Persian and of full width as those of JavaScript, and what goes with them.
function plainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\uff0b-\uff19\uff45\uff25]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u200e\u200f\u061c]/g, '');
}

function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)]!));
}
