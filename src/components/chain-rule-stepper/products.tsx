// The chain rule as products, one below the other, so that the factors that they share stand in columns.
import { useState, type CSSProperties, type ReactNode } from 'react';
import { factorTensor, type Tensor } from '../../engine';
import { derivative } from '../formula';
import { amountText } from './amount';
import { factorsFor, slopeByParameter } from './chain';
import {
  localTerms,
  productRows,
  type Cuts,
  type ProductPart,
  type ProductRow,
} from './product-rows';
import { Tile } from './tile';
import type { ChainView } from './view';

/** The way a product is written: the objective first, or the input. */
export type Order = 'objective-first' | 'input-first';

interface ProductsProps {
  view: ChainView;
  cuts: Cuts;
  order: Order;
  onFold: (upper: ProductPart, lower: ProductPart) => void;
  onUnfold: (part: ProductPart) => void;
  /** What a factor is in symbols, for its tile: `2M`. */
  symbolOf: (part: ProductPart) => string | null;
  /** What stands at the end of a row. */
  aside: (row: ProductRow) => ReactNode;
}

/** The most rows that are shown unasked. */
const mostRows = 5;

/** All products: by the input, and by each parameter. */
export function Products(props: ProductsProps) {
  const { view, cuts, order } = props;
  const { chain, sample, words } = view;
  const [all, setAll] = useState(false);
  // The row that is pointed at: the factors that it shares with others are marked.
  const [chosen, setChosen] = useState<string | null>(null);
  const factors = factorsFor(chain, sample);
  const rows = productRows(chain.names, factors, cuts, (layer, parameter) =>
    slopeByParameter(chain, layer, parameter, sample),
  );
  const shown = all ? rows : rows.slice(0, mostRows);
  const count = chain.names.nodes.length - 1;
  const chosenRow = rows.find(({ by }) => by === chosen);
  return (
    <div
      className="pancake-products"
      data-order={order}
      data-short={count < 3 || undefined}
      role="group"
      aria-label={words.products}
      tabIndex={count > 3 ? 0 : undefined}
      onPointerLeave={() => setChosen(null)}
    >
      <div className="pancake-products-rows" style={{ '--pk-factors': count } as CSSProperties}>
        {shown.map((row) => (
          <Row key={row.by} {...props} row={row} chosen={chosenRow} onChoose={setChosen} />
        ))}
      </div>
      {rows.length > mostRows && (
        <button
          type="button"
          className="pancake-more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? words.fewerProducts : words.moreProducts(rows.length - mostRows)}
        </button>
      )}
    </div>
  );
}

interface RowProps extends ProductsProps {
  row: ProductRow;
  chosen: ProductRow | undefined;
  onChoose: (by: string | null) => void;
}

function Row({ row, chosen, onChoose, ...props }: RowProps) {
  const { view, order, aside } = props;
  const { chain, terms, isKnown, words } = view;
  const count = chain.names.nodes.length - 1;
  const whole = derivative(chain.names.objective, row.by);
  // A product of one factor is that factor.
  const parts = row.parts;
  const value = rowValue(view, row);
  return (
    <div
      className="pancake-product-row"
      role="group"
      aria-label={words.product(chain.names.objective, row.by)}
      data-by={row.by}
      data-chosen={chosen?.by === row.by || undefined}
      onPointerEnter={() => onChoose(row.by)}
      onFocus={() => onChoose(row.by)}
    >
      <span className="pancake-product-whole">
        <Tile
          view={view}
          top={chain.names.objective}
          bottom={row.by}
          value={value}
          known={isKnown(whole)}
          lit={view.isLit(whole)}
          main
        />
      </span>
      <span className="pancake-sign">=</span>
      {parts.map((part, i) => {
        const [first, last] = columnsOf(part, count, order);
        const isShared = chosen && row.by !== chosen.by && shares(chosen, part);
        return (
          <span
            key={`${part.top} ${part.bottom}`}
            className="pancake-product-part"
            data-first={
              (order === 'objective-first' ? i === 0 : i === parts.length - 1) || undefined
            }
            data-shared={isShared || (chosen?.by === row.by && isReused(part, row)) || undefined}
            style={{ gridColumn: `${first + 3} / ${last + 4}` }}
          >
            <Part {...props} part={part} row={row} terms={terms} />
          </span>
        );
      })}
      <span className="pancake-product-aside">{aside(row)}</span>
    </div>
  );
}

interface PartProps extends ProductsProps {
  part: ProductPart;
  row: ProductRow;
  terms: ChainView['terms'];
}

function Part({ part, row, view, order, onFold, onUnfold, symbolOf, terms }: PartProps) {
  const { chain, isKnown, words } = view;
  const known = localTerms(part, chain.names).every(isKnown);
  const isFolded = part.upper - part.lower > 1 && !isOwn(part, row);
  // The product is folded at the node below a factor, where another one of the row begins.
  const below = row.parts[row.parts.indexOf(part) + 1];
  const canFold = below !== undefined && !isOwn(below, row);
  const sign = canFold ? (
    <button
      type="button"
      className="pancake-fold"
      aria-label={words.fold(part.top, part.bottom, below.bottom)}
      title={words.fold(part.top, part.bottom, below.bottom)}
      onClick={() => onFold(part, below)}
    >
      ×
    </button>
  ) : (
    below && <span className="pancake-sign">×</span>
  );
  const isReusedHere = row.isParameter && !isOwn(part, row);
  const value = part.value
    ? factorTensor(part.value)
    : (terms.get(derivative(part.top, part.bottom)) ?? undefined);
  const tile = (
    <Tile
      view={view}
      top={part.top}
      bottom={part.bottom}
      value={value}
      known={known}
      reused={isReusedHere}
      lit={isReusedHere ? isPutToWork(view, row) : view.isLit(derivative(part.top, part.bottom))}
      formula={symbolOf(part)}
      isSymbolic={part.value === null && view.chain.steps !== null}
      onUnfold={isFolded ? () => onUnfold(part) : undefined}
    />
  );
  return order === 'objective-first' ? (
    <>
      {tile}
      {sign}
    </>
  ) : (
    <>
      {sign}
      {tile}
    </>
  );
}

// What was found before is used again when the way back comes to the parameter.
function isPutToWork({ steps, step }: ChainView, row: ProductRow): boolean {
  const { kind, layer } = steps[step]!;
  return kind === 'parameters' && layer === row.node - 1;
}

// A parameter's own factor, as opposed to those on the way down to it.
function isOwn(part: ProductPart, row: ProductRow): boolean {
  return row.isParameter && part.lower < row.node;
}

// Factors that more than this row needs: all but those that only it has.
function isReused(part: ProductPart, row: ProductRow): boolean {
  return !isOwn(part, row);
}

function shares(chosen: ProductRow, part: ProductPart): boolean {
  return chosen.parts.some(
    (other) => !isOwn(other, chosen) && other.top === part.top && other.bottom === part.bottom,
  );
}

// The columns of the grid that a part takes, 0 being the first factor's.
function columnsOf({ upper, lower }: ProductPart, count: number, order: Order): [number, number] {
  return order === 'objective-first' ? [count - upper, count - lower - 1] : [lower, upper - 1];
}

// The product itself: of this sample, where several samples add up to a parameter's gradient.
function rowValue({ chain, terms, sample }: ChainView, row: ProductRow): Tensor | undefined {
  const whole = terms.get(derivative(chain.names.objective, row.by));
  const samples = chain.values[0]!.shape[0]!;
  if (!row.isParameter || samples === 1 || !chain.steps) return whole;
  const layer = row.node - 1;
  const { parameters } = chain.names.layers[layer]!;
  const own = chain.steps[layer]!.parameters.find(({ name }) => parameters[name] === row.by);
  return own?.shares[sample];
}

/** What a fold did, in words: the two factors, and what they are together. */
export function foldSentence(view: ChainView, upper: ProductPart, lower: ProductPart): string {
  const { words } = view;
  const text = (part: ProductPart) =>
    part.value ? amountText(factorTensor(part.value), view) : words.large;
  return words.folded(upper.top, upper.bottom, lower.bottom, text(upper), text(lower));
}
