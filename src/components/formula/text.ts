// A formula as a line of text: `dE/dv = 42 × 0.5 = 21`.
import type { Formula } from './formula';
import {
  isBaseWrapped,
  isFactorWrapped,
  isNegatedWrapped,
  isSummandWrapped,
  signed,
} from './strength';

const superscripts: Readonly<Record<string, string>> = { '2': '²' };

/** As it is written in a sentence, and read by a screen reader. */
export function toText(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return formula.text;
    case 'symbol':
      return formula.name + formula.place;
    case 'partial':
      return `d${formula.top}${formula.topPlace}/d${formula.bottom}${formula.bottomPlace}`;
    case 'product':
      return productText(formula.sign, formula.factors);
    case 'sum':
      return formula.summands
        .map((summand, i) => {
          const { sign, what } = signed(summand, i);
          const text = wrapped(what, isSummandWrapped(what, sign));
          return sign === '' ? text : ` ${sign} ${text}`;
        })
        .join('');
    case 'negative':
      return `−${wrapped(formula.of, isNegatedWrapped(formula.of))}`;
    case 'power': {
      const base = wrapped(formula.base, isBaseWrapped(formula.base));
      const exponent = toText(formula.exponent);
      if (superscripts[exponent]) return base + superscripts[exponent];
      return `${base}^${exponent.length === 1 ? exponent : `(${exponent})`}`;
    }
    case 'transposed':
      return `${wrapped(formula.of, isBaseWrapped(formula.of))}ᵀ`;
    case 'fraction':
      return `${wrapped(formula.top, !isPlain(formula.top))} / ${wrapped(formula.bottom, !isPlain(formula.bottom))}`;
    case 'root':
      return `√(${toText(formula.of)})`;
    case 'absolute':
      return `|${toText(formula.of)}|`;
    case 'call':
      return `${formula.name}(${formula.inputs.map(toText).join(', ')})`;
    case 'cases':
      return formula.rows
        .map(({ value, condition }) =>
          condition ? `${toText(value)} where ${toText(condition)}` : `else ${toText(value)}`,
        )
        .join(', ');
    case 'compare':
      return `${toText(formula.left)} ${formula.sign} ${toText(formula.right)}`;
    case 'total':
      return `Σ${formula.over} ${wrapped(formula.of, formula.of.kind === 'sum')}`;
    case 'equation':
      return formula.sides.map(toText).join(` ${formula.sign} `);
    case 'list': {
      const items = formula.items.map(toText).join(', ');
      return formula.isTuple ? `(${items})` : items;
    }
    case 'because':
      return `${toText(formula.what)} because ${toText(formula.reason)}`;
    case 'slopeOf':
      return toText({ ...formula.of, name: `${formula.of.name}′` });
    case 'dots':
      return '…';
  }
}

function productText(sign: string, factors: readonly Formula[]): string {
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

function wrapped(formula: Formula, isWrapped: boolean): string {
  return isWrapped ? `(${toText(formula)})` : toText(formula);
}

function isPlain({ kind }: Formula): boolean {
  return ['number', 'symbol', 'power', 'call', 'absolute'].includes(kind);
}
