// LossLandscape: a slice of the loss through two weights, with the run's way through it.
import { forwardRef, useCallback, useMemo, useRef, useState } from 'react';
import { useLabels } from '../../a11y';
import type { Sequential } from '../../engine';
import { useBeforePaint, useContextTrainer, useTrainerValue } from '../../hooks';
import { weightPathOf, type LossSlice, type Snapshot, type Trainer } from '../../trainer';
import { Figure, useControllable, type FigureProps, island, lossLandscapeRoom } from '../figure';
import type { Table } from '../share';
import { defaultLabels, type LossLandscapeLabels } from './labels';
import { Landscape } from './landscape';
import { defaultWeights, factsOf, hasNumber, keyOf, valueOf, type WeightPair } from './weights';

/** Props of {@link LossLandscape}. */
export interface LossLandscapeProps extends FigureProps {
  /** The two weights, across and up, such as `[{ name: '0.weight', place: 0 }, …]`; makes them the page's to choose. */
  weights?: WeightPair;
  /**
   * The weights to begin with.
   * @default the two of the last layer on which the loss depends most
   */
  defaultWeights?: WeightPair;
  /** Called when the reader chooses another weight. */
  onWeightsChange?: (weights: WeightPair) => void;
  /** Whether the reader can choose the weights. @default true */
  chooser?: boolean;
  /** Half the map's width to begin with, in the weights' own units. @default 3 */
  span?: number;
  /** How many cells the finest picture has each way. @default 48 */
  grid?: number;
  /** Whether the reader may set the two weights by dragging the point, or by a click. @default false */
  editable?: boolean;
  /** Whether an arrow shows the way straight downhill. @default true */
  arrow?: boolean;
  /** Words to use instead of the default ones. */
  labels?: Partial<LossLandscapeLabels>;
}

const Live = forwardRef<HTMLElement, LossLandscapeProps>(function LossLandscape(
  {
    trainer: given,
    weights: controlled,
    defaultWeights: initial,
    onWeightsChange,
    chooser = true,
    span = 3,
    grid = 48,
    editable = false,
    arrow = true,
    labels,
    ...rest
  },
  ref,
) {
  const trainer = useContextTrainer(given, 'LossLandscape');
  const words = useLabels('LossLandscape', defaultLabels, labels);
  const { model, run } = useTrainerValue(readerState, trainer);
  const [chosen, choose] = useControllable<WeightPair | null>(
    controlled,
    initial ?? null,
    onWeightsChange as (weights: WeightPair | null) => void,
  );
  const pair = useWeights(trainer, model, chosen);
  const [beyond, setBeyond] = useState(false);
  // The same function throughout, so that menus of many weights are not rendered again with the run.
  const latestChoose = useRef(choose);
  useBeforePaint(() => {
    latestChoose.current = choose;
  });
  const onChoose = useCallback((weights: WeightPair) => latestChoose.current(weights), []);

  const shownRef = useRef<LossSlice | null>(null);
  const caption = words.caption({ arrow, editable });
  return (
    <Figure
      ref={ref}
      component="LossLandscape"
      table={() => tableOf(shownRef.current)}
      trainer={trainer}
      heading={words.heading}
      note={run.status === 'diverged' ? words.diverged(run) : words.note}
      caption={pair && (beyond ? `${caption} ${words.beyond}` : caption)}
      description={pair ? words.description(landscapeFacts(run, model, pair)) : undefined}
      data-weight-a={pair ? keyOf(pair[0]) : undefined}
      data-weight-b={pair ? keyOf(pair[1]) : undefined}
      {...rest}
    >
      {pair ? (
        <Landscape
          {...{ trainer, model, pair, span, grid, arrow, editable, words, shownRef }}
          onChoose={chooser ? onChoose : null}
          onBeyond={setBeyond}
        />
      ) : (
        <div className="pancake-message">{words.tooFew}</div>
      )}
    </Figure>
  );
});

// The loss in each cell of the map, as far as it has been computed.
function tableOf(slice: LossSlice | null): Table {
  if (!slice) return { columns: ['a', 'b', 'loss'], rows: [] };
  const { a, b, ranges, side, values } = slice;
  const centre = ([low, high]: readonly [number, number], place: number) =>
    low + ((high - low) * (place + 0.5)) / side;
  return {
    columns: [`${a.name}[${a.place}]`, `${b.name}[${b.place}]`, 'loss'],
    rows: Array.from({ length: side * side }, (_, i) => [
      centre(ranges.a, i % side),
      centre(ranges.b, side - 1 - Math.floor(i / side)),
      values[i]!,
    ]),
  };
}

// The way of the weights goes on while nobody looks.
const followWeights = (trainer: Trainer) => weightPathOf(trainer).follow();

/**
 * The training loss as two weights change and all others stay, exact in each cell, with the way that
 * the run took.
 *
 * @throws PancakeError if there is no run, or `grid` is not a whole number of at least 2
 */
export const LossLandscape = island<LossLandscapeProps>(
  { ...lossLandscapeRoom, whileFar: followWeights },
  Live,
);

const readerState = (run: Snapshot, { model }: Trainer) => ({ run, model });

function landscapeFacts(run: Snapshot, model: Sequential, [across, up]: WeightPair) {
  const here = { a: valueOf(model, across), b: valueOf(model, up) };
  return { run, across: factsOf(model, across), up: factsOf(model, up), here };
}

// The weights that were chosen, while the model has them; otherwise the default ones.
function useWeights(trainer: Trainer, model: Sequential, chosen: WeightPair | null) {
  const isUsable =
    chosen !== null &&
    chosen.every((place) => hasNumber(model, place)) &&
    keyOf(chosen[0]) !== keyOf(chosen[1]);
  const key = isUsable ? chosen.map(keyOf).join(' ') : null;
  return useMemo(
    () => (isUsable ? chosen : defaultWeights(trainer)),
    // By what they say: a pair may be written in place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [trainer, model, key],
  );
}
