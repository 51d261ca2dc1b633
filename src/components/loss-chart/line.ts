// One curve as an SVG path that grows: what cannot change any more is written only once.
import type { Curve, History } from '../../trainer';
import { decimate, gap, placeLoss, startOfColumn, type View } from './layout';

/**
 * The path of one curve. While a run goes on, a frame costs the epochs since the last one and those
 * in the unfinished column of pixels; all of them are looked at only when the view changes, or when a very
 * long run drops every second row.
 */
export class Line {
  /** How many rows were looked at since it was made; for tests and benches. */
  looked = 0;

  private history: History | undefined;
  private revision = -1;
  private every = 0;
  private view: View | undefined;
  private finished = 0;
  private written = '';

  /**
   * @param curve the column of the history
   * @param from the epoch to draw from; if it has no row, the line begins at the last one before it
   */
  constructor(
    private readonly curve: Curve,
    private readonly from = 0,
  ) {}

  /** The `d` of the path. Gaps in the curve are gaps in the line. */
  path(history: History, view: View): string {
    const { revision, every, length } = history;
    const first = Math.max(0, history.rowAt(this.from));
    if (
      history !== this.history ||
      revision !== this.revision ||
      every !== this.every ||
      view !== this.view
    ) {
      Object.assign(this, { history, revision, every, view, finished: first, written: '' });
    }
    // The column of the last epoch may still change, be it by another last one.
    const perColumn = view.domain.epochs / view.plotWidth;
    const open = history.rowAt(startOfColumn(length - 1, perColumn) - 1) + 1;
    const finished = Math.max(first, open);
    this.written += this.write(history, perColumn, first, this.finished, finished);
    this.finished = finished;
    return this.written + this.write(history, perColumn, first, finished, Infinity);
  }

  private write(
    history: History,
    perColumn: number,
    first: number,
    from: number,
    until: number,
  ): string {
    const values = history.curve(this.curve);
    const { epochs } = history;
    const to = Math.min(until, values.length);
    if (to <= from) return '';
    this.looked += to - from;
    const view = this.view!;
    // A line goes on from the row before, if there is one.
    let pen = from > first && Number.isFinite(values[from - 1]) ? 'L' : 'M';
    let text = '';
    for (const row of decimate(values, epochs, perColumn, from, to)) {
      if (row === gap) pen = 'M';
      else {
        text += `${pen}${round(view.x(epochs[row]!))} ${round(placeLoss(view, values[row]!))}`;
        pen = 'L';
      }
    }
    return text;
  }
}

/** A hundredth of a pixel is more than can be seen. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
