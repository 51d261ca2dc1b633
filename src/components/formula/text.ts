// A formula as a line of text: `dE/dv = 42 × 0.5 = 21`.
import type { Formula } from './formula';
import { english, type FormulaLanguage } from './language';
import {
  isBaseWrapped,
  isFactorWrapped,
  isNegatedWrapped,
  isSummandWrapped,
  signed,
} from './strength';

const superscripts: Readonly<Record<string, string>> = { '2': '²' };

/**
 * As it is written in a sentence, and read by a screen reader.
 *
 * @param language its words and the signs of its numbers; English if not said
 */
export function toText(formula: Formula, language: FormulaLanguage = english): string {
  const { numbers, words } = language;
  const text = (one: Formula) => toText(one, language);
  const wrapped = (one: Formula, isWrapped: boolean) => (isWrapped ? `(${text(one)})` : text(one));
  switch (formula.kind) {
    case 'number':
      return numbers.localize(formula.text);
    case 'symbol':
      return formula.name + formula.place;
    case 'partial':
      return `d${formula.top}${formula.topPlace}/d${formula.bottom}${formula.bottomPlace}`;
    case 'product':
      return productText(formula.sign, formula.factors, wrapped);
    case 'sum':
      return formula.summands
        .map((summand, i) => {
          const { sign, what } = signed(summand, i);
          const summed = wrapped(what, isSummandWrapped(what, sign));
          return sign === '' ? summed : ` ${sign} ${summed}`;
        })
        .join('');
    case 'negative':
      return `−${wrapped(formula.of, isNegatedWrapped(formula.of))}`;
    case 'power': {
      const base = wrapped(formula.base, isBaseWrapped(formula.base));
      const exponent = text(formula.exponent);
      if (superscripts[exponent]) return base + superscripts[exponent];
      return `${base}^${exponent.length === 1 ? exponent : `(${exponent})`}`;
    }
    case 'transposed':
      return `${wrapped(formula.of, isBaseWrapped(formula.of))}ᵀ`;
    case 'fraction':
      return `${wrapped(formula.top, !isPlain(formula.top))} / ${wrapped(formula.bottom, !isPlain(formula.bottom))}`;
    case 'root':
      return `√(${text(formula.of)})`;
    case 'absolute':
      return `|${text(formula.of)}|`;
    case 'call':
      return `${formula.name}(${formula.inputs.map(text).join(', ')})`;
    case 'cases':
      return formula.rows
        .map(({ value, condition }) =>
          condition
            ? `${text(value)} ${words.where} ${text(condition)}`
            : `${words.otherwise} ${text(value)}`,
        )
        .join(', ');
    case 'compare':
      return `${text(formula.left)} ${formula.sign} ${text(formula.right)}`;
    case 'total':
      return `Σ${formula.over} ${wrapped(formula.of, formula.of.kind === 'sum')}`;
    case 'equation':
      return formula.sides.map(text).join(` ${formula.sign} `);
    case 'list': {
      const items = formula.items.map(text).join(', ');
      return formula.isTuple ? `(${items})` : items;
    }
    case 'because':
      return `${text(formula.what)} ${words.because} ${text(formula.reason)}`;
    case 'slopeOf':
      return text({ ...formula.of, name: `${formula.of.name}′` });
    case 'dots':
      return '…';
  }
}

function productText(
  sign: string,
  factors: readonly Formula[],
  wrapped: (formula: Formula, isWrapped: boolean) => string,
): string {
  return factors
    .map((factor, i) => {
      const text = wrapped(factor, isFactorWrapped(factor, i));
      if (i === 0) return text;
      if (sign === '×') return ` × ${text}`;
      if (sign === '·') return factors.some(isLong) ? ` · ${text}` : `·${text}`;
      return text.startsWith('(') || factors[i - 1]!.kind === 'number' ? text : ` ${text}`;
    })
    .join('');
}

const isLong = ({ kind }: Formula) => kind === 'partial' || kind === 'fraction';

function isPlain({ kind }: Formula): boolean {
  return ['number', 'symbol', 'power', 'call', 'absolute'].includes(kind);
}
