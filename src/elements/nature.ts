// What an element is, as its class knows it.
import type { TrainerOptions } from '../trainer';
import type { Kind } from './kinds';
import type { SharedRun } from './shared-run';

/** What tells the elements apart. */
export interface Nature {
  /** What it shows, and what is wrong with its `type`; neither for a run alone. */
  kind(): { kind: Kind | null; problem?: string };
  /** The run that it belongs to by its name or its place, or null. */
  runName(): string | null;
  /** The run around it. */
  runAround(): SharedRun | null;
  /** Whether it is a run, and shows what stands between its tags. */
  readonly isRun: boolean;
  /** What is used for a run of its own where nobody says anything. */
  defaults(): TrainerOptions;
  readonly attributes: readonly string[];
}
