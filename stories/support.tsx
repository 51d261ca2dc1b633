// Runs for stories, in a state that is the same each time.
import { useState } from 'react';
import { createTrainer, type Trainer, type TrainerOptions } from 'react-pancake/engine';

/** A run that has been trained for a number of epochs. */
export function useTrained(options: TrainerOptions, epochs: number): Trainer {
  const [trainer] = useState(() => {
    const made = createTrainer(options);
    if (epochs) made.step('epoch', epochs);
    return made;
  });
  return trainer;
}
