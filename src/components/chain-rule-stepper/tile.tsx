// A tile: one factor of a product, or the product itself.
import type { Tensor } from '../../engine';
import { Fraction, derivative } from '../formula';
import { Amount, termAttributes } from './amount';
import type { ChainView } from './view';

interface TileProps {
  view: ChainView;
  top: string;
  bottom: string;
  value: Tensor | undefined;
  known: boolean;
  /** Whether the step works with it. */
  lit: boolean;
  /** What the number is, in symbols. */
  formula?: string | null;
  /** Whether the factor has a tile of its own in another row. */
  reused?: boolean;
  /** Whether it stands for more numbers than a table has: only its symbol is shown. */
  isSymbolic?: boolean;
  /** Whether it is the product itself. */
  main?: boolean;
  onUnfold?: (() => void) | undefined;
}

/** A factor of a product: its symbol above its number. */
export function Tile(props: TileProps) {
  const { view, top, bottom, value, known, formula = null, reused, isSymbolic, main, lit } = props;
  const { onUnfold } = props;
  const { words } = view;
  const term = derivative(top, bottom);
  const { 'data-value': single, 'data-values': several } = termAttributes(term, value, known);
  return (
    <span
      className="pancake-tile"
      data-term={term}
      {...(reused ? { 'data-reused': term } : { 'data-factor': term })}
      data-value={single}
      data-values={several}
      data-lit={lit || undefined}
      data-main={main || undefined}
      data-folded={onUnfold ? true : undefined}
    >
      <Fraction top={top} bottom={bottom} />
      <small>
        {formula !== null && (value?.size === 1 || isSymbolic) && (
          <span>
            {formula}
            {!isSymbolic && ' = '}
          </span>
        )}
        {!isSymbolic && <Amount value={value} known={known} words={words} />}
      </small>
      {onUnfold && (
        <button
          type="button"
          className="pancake-unfold"
          aria-label={words.unfold(top, bottom)}
          title={words.unfold(top, bottom)}
          onClick={onUnfold}
        >
          ⋯
        </button>
      )}
    </span>
  );
}
