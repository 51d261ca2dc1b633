// What all controls of one row share.
import { createContext, useContext } from 'react';
import type { Trainer, TrainerOptions } from '../../trainer';
import type { ChangeOptions } from '../figure';
import type { TrainerControlsLabels } from './labels';
import type { ControlLimits } from './limits';
import type { ControlName } from './names';

/** The run, its options, and how a control changes them. */
export interface Controls {
  trainer: Trainer;
  words: TrainerControlsLabels;
  /** The options in force, those that the page owns first. */
  options: Readonly<TrainerOptions>;
  /** Those that the page owns. */
  owned: Partial<TrainerOptions>;
  limits: ControlLimits;
  shown: ReadonlySet<ControlName>;
  locked: ReadonlySet<ControlName>;
  /** The id of the sentence that says that all settings are locked, if they are. */
  lockNote: string | undefined;
  /** Why a change of one control was refused, until the next change. */
  refusal: { control: ControlName; message: string } | null;
  /** Makes a change for a control, or notes why it was refused. */
  change: (control: ControlName, ...change: Parameters<ChangeOptions>) => void;
}

export const ControlsContext = createContext<Controls | null>(null);

/** What the controls around this one share. */
export function useControls(): Controls {
  return useContext(ControlsContext)!;
}
