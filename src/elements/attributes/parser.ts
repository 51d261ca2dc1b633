// Parsers: an attribute's text becomes a value, or a sentence that says what it must be.

/** Reads one attribute. */
export interface Parser<T> {
  /** The value, or undefined if the text is not one. */
  read(this: void, text: string): T | undefined;
  /** What the text must be, after "it must be". */
  readonly must: string;
}

/** The type that a parser reads. */
export type Parsed<P> = P extends Parser<infer T> ? T : never;

/** Which numbers will do. */
interface Range {
  whole?: boolean;
  min?: number;
  max?: number;
  /** Only what is greater. */
  above?: number;
  /** Whether the word `max` stands for as much as there can be. */
  endless?: boolean;
}

/** A number. */
export function number(range: Range = {}): Parser<number> {
  const { whole = false, min = -Infinity, max = Infinity, above = -Infinity } = range;
  const fits = (value: number) =>
    Number.isFinite(value) &&
    value >= min &&
    value <= max &&
    value > above &&
    (!whole || Number.isInteger(value));
  return {
    read: (text) => {
      if (range.endless && /^(max|infinity)$/i.test(text.trim())) return Infinity;
      const value = text.trim() === '' ? NaN : Number(text);
      return fits(value) ? value : undefined;
    },
    must: `a ${whole ? 'whole number' : 'number'}${rangeInWords(range)}${range.endless ? ', or max' : ''}`,
  };
}

/** A whole number, of at least 0 unless told otherwise. */
export const whole = (min = 0, max?: number): Parser<number> =>
  number({ whole: true, min, ...(max === undefined ? {} : { max }) });

/** A place, counted from 0. */
export const place = whole();

/** A share from 0 to 1. */
export const share = number({ min: 0, max: 1 });

/** Any text. */
export const text: Parser<string> = { read: (given) => given, must: 'a text' };

/** A name; what it may be is known to those who look it up. */
export const name = <T extends string>(): Parser<T> => ({
  read: (given) => (given.trim() === '' ? undefined : (given.trim() as T)),
  must: 'a name',
});

/** A text, or nothing at all if it is `none`. */
export const textOrNone: Parser<string | null> = {
  read: (given) => (given.trim().toLowerCase() === 'none' ? null : given),
  must: 'a text, or none',
};

/** Yes or no: an attribute that is there says yes, unless it says `false`. */
export const yesOrNo: Parser<boolean> = {
  read: (given) => {
    const said = given.trim().toLowerCase();
    return said === '' || said === 'true' ? true : said === 'false' ? false : undefined;
  },
  must: 'true or false',
};

/** One of some names; case and dashes do not matter. */
export function oneOf<const T extends string>(...names: readonly T[]): Parser<T> {
  return {
    read: (given) => names.find((known) => plain(known) === plain(given)),
    must: `one of ${names.map(kebab).join(', ')}`,
  };
}

/** What another parser reads, or this word in its place. */
export function orWord<T, const W>(word: string, value: W, other: Parser<T>): Parser<T | W> {
  return {
    read: (given) => (plain(given) === plain(word) ? value : other.read(given)),
    must: `${other.must}, or ${word}`,
  };
}

/** Several of a kind, with commas or blanks between them. */
export function list<T>(
  item: Parser<T>,
  { least = 1, most = Infinity, example }: { least?: number; most?: number; example: string },
): Parser<T[]> {
  return {
    read: (given) => {
      const values = given
        .split(/[\s,]+/)
        .flatMap((part) => (part === '' ? [] : [item.read(part)]));
      const isWhole = values.every((value) => value !== undefined);
      return isWhole && values.length >= least && values.length <= most ? values : undefined;
    },
    must: `such as "${example}"`,
  };
}

/** Two numbers. */
export const pair = (example: string): Parser<[number, number]> =>
  list(number(), { least: 2, most: 2, example }) as Parser<[number, number]>;

/** Named values, such as `loss: 0.01, epoch: 500`. */
export function settings<T extends object>(
  parsers: { [K in keyof T]-?: Parser<NonNullable<T[K]>> },
  example: string,
): Parser<Partial<T>> {
  const known = Object.entries<Parser<unknown>>(parsers);
  return {
    read: (given) => {
      const entries = given
        .split(/[,;]/)
        .filter((part) => part.trim() !== '')
        .map((part) => {
          const [, key = '', value = ''] =
            /^\s*([\w-]+)(?:\s*[:=\s]\s*([^]*?))?\s*$/.exec(part) ?? [];
          const found = known.find(([one]) => plain(one) === plain(key));
          return found && ([found[0], found[1].read(value)] as const);
        });
      if (entries.length === 0) return undefined;
      if (entries.some((entry) => entry === undefined || entry[1] === undefined)) return undefined;
      return Object.fromEntries(entries as [string, unknown][]) as Partial<T>;
    },
    must: `such as "${example}", of ${known.map(([key]) => kebab(key)).join(', ')}`,
  };
}

/** What is too rich for words: a value of JSON. */
export const json = <T>(example: string): Parser<T> => ({
  read: (given) => {
    try {
      return (JSON.parse(given) as T | null) ?? undefined;
    } catch {
      return undefined;
    }
  },
  must: `JSON, such as ${example}`,
});

/** `learningRate` as it is written in HTML: `learning-rate`. */
export function kebab(camel: string): string {
  return camel.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** A name without its case and dashes. */
export function plain(written: string): string {
  return written.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function rangeInWords({ min, max, above }: Range): string {
  if (above !== undefined) return ` above ${above}`;
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  return min !== undefined ? ` of at least ${min}` : '';
}
