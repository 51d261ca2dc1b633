// What stories share: runs in a state that is the same each time, and figures that have come.
import { useState } from 'react';
import { createTrainer, type Trainer, type TrainerOptions } from 'react-pancake/engine';
import { expect, waitFor } from 'storybook/test';

/** A run that has been trained for a number of epochs. */
export function useTrained(options: TrainerOptions, epochs: number): Trainer {
  const [trainer] = useState(() => {
    const made = createTrainer(options);
    if (epochs) made.step('epoch', epochs);
    return made;
  });
  return trainer;
}

/** Waits for these figures of a story: a page has its figures come one after another. */
export async function haveCome(canvasElement: HTMLElement, ...components: string[]): Promise<void> {
  for (const component of components) {
    const figure = () => canvasElement.querySelector(`[data-pancake="${component}"]`);
    await waitFor(() => expect(figure()).not.toBeNull());
    await waitFor(() => expect(figure()).not.toHaveAttribute('data-far'));
    // Its drawing follows its frame.
    await waitFor(() => expect(figure()!.querySelector('[aria-busy="true"]')).toBeNull());
  }
}
