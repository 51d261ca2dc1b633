// A formula as LaTeX, to be copied into a paper, a slide or a page with KaTeX.
import type { Formula } from './formula';
import {
  isBaseWrapped,
  isFactorWrapped,
  isNegatedWrapped,
  isSummandWrapped,
  signed,
} from './strength';

const greek: Readonly<Record<string, string>> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  μ: '\\mu',
  σ: '\\sigma',
  φ: '\\varphi',
  Φ: '\\Phi',
};
// What LaTeX sets upright by itself.
const operators = new Set(['max', 'min', 'log', 'exp', 'sin', 'cos', 'tanh']);
const signs: Readonly<Record<string, string>> = {
  '×': ' \\times ',
  '·': ' \\cdot ',
  '': '\\,',
  '>': '>',
  '≤': '\\le',
  '=': '=',
  '+=': '\\mathrel{+}=',
};

/** LaTeX of the mathematics mode, without dollar signs around it; `cases` needs amsmath. */
export function toLaTeX(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return numberLaTeX(formula.text);
    case 'symbol':
      return nameLaTeX(formula.name, formula.place);
    case 'partial': {
      const top = nameLaTeX(formula.top, formula.topPlace);
      const bottom = nameLaTeX(formula.bottom, formula.bottomPlace);
      return `\\frac{\\partial ${top}}{\\partial ${bottom}}`;
    }
    case 'product':
      return formula.factors
        .map((factor, i) => wrapped(factor, isFactorWrapped(factor, i)))
        .join(signs[formula.sign]);
    case 'sum':
      return formula.summands
        .map((summand, i) => {
          const { sign, what } = signed(summand, i);
          const text = wrapped(what, isSummandWrapped(what, sign));
          return sign === '' ? text : ` ${sign === '−' ? '-' : '+'} ${text}`;
        })
        .join('');
    case 'negative':
      return `-${wrapped(formula.of, isNegatedWrapped(formula.of))}`;
    case 'power':
      return `${wrapped(formula.base, isBaseWrapped(formula.base))}^{${toLaTeX(formula.exponent)}}`;
    case 'transposed':
      return `${wrapped(formula.of, isBaseWrapped(formula.of))}^{\\top}`;
    case 'fraction':
      return `\\frac{${toLaTeX(formula.top)}}{${toLaTeX(formula.bottom)}}`;
    case 'root':
      return `\\sqrt{${toLaTeX(formula.of)}}`;
    case 'absolute':
      return `\\left|${toLaTeX(formula.of)}\\right|`;
    case 'call':
      return `${callLaTeX(formula.name)}\\left(${formula.inputs.map(toLaTeX).join(', ')}\\right)`;
    case 'cases': {
      const rows = formula.rows.map(
        ({ value, condition }) =>
          `${toLaTeX(value)} & ${condition ? `\\text{where } ${toLaTeX(condition)}` : '\\text{else}'}`,
      );
      return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`;
    }
    case 'compare':
      return `${toLaTeX(formula.left)} ${signs[formula.sign]} ${toLaTeX(formula.right)}`;
    case 'total':
      return `\\sum_{${formula.over}} ${wrapped(formula.of, formula.of.kind === 'sum')}`;
    case 'equation':
      return formula.sides.map(toLaTeX).join(` ${signs[formula.sign]} `);
    case 'list': {
      const items = formula.items.map(toLaTeX).join(', ');
      return formula.isTuple ? `\\left(${items}\\right)` : items;
    }
    case 'because':
      return `${toLaTeX(formula.what)} \\quad \\text{because } ${toLaTeX(formula.reason)}`;
    case 'slopeOf':
      return toLaTeX(formula.of).replace(/\\left\(/, "'$&");
    case 'dots':
      return '\\dots';
  }
}

function wrapped(formula: Formula, isWrapped: boolean): string {
  return isWrapped ? `\\left(${toLaTeX(formula)}\\right)` : toLaTeX(formula);
}

// 1.2·10⁻⁴ as 1.2 \cdot 10^{-4}; a true minus sign as a hyphen.
function numberLaTeX(text: string): string {
  const power = /^(.*)·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(text);
  const plain = (one: string) => one.replaceAll('−', '-').replaceAll('∞', '\\infty');
  if (!power) return plain(text);
  const exponent = power[2]!.replace(/./g, (c) =>
    c === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)),
  );
  return `${plain(power[1]!)} \\cdot 10^{${exponent}}`;
}

function nameLaTeX(name: string, place = ''): string {
  const [, letters = '', index = ''] = /^(.*?)([\d.]*)$/.exec(name)!;
  const own = letters === '' ? name : letters;
  const base = greek[own] ?? (own.length > 1 ? `\\mathit{${escaped(own)}}` : escaped(own));
  const subscript = letters === '' || index === '' ? '' : `_{${index}}`;
  return `${base}${subscript}${place}`;
}

function callLaTeX(name: string): string {
  if (operators.has(name)) return `\\${name}`;
  return greek[name] ?? (name.length > 1 ? `\\operatorname{${escaped(name)}}` : name);
}

const escaped = (text: string) =>
  text.replace(/[_#$%&{}]/g, '\\$&').replace(/[\\](?![_#$%&{}])/g, '');
