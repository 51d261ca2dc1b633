// Paints the numbers into the stack: in the run's frames, and when the figure shows something else.
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { useNumbers } from '../../a11y';
import { prefersReducedMotion, useTrainerFrame } from '../../hooks';
import type { Trainer } from '../../trainer';
import { within } from './facts';
import { paintHistograms } from './histogram';
import type { LayerStackLabels } from './labels';
import { paintCells, repaintInterval } from './paint';
import type { LayerStackView } from './props';
import { follow, type Slab } from './slabs';
import { numbersAt, rehearsalOf, slabsAt, tripOf, type Moment } from './stages';
import { travel } from './travel';

interface Painting {
  trainer: Trainer;
  slabs: readonly Slab[];
  sample: number;
  view: LayerStackView;
  /** A training step in slow motion; null for the run as it is. */
  moment: Moment | null;
  /** Which point of the batch is shown, by its place in it. */
  position: number;
  words: LayerStackLabels;
  /** The cell that is read out. */
  read: string | null;
  /** Anything else that React draws anew. */
  opened: unknown;
  status: string;
}

/** The elements that are painted into. */
export interface Canvases {
  stack: RefObject<HTMLDivElement | null>;
  readout: RefObject<HTMLDivElement | null>;
}

/** Keeps the numbers in two elements as they are now: the cells, and the one that is read out. */
export function usePainting(painting: Painting): Canvases {
  const format = useNumbers();
  const stack = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLDivElement>(null);
  const { trainer, slabs, sample, view, moment, position, words, read, opened, status } = painting;
  const paintedAt = useRef(-Infinity);
  const ranges = useRef({ of: slabs, map: new Map<string, number>() });
  const paint = useCallback(() => {
    const root = stack.current;
    if (!root) return;
    const live = follow(trainer, within(sample, trainer.data.x.shape[0]!)).slabs;
    if (view === 'sample') {
      paintCells(root, moment ? slabsAt(live, moment, position) : live, words, format);
    } else if (live.length) {
      if (ranges.current.of !== slabs) ranges.current = { of: slabs, map: new Map() };
      const batch = moment ?? { rehearsal: rehearsalOf(trainer), stage: Infinity };
      paintHistograms(root, live, numbersAt(live, batch), words, ranges.current.map, format);
      // The loss is one number for the whole batch.
      paintCells(root, slabsAt(live, batch, 0).slice(-1), words, format);
    }
    const cell = read && root.querySelector<HTMLElement>(`[data-cell="${read}"]`);
    if (readout.current) {
      readout.current.textContent = (cell && cell.dataset['reading']) ?? words.hint;
    }
  }, [trainer, slabs, sample, view, moment, position, words, format, read]);
  useTrainerFrame((run, time) => {
    const since = time - paintedAt.current;
    const soon = since >= 0 && since < repaintInterval(slabs);
    if (soon && run.now.status === 'running') return;
    paintedAt.current = time;
    paint();
  }, trainer);
  // React knows only the first numbers: what it has put in anew is painted at once.
  useEffect(paint, [paint, slabs, status, opened]);
  return { stack, readout };
}

/** How long numbers travel at most, in milliseconds. */
const longest = 900;

/**
 * Lets the numbers of a stage travel when it begins; not at all where less motion is wanted.
 *
 * @param milliseconds how long the stage lasts
 */
export function useTravel(
  stack: RefObject<HTMLDivElement | null>,
  layer: RefObject<HTMLDivElement | null>,
  slabs: readonly Slab[],
  moment: Moment | null,
  position: number,
  milliseconds: number,
): void {
  const format = useNumbers();
  const duration = useRef(milliseconds);
  useEffect(() => {
    duration.current = Math.min(longest, 0.9 * milliseconds);
  });
  const rehearsal = moment?.rehearsal;
  const stage = moment?.stage;
  useEffect(() => {
    if (!rehearsal || stage === undefined || prefersReducedMotion()) return;
    const trip = tripOf(slabs, { rehearsal, stage }, position);
    if (!trip || !stack.current || !layer.current) return;
    return travel(stack.current, layer.current, trip, duration.current, format);
  }, [stack, layer, slabs, rehearsal, stage, position, format]);
}
