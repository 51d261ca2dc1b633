// One curve as an SVG path that grows: what cannot change any more is written only once.
import type { Curve, History } from '../../trainer';
import { decimate, gap, placeLoss, startOfColumn, type View } from './layout';

/**
 * The path of one curve. While a run goes on, a frame costs the epochs since the last one and those
 * in the unfinished column of pixels; all epochs are looked at only when the view changes.
 */
export class Line {
  /** How many epochs were looked at since it was made; for tests and benches. */
  looked = 0;

  private history: History | undefined;
  private revision = -1;
  private view: View | undefined;
  private finished = 0;
  private written = '';

  /**
   * @param curve the column of the history
   * @param from the first epoch to draw
   */
  constructor(
    private readonly curve: Curve,
    private readonly from = 0,
  ) {}

  /** The `d` of the path. Gaps in the curve are gaps in the line. */
  path(history: History, view: View): string {
    const { revision, length } = history;
    if (history !== this.history || revision !== this.revision || view !== this.view) {
      Object.assign(this, { history, revision, view, finished: this.from, written: '' });
    }
    const values = history.curve(this.curve);
    const perColumn = view.domain.epochs / view.plotWidth;
    const open = Math.max(this.from, startOfColumn(length - 1, perColumn));
    this.written += this.write(values, perColumn, this.finished, open);
    this.finished = open;
    return this.written + this.write(values, perColumn, open, length);
  }

  private write(values: Float64Array, perColumn: number, from: number, to: number): string {
    if (to <= from) return '';
    this.looked += to - from;
    const view = this.view!;
    // A line goes on from the epoch before, if there is one.
    let pen = from > this.from && Number.isFinite(values[from - 1]) ? 'L' : 'M';
    let text = '';
    for (const epoch of decimate(values, perColumn, from, to)) {
      if (epoch === gap) pen = 'M';
      else {
        text += `${pen}${round(view.x(epoch))} ${round(placeLoss(view, values[epoch]!))}`;
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
