// Closer looks: figures that are made only when the reader opens them, so that they cost nothing before.
import { useState, type ReactNode } from 'react';
import type { Trainer } from '../../trainer';
import { ActivationPlot } from '../activation-plot';
import { LayerStack } from '../layer-stack';
import { LossLandscape } from '../loss-landscape';
import type { PlaygroundLabels } from './labels';
import type { PlaygroundFigure } from './parts';

interface CloserLooksProps {
  trainer: Trainer;
  isHidden: (part: PlaygroundFigure) => boolean;
  words: PlaygroundLabels;
}

/** The figures that can be opened, one below the other. */
export function CloserLooks({ trainer, isHidden, words }: CloserLooksProps) {
  const looks: [PlaygroundFigure, string, ReactNode][] = [
    ['layers', words.layers, <LayerStack key="layers" trainer={trainer} />],
    ['landscape', words.landscape, <LossLandscape key="landscape" trainer={trainer} />],
    ['activationPlot', words.activation, <ActivationPlot key="activation" trainer={trainer} />],
  ];
  const shown = looks.filter(([part]) => !isHidden(part));
  if (!shown.length) return null;
  return (
    <section className="pancake-playground-looks" aria-label={words.more}>
      {shown.map(([part, title, figure]) => (
        <Look key={part} part={part} title={title}>
          {figure}
        </Look>
      ))}
    </section>
  );
}

interface LookProps {
  part: PlaygroundFigure;
  title: string;
  children: ReactNode;
}

function Look({ part, title, children }: LookProps) {
  const [open, setOpen] = useState(false);
  return (
    <details data-part={part} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="pancake-summary">{title}</summary>
      {open && children}
    </details>
  );
}
