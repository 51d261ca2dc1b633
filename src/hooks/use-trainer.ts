// useTrainer: a training run that lives as long as its component.
import { useEffect, useRef, useState } from 'react';
import { createTrainer, type Trainer, type TrainerOptions } from '../trainer';
import { changedOptions } from './changed-options';
import { prefersReducedMotion } from './reduced-motion';

/**
 * A training run for this component: `const trainer = useTrainer({ data: 'moons' })`, then
 * `<LossChart trainer={trainer} />`.
 *
 * Options may be written in place: they are compared by what they say, and what changes between
 * two renders is set on the run while it goes on (see `Trainer.set`). Of functions only a change
 * to or from another kind of value counts; give the component another `key` to start anew. With
 * `autoplay`, training starts after mounting, unless the reader asked for reduced motion. It stops
 * when the component is unmounted.
 *
 * @throws PancakeError if an option makes no sense
 */
export function useTrainer(options: TrainerOptions = {}): Trainer {
  const [trainer] = useState(() => createTrainer(options));

  const applied = useRef(options);
  useEffect(() => {
    const changes = changedOptions(applied.current, options);
    applied.current = options;
    if (changes) trainer.set(changes);
  });

  const { autoplay = false } = options;
  const resume = useRef(autoplay && !prefersReducedMotion());
  useEffect(() => {
    if (resume.current) trainer.play();
    return () => {
      resume.current = trainer.getSnapshot().status === 'running';
      trainer.pause();
    };
  }, [trainer]);

  return trainer;
}
