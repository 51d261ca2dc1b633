// MathFormula: a formula as native MathML, broken at its signs where the page is narrow.
import {
  useRef,
  type ComponentPropsWithoutRef,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Formula } from './formula';
import { useFormulaLanguage, type FormulaLanguage } from './language';
import { MathNode, Summand, type TermName } from './math-node';
import { toText } from './text';

/** Props of {@link MathFormula}. */
export interface MathFormulaProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  formula: Formula;
  /**
   * What a term is called when it has the focus, given its id and how it is written.
   * @default as it is written
   */
  termName?: TermName;
}

const asWritten: TermName = (_, text) => text;
// Sums of single numbers or symbols are not worth a break, unless they are long.
const fewSummands = 3;

/**
 * A formula. Its terms carry their ids as `data-term`; one of them is in the tab order, and the left
 * and right arrow keys lead to the others.
 */
export function MathFormula(props: MathFormulaProps) {
  const { formula, termName = asWritten, className = '', ...rest } = props;
  const language = useFormulaLanguage();
  const root = useRef<HTMLSpanElement>(null);
  const terms = () => [...root.current!.querySelectorAll<HTMLElement>('[data-term]')];

  const move = (event: KeyboardEvent) => {
    const all = terms();
    const at = all.indexOf((event.target as HTMLElement).closest<HTMLElement>('[data-term]')!);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // The keys are the formula's own, also at its ends: a page may step through something with them.
    event.preventDefault();
    event.stopPropagation();
    all[to]?.focus();
  };
  // The term that was last here is where the tab key comes back to.
  const keepPlace = (event: FocusEvent) => {
    const here = (event.target as HTMLElement).closest('[data-term]');
    for (const one of terms()) one.setAttribute('tabindex', one === here ? '0' : '-1');
  };
  return (
    // The arrow keys lead from term to term, each of which has the focus itself.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <span
      ref={(element) => {
        root.current = element;
        if (element && !element.querySelector('[tabindex="0"]')) {
          element.querySelector('[data-term]')?.setAttribute('tabindex', '0');
        }
      }}
      role="group"
      aria-label={toText(formula, language)}
      {...rest}
      className={`pancake-inline pancake-formula ${className}`.trim()}
      onKeyDown={move}
      onFocus={keepPlace}
    >
      {chunksOf(formula, { termName, language }).map((chunk, i) => (
        <span key={i}>
          <math>{chunk}</math>{' '}
        </span>
      ))}
    </span>
  );
}

interface Reading {
  termName: TermName;
  language: FormulaLanguage;
}

// The pieces between which a line may break: the sides of an equation, and the summands of a long sum.
function chunksOf(formula: Formula, how: Reading): ReactNode[] {
  if (formula.kind !== 'equation') return summandsOf(formula, how, null);
  return formula.sides.flatMap((side, i) =>
    summandsOf(side, how, i === 0 ? null : <mo form="infix">{formula.sign}</mo>),
  );
}

function summandsOf(formula: Formula, how: Reading, sign: ReactNode): ReactNode[] {
  if (formula.kind !== 'sum' || !isLong(formula.summands)) {
    return [
      <mrow key="whole">
        {sign}
        <MathNode formula={formula} {...how} />
      </mrow>,
    ];
  }
  return formula.summands.map((summand, i) => (
    <mrow key={i}>
      {i === 0 && sign}
      <Summand summand={summand} place={i} {...how} />
    </mrow>
  ));
}

function isLong(summands: readonly Formula[]): boolean {
  if (summands.length > fewSummands) return true;
  return summands.some((one) => one.kind === 'product' && one.sign === '×');
}
