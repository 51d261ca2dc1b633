// Summary: what can be said of a tensor too large to show, a picture of it, and a button to open it.
import { useId, useMemo } from 'react';
import type { Tensor } from '../../engine';
import { Heat } from './heat';
import type { TensorLabels } from './labels';
import { summarize, type Matrix } from './matrix';

interface SummaryProps {
  tensor: Tensor;
  matrix: Matrix;
  name: string;
  words: TensorLabels;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** A tensor in a picture and a few numbers. */
export function Summary({ tensor, matrix, name, words, isOpen, onOpen }: SummaryProps) {
  const id = useId();
  const summary = useMemo(() => summarize(tensor), [tensor]);
  return (
    <div className="pancake-tensor-summary">
      <Heat matrix={matrix} name={words.picture(name)} width={140} height={96} />
      <div>
        <dl
          data-min={String(summary.min)}
          data-max={String(summary.max)}
          data-mean={String(summary.mean)}
          data-zeros={summary.zeros}
        >
          {words.facts(summary).map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {summary.notFinite > 0 && (
          <p className="pancake-tensor-warning">{words.notFinite(summary.notFinite)}</p>
        )}
        <button
          id={id}
          type="button"
          className="pancake-more"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          {isOpen ? words.close(name) : words.open(name, matrix.data.length)}
        </button>
      </div>
    </div>
  );
}
