// A run's options for what changes them: the page may own some, and is then only asked.
import { useEffect, useMemo, useRef } from 'react';
import { PancakeError } from '../../engine';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer, TrainerOptions } from '../../trainer';

/** The props of what changes a run's options. */
export interface RunOptionsProps {
  /**
   * Options that the page owns: their values are shown as given here, and a change of them is only
   * asked for, through `onOptionsChange`. All others are set on the run.
   */
  options?: Partial<TrainerOptions>;
  /** Called with every change that the reader makes, or for options of the page asks for. */
  onOptionsChange?: (change: Partial<TrainerOptions>) => void;
}

/** Makes a change; gives back in words why it could not be made, or null. */
export type ChangeOptions = (
  change: Partial<TrainerOptions>,
  /** How what the page does not own is changed. @default `trainer.set` */
  apply?: (change: Partial<TrainerOptions>) => void,
) => string | null;

/** The options in force, those of the page first, and how to change them. */
export function useRunOptions(
  trainer: Trainer,
  { options: owned, onOptionsChange }: RunOptionsProps,
): [options: Readonly<TrainerOptions>, change: ChangeOptions] {
  const current = useTrainerValue(readOptions, trainer);
  const latest = useRef({ owned, onOptionsChange });
  useEffect(() => {
    latest.current = { owned, onOptionsChange };
  });

  const change = useMemo<ChangeOptions>(
    () =>
      (wanted, apply = (own) => trainer.set(own)) => {
        const isOwn = ([name]: [string, unknown]) =>
          latest.current.owned?.[name as keyof TrainerOptions] === undefined;
        const own = Object.entries(wanted).filter(isOwn);
        const refusal = own.length ? inWords(() => apply(Object.fromEntries(own))) : null;
        if (refusal === null) latest.current.onOptionsChange?.(wanted);
        return refusal;
      },
    [trainer],
  );
  const options = owned ? { ...current, ...definedOf(owned) } : current;
  return [options, change];
}

/** Does something; gives back in words why it could not be done, or null. */
export function inWords(action: () => void): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof PancakeError) return error.message;
    throw error;
  }
}

function definedOf(options: Partial<TrainerOptions>): Partial<TrainerOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

const readOptions = (_: Snapshot, trainer: Trainer) => trainer.options;
