'use client';
// What an author writes with the hooks: a run of their own, a value of it, a drawing of it.
import { useRef } from 'react';
import {
  DecisionBoundary,
  Sequential,
  useTrainer,
  useTrainerFrame,
  useTrainerValue,
} from 'react-pancake';
import { Linear, Sequential as EngineSequential, Sigmoid } from 'react-pancake/engine';

/** @param {{ trainer: import('react-pancake').Trainer }} props */
function Epoch({ trainer }) {
  const epoch = useTrainerValue((run) => run.epoch, trainer);
  const drawn = useRef(/** @type {HTMLSpanElement | null} */ (null));
  useTrainerFrame((run) => {
    if (drawn.current) drawn.current.textContent = String(run.now.epoch);
  }, trainer);
  return (
    <p>
      Epoch {epoch}, drawn: <span ref={drawn}>{epoch}</span>
    </p>
  );
}

export function OwnFigures() {
  const trainer = useTrainer({
    data: 'xor',
    model: (rng) => new EngineSequential([new Linear(2, 1, { rng }), new Sigmoid()]),
    seed: 1,
  });
  // Both entries share their classes.
  const isSame = trainer.model instanceof Sequential;
  return (
    <section id="own-figures" data-same-classes={isSame}>
      <Epoch trainer={trainer} />
      <DecisionBoundary trainer={trainer} />
    </section>
  );
}
