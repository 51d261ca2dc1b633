// The logbook of a run: its history, the changes made by hand, and the futures that were given up.
import type { Mark } from './changes';
import { History } from './history';

/** A future that was given up: the run had gone back, and something was changed there. */
export interface Branch {
  /** The epoch at which the run took another way. */
  readonly from: number;
  /** What had been measured, from epoch 0 on. */
  readonly curves: History;
  /** The changes made by hand on it, from where it parted. */
  readonly marks: readonly Mark[];
}

// More of them could not be told apart in a picture.
const mostBranches = 5;
const mostMarks = 1000;

/** What is known of a run's epochs. */
export class Logbook {
  readonly history = new History();
  /** The changes made by hand, in order. */
  marks: readonly Mark[] = [];
  /** The futures that were given up, the latest one last. */
  branches: readonly Branch[] = [];

  /** The logbook of a run that starts over, with this one among the futures given up. */
  startOver(): Logbook {
    const next = new Logbook();
    next.branches = this.branches;
    if (this.history.length > 1) next.giveUp(0, this.history, this.marks);
    return next;
  }

  /** Notes changes made now. One of the same kind at the same epoch takes the place of the last. */
  mark(marks: readonly Mark[]): void {
    if (!marks.length) return;
    const isSame = (a: Mark, b: Mark) => a.epoch === b.epoch && a.kind === b.kind;
    const others = this.marks.filter((old) => !marks.some((mark) => isSame(mark, old)));
    this.marks = Object.freeze([...others, ...marks].slice(-mostMarks));
  }

  /** Takes the mark of a change of the model back. */
  unmarkModel(epoch: number): void {
    const at = this.marks.findLastIndex((mark) => mark.kind === 'model' && mark.epoch === epoch);
    if (at >= 0) this.marks = Object.freeze(this.marks.filter((_, i) => i !== at));
  }

  /** Forgets everything after this epoch, and keeps the curves of what was given up. */
  truncate(epoch: number): void {
    const { history } = this;
    if (history.length > epoch + 1) this.giveUp(epoch, history.copy(), this.marks);
    history.truncate(epoch + 1);
    if (this.marks.some((mark) => mark.epoch > epoch)) {
      this.marks = Object.freeze(this.marks.filter((mark) => mark.epoch <= epoch));
    }
  }

  private giveUp(from: number, curves: History, made: readonly Mark[]): void {
    const marks = Object.freeze(made.filter(({ epoch }) => epoch >= from));
    const branch = Object.freeze({ from, curves, marks });
    this.branches = Object.freeze([...this.branches, branch].slice(-mostBranches));
  }
}
