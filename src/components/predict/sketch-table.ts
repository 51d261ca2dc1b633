// The numbers of a sketch: what the reader drew and, once that is fixed, what the run did.
import type { Trainer } from '../../trainer';
import type { Table } from '../share';
import type { PredictLabels } from './labels';
import { knotEpochs, type Sketch } from './prediction';

/**
 * A row for each place in which the curve can be bent.
 *
 * @param losses the loss at each; null before anything is drawn
 * @param trainer the run to compare with, if it is to be seen
 */
export function sketchTable(
  sketch: Sketch,
  losses: readonly number[] | null,
  trainer: Trainer | null,
  words: PredictLabels,
): Table {
  const columns = [words.epoch, words.yourCurve];
  if (trainer) columns.push(words.theRun);
  if (!losses) return { columns, rows: [] };
  const rows = knotEpochs(sketch).map((epoch, knot) => {
    // A hand is no more exact than this; the slider says as much.
    const own = [epoch, Number(losses[knot]!.toPrecision(3))];
    return trainer ? [...own, lossAt(trainer, epoch)] : own;
  });
  return { columns, rows };
}

// Of a long run not every epoch is kept.
function lossAt({ curves, now }: Trainer, epoch: number): number | null {
  if (epoch > now.epoch) return null;
  const row = curves.rowAt(epoch);
  return curves.epochs[row] === epoch ? curves.curve('loss')[row]! : null;
}
