// The products with all that can be done to them: folding, their order, what they cost, and how each
// of them measures.
import { useId, useState } from 'react';
import { useNumbers } from '../../a11y';
import { layerCosts, sumCosts, type ChainCosts } from '../../engine';
import { Announcement, useControllable } from '../figure';
import { topFactor } from './chain';
import { symbolOf } from './facts';
import { fitsOnLine } from './line';
import { allCuts, unfold, type Cuts, type ProductPart, type ProductRow } from './product-rows';
import { Products, foldSentence, type Order } from './products';
import type { SharedProps } from './props';
import { measure, placeTextOf, slopeTargets, steepest } from './slopes';
import { slopes } from './steps';
import type { ChainView } from './view';

interface ProductsPartProps {
  view: ChainView;
  epsilon: number;
  folded: SharedProps['folded'];
  defaultFolded: SharedProps['defaultFolded'];
  onFoldedChange: SharedProps['onFoldedChange'];
}

/** The products and their tools. */
export function ProductsPart({ view, epsilon, ...owned }: ProductsPartProps) {
  const { chain, words } = view;
  const { nodes } = chain.names;
  const [cuts, setCuts] = useCuts(nodes, owned);
  const [order, setOrder] = useState<Order>('objective-first');
  const [said, setSaid] = useState('');
  const id = useId();

  const onFold = (upper: ProductPart, lower: ProductPart) => {
    setSaid(foldSentence(view, upper, lower));
    setCuts(new Set([...cuts].filter((cut) => cut !== upper.lower)));
  };
  const onUnfold = (part: ProductPart) => {
    setSaid('');
    setCuts(unfold(cuts, part));
  };
  const isBatch = chain.values[0]!.shape[0] !== 1;
  const done = costsSoFar(view);
  const all = sumCosts(costsOf(view));
  return (
    <>
      <Products
        view={view}
        cuts={cuts}
        order={order}
        onFold={onFold}
        onUnfold={onUnfold}
        symbolOf={(part) => symbolOf(view, part)}
        aside={(row) =>
          fitsOnLine(view) && !(row.isParameter && isBatch) ? (
            <MeasuredSlope view={view} row={row} epsilon={epsilon} />
          ) : null
        }
      />
      <div className="pancake-product-tools">
        {nodes.length > 2 && (
          <span className="pancake-product-folds">
            <span>{words.foldHint}</span>
            <button
              type="button"
              className="pancake-more"
              disabled={cuts.size === 0}
              onClick={() => setCuts(new Set())}
            >
              {words.foldAll}
            </button>
            <button
              type="button"
              className="pancake-more"
              disabled={cuts.size === nodes.length - 2}
              onClick={() => setCuts(allCuts(nodes.length))}
            >
              {words.unfoldAll}
            </button>
          </span>
        )}
        {nodes.length > 2 && (
          <label className="pancake-product-order" htmlFor={`${id}-order`}>
            <span>{words.order}</span>
            <select
              id={`${id}-order`}
              className="pancake-field"
              value={order}
              onChange={(event) => setOrder(event.target.value as Order)}
            >
              <option value="objective-first">{words.objectiveFirst}</option>
              <option value="input-first">{words.inputFirst}</option>
            </select>
          </label>
        )}
        <span
          className="pancake-product-costs"
          data-shared={done.shared}
          data-alone={done.alone}
          data-all-shared={all.shared}
          data-all-alone={all.alone}
        >
          {words.costs(done.shared, done.alone, all.shared, all.alone)}
        </span>
      </div>
      <p className="pancake-product-said" role="status" hidden={said === ''}>
        <Announcement key={said} text={said} />
      </p>
    </>
  );
}

// The page owns names of values, the figure places of nodes.
function useCuts(
  nodes: readonly string[],
  { folded, defaultFolded = [], onFoldedChange }: Omit<ProductsPartProps, 'view' | 'epsilon'>,
): [Cuts, (cuts: Cuts) => void] {
  const [names, setNames] = useControllable(folded, defaultFolded, onFoldedChange);
  const inner = nodes.slice(1, -1);
  const cuts: Cuts = new Set(inner.flatMap((name, i) => (names.includes(name) ? [] : [i + 1])));
  return [cuts, (to) => setNames(inner.filter((_, i) => !to.has(i + 1)))];
}

function costsOf({ chain, sample }: ChainView) {
  return chain.steps ? layerCosts(chain.steps, topFactor(chain, sample), sample) : [];
}

// Of the layers that the way back has passed, and of the parameters that it has come to.
function costsSoFar(view: ChainView): ChainCosts {
  const { steps, step } = view;
  const passed = steps.slice(0, step + 1);
  const isDone = (kind: 'backward' | 'parameters', layer: number) =>
    passed.some((one) => one.kind === kind && one.layer === layer);
  return sumCosts(
    costsOf(view).map(({ above, through, parameters }, layer) => ({
      above,
      through: isDone('backward', layer) ? through : 0,
      parameters: isDone('parameters', layer) ? parameters : [],
    })),
  );
}

interface MeasuredSlopeProps {
  view: ChainView;
  row: ProductRow;
  epsilon: number;
}

/** The slope that was measured instead of derived, of the number that the gradient is steepest by. */
function MeasuredSlope({ view, row, epsilon }: MeasuredSlopeProps) {
  const { formatShort } = useNumbers();
  const { chain, isKnown, words, sample } = view;
  const known = isKnown(slopes);
  const target = slopeTargets(chain).find(({ by }) => by === row.by);
  const perSample = target && !row.isParameter ? target.value.size / target.value.shape[0]! : 0;
  const index = target
    ? row.isParameter
      ? steepest(target)
      : steepest(target, sample * perSample, (sample + 1) * perSample)
    : 0;
  const slope = target && known ? measure(chain, target, index, epsilon) : NaN;
  const text = Number.isFinite(slope) ? formatShort(slope, 8) : words.large;
  const place = target ? placeTextOf(target, index) : '';
  return (
    <span className="pancake-measured">
      <span
        className="pancake-tile"
        data-factor={row.isParameter ? `${slopes}_${row.by}` : slopes}
        data-value={known && Number.isFinite(slope) ? slope : undefined}
        data-index={index}
        data-lit={view.isLit(slopes) || undefined}
      >
        <span className="pancake-known" style={{ minWidth: '10ch' }}>
          {known ? (
            text
          ) : (
            <>
              <span aria-hidden="true">?</span>
              <span className="pancake-hidden">{words.unknown}</span>
            </>
          )}
        </span>
        <small>
          {place && <span>{`${row.by}${place}, `}</span>}
          {words.measuredWith(epsilon)}
        </small>
      </span>
    </span>
  );
}
