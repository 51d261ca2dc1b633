// EntrySum: one number of a product as the sum that it is, each factor's number below its name.
import { Fragment, useState } from 'react';
import { useNumbers, type Numbers } from '../../a11y';
import { Announcement } from '../figure';
import { decimalsFor, formatEntry } from './digits';
import type { ProductLabels } from './labels';

/** A number of a tensor, in a sum. */
export interface Factor {
  /** `x[2, 0]`. */
  name: string;
  /** The tensor's id among the terms of a figure. */
  term: string;
  value: number;
  /** With how many decimals it is written. */
  decimals: number;
}

/** A sum of products. */
export interface EntrySumFacts {
  /** The number that is this sum. */
  result: Factor;
  terms: readonly (readonly Factor[])[];
  /** The sum in symbols: what runs, the factors, and what is added once. */
  symbols: { index: string; factors: readonly string[]; plus?: string | undefined };
}

interface EntrySumProps {
  sum: EntrySumFacts;
  words: ProductLabels;
  onClose: () => void;
}

/** More terms than this are folded, all but the first and the last few. */
const mostTerms = 8;
const [first, last] = [3, 2];

export function EntrySum({ sum, words, onClose }: EntrySumProps) {
  const { result, terms, symbols } = sum;
  const numbers = useNumbers();
  const [unfolded, setUnfolded] = useState(false);
  const products = terms.map((factors) => factors.reduce((all, { value }) => all * value, 1));
  const decimals = decimalsOf([...products, result.value]);
  const isLong = terms.length > mostTerms;
  const isShown = (i: number) => !isLong || unfolded || i < first || i >= terms.length - last;
  const spoken = words.sum(
    result.name,
    terms
      .map((factors) => factors.map((factor, i) => written(factor, i, numbers)).join(' · '))
      .join(' + '),
    formatEntry(result.value, decimals, numbers),
  );
  return (
    <div className="pancake-sum" data-entry={result.name} data-value={String(result.value)}>
      <p className="pancake-sum-symbols">
        <b>{result.name}</b> ={' '}
        {terms.length > 1 ? (
          <>
            Σ<sub>{symbols.index}</sub> {symbols.factors.join(' · ')}
            {symbols.plus && ` + ${symbols.plus}`}
          </>
        ) : (
          terms[0]!.map(({ name }) => name).join(' · ')
        )}
        <button
          type="button"
          className="pancake-sum-close"
          aria-label={words.closeSum}
          onClick={onClose}
        >
          ×
        </button>
      </p>
      <div className="pancake-sum-terms">
        {terms.map((factors, i) => {
          if (!isShown(i) && i !== first) return null;
          return (
            <span key={i} className="pancake-sum-step">
              {i > 0 && <span className="pancake-sum-sign">+</span>}
              {isShown(i) ? (
                <Term factors={factors} product={products[i]!} decimals={decimals} />
              ) : (
                <button type="button" className="pancake-more" onClick={() => setUnfolded(true)}>
                  {words.more(terms.length - first - last)}
                </button>
              )}
            </span>
          );
        })}
        <span className="pancake-sum-step">
          <span className="pancake-sum-sign">=</span>
          <span className="pancake-sum-result">
            <span className="pancake-sum-factors">
              <span data-term={result.term}>
                <i>{result.name}</i>
              </span>
            </span>
            <b>{formatEntry(result.value, decimals, numbers)}</b>
          </span>
        </span>
        {isLong && unfolded && (
          <button type="button" className="pancake-more" onClick={() => setUnfolded(false)}>
            {words.fewer}
          </button>
        )}
      </div>
      <p className="pancake-hidden" role="status">
        <Announcement key={spoken} text={spoken} />
      </p>
    </div>
  );
}

interface TermProps {
  factors: readonly Factor[];
  product: number;
  decimals: number;
}

function Term({ factors, product, decimals }: TermProps) {
  const numbers = useNumbers();
  return (
    <span className="pancake-sum-term" data-value={String(product)}>
      <span className="pancake-sum-factors">
        {factors.map((factor, i) => (
          <Fragment key={i}>
            {i > 0 && <span className="pancake-sum-times">·</span>}
            <span data-term={factor.term}>
              <i>{factor.name}</i>
              <span data-value={String(factor.value)}>{written(factor, i, numbers)}</span>
            </span>
          </Fragment>
        ))}
      </span>
      <b>{formatEntry(product, decimals, numbers)}</b>
    </span>
  );
}

// A minus sign after a dot stands in brackets.
function written({ value, decimals }: Factor, place: number, numbers: Numbers): string {
  const text = formatEntry(value, decimals, numbers);
  return place > 0 && value < 0 ? `(${text})` : text;
}

// One more than in the grids: the rounded products should add up to the rounded sum.
function decimalsOf(values: readonly number[]): number {
  const decimals = decimalsFor(Float64Array.from(values));
  return decimals === 0 ? 0 : Math.min(4, decimals + 1);
}
