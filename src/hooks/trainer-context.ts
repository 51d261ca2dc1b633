// The run that the components inside a <Pancake> share.
import { createContext, useContext, useEffect } from 'react';
import { PancakeError } from '../engine';
import type { Trainer } from '../trainer';
import { sharedFault } from './fault';
import { LazyRun } from './lazy-run';

/** The run of the nearest `<Pancake>`, or what makes it when it is asked for. */
export const TrainerContext = createContext<Trainer | LazyRun | null>(null);

/**
 * The run given, or that of the nearest `<Pancake>`, or null.
 *
 * @param asks whether it is asked for the latter, which may have to be made
 */
export function useRunIfAny(trainer?: Trainer, asks = true): Trainer | null {
  const context = useContext(TrainerContext);
  useEffect(() => {
    if (context instanceof LazyRun) context.attend();
  }, [context]);
  if (trainer || !asks) return trainer ?? null;
  return context instanceof LazyRun ? made(context) : context;
}

// A run that cannot be made is one mistake, however many figures ask for it.
function made(run: LazyRun): Trainer {
  try {
    return run.trainer;
  } catch (error) {
    throw sharedFault(error);
  }
}

/**
 * The run given, or that of the nearest `<Pancake>`.
 *
 * @param user who asks, for the message
 * @throws PancakeError if there is neither
 */
export function useContextTrainer(trainer: Trainer | undefined, user: string): Trainer {
  const found = useRunIfAny(trainer);
  if (found) return found;
  throw new PancakeError(
    `${user} has no run to show; put it inside <Pancake>, or give it one: trainer={useTrainer(options)}`,
  );
}
