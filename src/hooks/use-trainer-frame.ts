// A run's frames for what is drawn: never renders.
import { useContext, useEffect, useRef } from 'react';
import type { Trainer } from '../trainer';
import { FaultContext } from './fault';
import { useContextTrainer } from './trainer-context';
import { useBeforePaint } from './use-before-paint';

/**
 * Calls back in every frame in which the run changed, and once after mounting. Write to canvases
 * and elements there; setting React state in it would render sixty times a second. What it throws is shown
 * by the figure or the `<Pancake>` around, as an error in rendering would be.
 *
 * @param callback gets the run and the frame's time in milliseconds
 * @param trainer the run; that of the nearest `<Pancake>` if not given
 * @throws PancakeError if there is no run
 */
export function useTrainerFrame(
  callback: (trainer: Trainer, time: number) => void,
  trainer?: Trainer,
): void {
  const run = useContextTrainer(trainer, 'useTrainerFrame');
  const latest = useRef(callback);
  useBeforePaint(() => {
    latest.current = callback;
  });
  const fault = useContext(FaultContext);
  useEffect(
    () =>
      run.onFrame((time) => {
        try {
          latest.current(run, time);
        } catch (error) {
          if (!fault) throw error;
          fault(error);
        }
      }),
    [run, fault],
  );
}
