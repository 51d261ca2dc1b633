// The run that the components inside a <Pancake> share.
import { createContext, useContext } from 'react';
import { PancakeError } from '../engine';
import type { Trainer } from '../trainer';

/** The run of the nearest `<Pancake>`. */
export const TrainerContext = createContext<Trainer | null>(null);

/**
 * The run given, or that of the nearest `<Pancake>`.
 *
 * @param user who asks, for the message
 * @throws PancakeError if there is neither
 */
export function useContextTrainer(trainer: Trainer | undefined, user: string): Trainer {
  const context = useContext(TrainerContext);
  const found = trainer ?? context;
  if (found) return found;
  throw new PancakeError(
    `${user} has no run to show; put it inside <Pancake>, or give it one: trainer={useTrainer(options)}`,
  );
}
