// The changes made by hand on a run's way: kept, to be made again when it goes that way again.
import { supersedes, type Change } from './changes';
import type { Run } from './run';

/** A change, and what was measured after it: to be known where it cannot be measured again. */
export type Made = Change & { readonly measured: Float64Array };

/** What was changed, in order, by the training step before which it came into force. */
export class MadeChanges {
  /** How many of the changes at the run's present step are in force. */
  applied = 0;

  private readonly made = new Map<number, Made[]>();

  constructor(private readonly run: Run) {}

  /** Those at the run's present step. */
  get here(): readonly Made[] {
    return this.made.get(this.run.step) ?? [];
  }

  /** All of them, step by step. */
  all(): [step: number, changes: readonly Change[]][] {
    return [...this.made].sort(([a], [b]) => a - b);
  }

  /** Notes a change that comes into force now. */
  note(change: Change, measured: Float64Array): void {
    const here = this.here.slice(0, this.applied);
    const last = here.at(-1);
    if (last && supersedes(change, last)) here.pop();
    here.push({ ...change, measured });
    this.made.set(this.run.step, here);
    this.applied = here.length;
  }

  /** Makes those at the present step that are not in force. Returns whether there were any. */
  apply(): boolean {
    const here = this.made.get(this.run.step);
    if (!here || this.applied === here.length) return false;
    for (; this.applied < here.length; this.applied++) {
      const change = here[this.applied]!;
      if ('settings' in change) this.run.apply(change.settings);
      else this.run.edit(change.edit);
    }
    return true;
  }

  /** Forgets those that are not in force, here and ahead. */
  forgetFuture(): void {
    const { step } = this.run;
    for (const later of this.made.keys()) if (later > step) this.made.delete(later);
    this.made.set(step, this.here.slice(0, this.applied));
  }
}
