// Languages: numbers, plurals and lists by Intl, and translations that have everything English has.
import { describe, expect, it } from 'vitest';
import {
  englishNumbers,
  isBegunNumber,
  listOf,
  numbersOf,
  parseNumber,
  pluralOf,
} from '../../src/a11y';
import { english } from '../../src/locales/en';
import type { WholeLanguage } from '../../src/locales/words';

const languages = Object.values(
  import.meta.glob<Record<string, WholeLanguage>>('../../src/locales/*/index.ts', { eager: true }),
).flatMap((module) => Object.values(module));

describe('numbers', () => {
  it.each([
    [0.2154, '0.215', '0.22', '0.2154'],
    [-1.35, '−1.350', '−1.35', '−1.35'],
    [-0.0001, '−1.00·10⁻⁴', '−1·10⁻⁴', '−0.0001'],
    [1234567.25, '1.23·10⁶', '1.2·10⁶', '1234567'],
    [-0, '0.000', '0.00', '0'],
    [Infinity, '∞', '∞', '∞'],
    [NaN, '–', '–', '–'],
  ])('%f in English', (value, fixed, tight, short) => {
    const { formatNumber, formatTight, formatShort } = englishNumbers;
    expect([formatNumber(value), formatTight(value), formatShort(value)]).toEqual([
      fixed,
      tight,
      short,
    ]);
    expect(numbersOf('en')).toBe(englishNumbers);
  });

  it('have the signs of the language, and as many digits as in English', () => {
    const { formatNumber, formatTight, formatShort, formatCount, formatPercent } = numbersOf('de');
    expect(formatNumber(-1.35)).toBe('−1,350');
    expect(formatTight(0.0004)).toBe('4·10⁻⁴');
    expect(formatShort(21.00025)).toBe('21,00025');
    expect(formatNumber(0.00012345)).toBe('1,23·10⁻⁴');
    expect(formatCount(-1234567)).toBe('−1.234.567');
    expect(formatPercent(0.875, 1)).toBe('87,5\u00a0%');
    expect(englishNumbers.formatPercent(0.875, 1)).toBe('87.5 %');
    expect(englishNumbers.formatCount(1234567)).toBe('1\u202f234\u202f567');
    expect(numbersOf('de')).toBe(numbersOf('de'));
  });

  it.each(['fr', 'es', 'de', 'zh', 'ja', 'ar-u-nu-latn'])('are those of Intl in %s', (tag) => {
    const { formatCount, formatNumber, formatPercent } = numbersOf(tag);
    for (const count of [7, 1000, 10_000, 1_234_567]) {
      expect(formatCount(count)).toBe(new Intl.NumberFormat(tag).format(count));
    }
    const fixed = { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false };
    expect(formatNumber(21.456, 2)).toBe(new Intl.NumberFormat(tag, fixed).format(21.456));
    const percent = new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 1 });
    expect(formatPercent(0.875, 1)).toBe(percent.format(0.875));
  });

  it('keep the digits that an Arabic tag asks for', () => {
    expect(numbersOf('ar-u-nu-latn').formatNumber(0.5)).toBe('0.500');
    expect(numbersOf('ar-EG-u-nu-arab').formatNumber(0.5)).toBe('٠٫٥٠٠');
    expect(numbersOf('ar-EG-u-nu-arab').formatCount(12345)).toBe('١٢٬٣٤٥');
    // The mark before the minus keeps it at the left of its number.
    expect(numbersOf('ar-u-nu-latn').formatNumber(-0.5)).toMatch(/^[\u200e\u061c]−0\.500$/);
  });

  it.each([
    ['0,5', 0.5],
    ['0.5', 0.5],
    ['−1,25', -1.25],
    [' 1e-3 ', 0.001],
    ['٠٫٥', 0.5],
    ['-۲', -2],
    ['１．５', 1.5],
    ['−０', -0],
    ['', NaN],
    ['1,2,3', NaN],
    ['vier', NaN],
  ])('“%s” is typed', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it('that are only begun are no mistake', () => {
    for (const text of ['', '-', '−,', '1e', '٫', '1,5e-']) expect(isBegunNumber(text)).toBe(true);
    for (const text of ['1', 'x', '1,5']) expect(isBegunNumber(text)).toBe(false);
  });

  it('come back from a field as they went in', () => {
    for (const tag of ['en', 'de', 'fr', 'ar-u-nu-latn']) {
      for (const value of [0.1, -2.5, 1e-7, 12345.678]) {
        expect(parseNumber(numbersOf(tag).formatDraft(value))).toBe(value);
      }
    }
  });
});

describe('grammar', () => {
  it('chooses a form by the language’s own rules', () => {
    const forms = { zero: '0', one: '1', two: '2', few: 'few', many: 'many', other: 'other' };
    const arabic = [0, 1, 2, 3, 10, 11, 99, 100, 103].map((count) => pluralOf('ar')(count, forms));
    expect(arabic).toEqual(['0', '1', '2', 'few', 'few', 'many', 'many', 'other', 'few']);
    expect([0, 1, 2].map((count) => pluralOf('de')(count, forms))).toEqual(['other', '1', 'other']);
    expect([0, 1, 2].map((count) => pluralOf('fr')(count, forms))).toEqual(['1', '1', 'other']);
    expect([1, 2].map((count) => pluralOf('ja')(count, forms))).toEqual(['other', 'other']);
    expect(pluralOf('ar')(2, { other: 'other' })).toBe('other');
  });

  it('lists with the language’s and and or', () => {
    expect(listOf('de')(['a', 'b', 'c'])).toBe('a, b und c');
    expect(listOf('de', 'disjunction')(['a', 'b'])).toBe('a oder b');
    expect(listOf('de')(['a'])).toBe('a');
  });
});

describe.each(languages.map((language) => [language.tag, language] as const))(
  'the translation %s',
  (_, { words, direction, tag }) => {
    it('has every label of English, and no other', () => {
      expect(shapeOf(words)).toEqual(shapeOf(english));
    });

    it('is written the way its language is', () => {
      const isRightToLeft = ['ar', 'he', 'fa', 'ur'].includes(tag.split('-')[0]!);
      expect(direction ?? 'ltr').toBe(isRightToLeft ? 'rtl' : 'ltr');
    });

    it('calls buttons by what is written on them', () => {
      expect(words.LossChart.logName).toContain(words.LossChart.log);
    });

    it('says nothing twice that English says in different words', () => {
      // The controls of a run stand side by side.
      const { play, pause, step, reset, newWeights, newData } = words.TrainerControls;
      expect(new Set([play, pause, step, reset, newWeights, newData]).size).toBe(6);
    });
  },
);

/** What a value is made of: the names of its parts, how many there are, and where functions are. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, part]) => [name, shapeOf(part)]),
    );
  }
  return typeof value;
}
