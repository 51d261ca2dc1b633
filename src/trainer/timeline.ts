// Timeline: a run from its first epoch on, through changes of its model. Each model's part of it can
// be gone back to.
import { PancakeError, ensure, show } from '../engine';
import type { ParameterEdit } from './changes';
import type { Logbook } from './logbook';
import type { RecordedRun } from './recorded-run';
import type { Settings } from './settings';

/** How many models a run may go back to; each has memory of its own. */
const mostParts = 32;

/** A run whose model may change on the way. */
export class Timeline {
  private parts: RecordedRun[];
  private at = 0;

  constructor(first: RecordedRun) {
    this.parts = [first];
  }

  /** The part that the run is in. */
  get current(): RecordedRun {
    return this.parts[this.at]!;
  }
  /** What is known of all epochs. */
  get logbook(): Logbook {
    return this.current.logbook;
  }
  /** The first epoch that can be gone back to. */
  get firstEpoch(): number {
    return this.parts[0]!.startEpoch;
  }

  /** Its parts in order, those included that can be taken back to but not gone back to. */
  allParts(): RecordedRun[] {
    const all: RecordedRun[] = [];
    for (let part = this.parts.at(-1) ?? null; part; part = part.before) all.unshift(part);
    return all;
  }

  /** Does the smallest part of a training step. */
  stepLayer(): void {
    this.current.stepLayer();
    this.goOn();
  }

  /** Does the rest of the training step at hand. */
  stepBatch(): void {
    this.current.stepBatch();
    this.goOn();
  }

  /** Puts other settings in force. What lay ahead is gone. */
  change(settings: Settings): void {
    this.current.change(settings);
    this.forgetParts();
  }

  /** Sets one number of the model. What lay ahead is gone. */
  edit(edit: ParameterEdit): void {
    this.current.edit(edit);
    this.forgetParts();
  }

  /**
   * Goes to the end of an epoch, and measures there. Where code of the page's own throws on the way, the
   * run stays where it was.
   *
   * @throws PancakeError as `ensureReach` does
   */
  travel(epoch: number): void {
    const at = this.ensureReach(epoch);
    this.parts[at]!.travel(epoch);
    this.at = at;
  }

  /**
   * Makes sure that an epoch can be gone to; returns the part that it is in.
   *
   * @throws PancakeError if the run has not been through that epoch, or too many models ago, or
   *   before it was given saved weights
   */
  ensureReach(epoch: number): number {
    const last = this.logbook.history.length - 1;
    ensure(
      Number.isInteger(epoch) && epoch >= 0 && epoch <= last,
      () =>
        `seek got ${show(epoch)}; it must be a whole number from 0 to ${last}, the epochs so far`,
    );
    const at = this.parts.findLastIndex(({ startEpoch }) => startEpoch <= epoch);
    if (at < 0) {
      throw new PancakeError(
        this.parts.length < mostParts
          ? `seek got ${epoch}; the run began with saved weights, at epoch ${this.firstEpoch}`
          : `seek got ${epoch}; the run keeps its last ${mostParts} models, which begin at epoch ${this.firstEpoch}`,
      );
    }
    return at;
  }

  /** Goes back to the last epoch at which every number was finite. */
  retreat(): void {
    this.current.retreat();
  }

  /** Goes back to a whole epoch, after code of the page's own threw. */
  retreatFromFault(): void {
    this.current.retreatFromFault();
  }

  /** Goes on with a run that begins here, with another model. What lay ahead is gone. */
  append(make: () => RecordedRun): void {
    const part = make();
    this.current.forgetFuture();
    this.forgetParts();
    part.before = this.current;
    cutChain(part);
    const earlier = this.parts.filter(({ startEpoch }) => startEpoch < part.startEpoch);
    this.parts = [...earlier, part].slice(-mostParts);
    this.at = this.parts.length - 1;
  }

  /**
   * Goes back to the model before the last change of it, as it was at that epoch. What came after is
   * gone. Returns whether there was one.
   */
  undoAppend(): boolean {
    const { current, logbook } = this;
    const { before, startEpoch } = current;
    if (!before) return false;
    // First what may throw.
    before.travel(startEpoch);
    logbook.truncate(startEpoch);
    logbook.unmarkModel(startEpoch);
    const earlier = this.parts.filter((part) => part.startEpoch < before.startEpoch);
    this.parts = [...earlier, before];
    this.at = this.parts.length - 1;
    before.resume();
    return true;
  }

  private forgetParts(): void {
    this.parts.length = this.at + 1;
  }

  // Where the model was changed, it is changed again.
  private goOn(): void {
    const next = this.parts[this.at + 1];
    if (!next || this.current.run.epoch < next.startEpoch) return;
    this.at++;
    next.begin();
  }
}

// As many models can be taken back as can be gone back to.
function cutChain(part: RecordedRun): void {
  let link = part;
  for (let i = 0; i < mostParts && link.before; i++) link = link.before;
  link.before = null;
}
