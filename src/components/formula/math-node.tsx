// A formula's tree as MathML, in which each term can be pointed at and focused.
import type { ReactNode } from 'react';
import { termOf, type Formula } from './formula';
import type { FormulaLanguage } from './language';
import {
  isBaseWrapped,
  isFactorWrapped,
  isNegatedWrapped,
  isSummandWrapped,
  signed,
} from './strength';
import { NameSymbol, PartialSymbol } from './symbols';
import { toText } from './text';

/**
 * What a term is called for those who hear it.
 *
 * @param term its id
 * @param text how it is written, `dL/dF2`; where its number stands, `dL/dF2 = 0.5`
 */
export type TermName = (term: string, text: string, isNumber: boolean) => string;

interface MathNodeProps {
  formula: Formula;
  termName: TermName;
  language: FormulaLanguage;
}

/** One node with all below it. */
export function MathNode({ formula, termName, language }: MathNodeProps) {
  const id = termOf(formula);
  if (id === undefined) return <Bare formula={formula} termName={termName} language={language} />;
  return (
    <mrow
      className="pancake-formula-term"
      data-term={id}
      tabIndex={-1}
      role="img"
      aria-label={termName(id, spoken(id, formula, language), formula.kind === 'number')}
    >
      <Bare formula={formula} termName={termName} language={language} />
    </mrow>
  );
}

function spoken(id: string, formula: Formula, language: FormulaLanguage): string {
  const text = toText(formula, language);
  return formula.kind === 'number' ? `${id.replace(/^d(.+)_d(.+)$/, 'd$1/d$2')} = ${text}` : text;
}

function Bare({ formula, termName, language }: MathNodeProps): ReactNode {
  const { numbers, words } = language;
  const node = (one: Formula, isWrapped = false) => (
    <Wrapped isWrapped={isWrapped}>
      <MathNode formula={one} termName={termName} language={language} />
    </Wrapped>
  );
  switch (formula.kind) {
    case 'number':
      return <mn>{numbers.localize(formula.text)}</mn>;
    case 'symbol':
      return <NameSymbol name={formula.name} place={formula.place} />;
    case 'partial':
      return <PartialSymbol {...formula} />;
    case 'product':
      return formula.factors.map((factor, i) => (
        <mrow key={i}>
          {i > 0 && formula.sign !== '' && <mo form="infix">{formula.sign}</mo>}
          {i > 0 && formula.sign === '' && <mspace width="0.12em" />}
          {node(factor, isFactorWrapped(factor, i))}
        </mrow>
      ));
    case 'sum':
      return formula.summands.map((summand, i) => (
        <Summand key={i} summand={summand} place={i} termName={termName} language={language} />
      ));
    case 'negative':
      return (
        <>
          <mo form="prefix">−</mo>
          {node(formula.of, isNegatedWrapped(formula.of))}
        </>
      );
    case 'power':
      return (
        <msup>
          <mrow>{node(formula.base, isBaseWrapped(formula.base))}</mrow>
          <mrow>{node(formula.exponent)}</mrow>
        </msup>
      );
    case 'transposed':
      return (
        <msup>
          <mrow>{node(formula.of, isBaseWrapped(formula.of))}</mrow>
          <mo>⊤</mo>
        </msup>
      );
    case 'fraction':
      return (
        <mfrac>
          <mrow>{node(formula.top)}</mrow>
          <mrow>{node(formula.bottom)}</mrow>
        </mfrac>
      );
    case 'root':
      return <msqrt>{node(formula.of)}</msqrt>;
    case 'absolute':
      return (
        <>
          <mo form="prefix" stretchy="false">
            |
          </mo>
          {node(formula.of)}
          <mo form="postfix" stretchy="false">
            |
          </mo>
        </>
      );
    case 'call':
      return (
        <>
          <mi>{formula.name}</mi>
          <mo form="prefix">(</mo>
          <Listed items={formula.inputs} termName={termName} language={language} />
          <mo form="postfix">)</mo>
        </>
      );
    case 'cases':
      return (
        <>
          <mo form="prefix">{'{'}</mo>
          <mtable className="pancake-formula-cases">
            {formula.rows.map(({ value, condition }, i) => (
              <mtr key={i}>
                <mtd>{node(value)}</mtd>
                <mtd>
                  <mtext>{condition ? `${words.where}\u00a0` : words.otherwise}</mtext>
                  {condition && node(condition)}
                </mtd>
              </mtr>
            ))}
          </mtable>
        </>
      );
    case 'compare':
      return (
        <>
          {node(formula.left)}
          <mo form="infix">{formula.sign}</mo>
          {node(formula.right)}
        </>
      );
    case 'total':
      return (
        <>
          <munder>
            <mo>∑</mo>
            <mi>{formula.over}</mi>
          </munder>
          {node(formula.of, formula.of.kind === 'sum')}
        </>
      );
    case 'equation':
      return formula.sides.map((side, i) => (
        <mrow key={i}>
          {i > 0 && <mo form="infix">{formula.sign}</mo>}
          {node(side)}
        </mrow>
      ));
    case 'list':
      return (
        <>
          {formula.isTuple && <mo form="prefix">(</mo>}
          <Listed items={formula.items} termName={termName} language={language} />
          {formula.isTuple && <mo form="postfix">)</mo>}
        </>
      );
    case 'because':
      return (
        <>
          {node(formula.what)}
          <mtext>{`\u00a0${words.because}\u00a0`}</mtext>
          {node(formula.reason)}
        </>
      );
    case 'slopeOf':
      return node({ ...formula.of, name: `${formula.of.name}′` });
    case 'dots':
      return <mo>⋯</mo>;
  }
}

interface SummandProps {
  summand: Formula;
  place: number;
  termName: TermName;
  language: FormulaLanguage;
}

/** One summand, with its sign in front of it. */
export function Summand({ summand, place, termName, language }: SummandProps) {
  const { sign, what } = signed(summand, place);
  return (
    <mrow>
      {sign !== '' && <mo form="infix">{sign}</mo>}
      <Wrapped isWrapped={isSummandWrapped(what, sign)}>
        <MathNode formula={what} termName={termName} language={language} />
      </Wrapped>
    </mrow>
  );
}

interface ListedProps extends Omit<MathNodeProps, 'formula'> {
  items: readonly Formula[];
}

function Listed({ items, termName, language }: ListedProps) {
  return items.map((item, i) => (
    <mrow key={i}>
      {i > 0 && <mo separator="true">,</mo>}
      <MathNode formula={item} termName={termName} language={language} />
    </mrow>
  ));
}

function Wrapped({ isWrapped, children }: { isWrapped: boolean; children: ReactNode }) {
  if (!isWrapped) return children;
  return (
    <mrow>
      <mo form="prefix">(</mo>
      {children}
      <mo form="postfix">)</mo>
    </mrow>
  );
}
