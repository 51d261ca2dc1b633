// Which epochs can be read: of a very long run, not each has a number.
import type { History } from '../../trainer';

/**
 * The nearest epoch of which all of these histories that are not over by then have a number.
 *
 * @param way 1 for none before the one that is asked for, -1 for none after it
 */
export function readableEpoch(histories: readonly History[], epoch: number, way = 0): number {
  const lead = histories.reduce((a, b) => (b.length > a.length ? b : a));
  const { epochs } = lead;
  const isReadable = (row: number) =>
    histories.every((one) => epochs[row]! >= one.length || one.has(epochs[row]!));
  let below = lead.rowAt(epoch);
  let above = epochs[below] === epoch ? below : below + 1;
  if (way <= 0) while (below > 0 && !isReadable(below)) below--;
  if (way >= 0) while (above < epochs.length && !isReadable(above)) above++;
  if (way < 0 || above >= epochs.length) return epochs[Math.max(0, below)]!;
  if (way > 0 || below < 0) return epochs[above]!;
  return epochs[above]! - epoch < epoch - epochs[below]! ? epochs[above]! : epochs[below]!;
}
