// Sonification: the loss of a run as a tone, and a scan across its decision boundary.
import { forwardRef, useState } from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer } from '../../hooks';
import { Figure, island, sonificationRoom, type FigureProps } from '../figure';
import { historyTable } from '../share';
import { BoundaryPart } from './boundary-part';
import { defaultLabels, type SonificationLabels } from './labels';
import { LossPart } from './loss-part';
import type { ScanLine } from './mapping';
import { useSound } from './use-sound';
import { Volume } from './volume';

/** What can be heard. */
export type SonificationPart = 'loss' | 'boundary';

/** Props of {@link Sonification}. */
export interface SonificationProps extends FigureProps {
  /** What can be heard. @default both */
  parts?: readonly SonificationPart[];
  /** How loud at first, from 0 to 1. @default 0.3 */
  defaultVolume?: number;
  /** What the scan goes along at first. @default 'row' */
  defaultAlong?: ScanLine;
  /** Words to use instead of the default ones. */
  labels?: Partial<SonificationLabels>;
}

const both: readonly SonificationPart[] = ['loss', 'boundary'];

const Live = forwardRef<HTMLElement, SonificationProps>(function Sonification(
  { trainer: given, parts = both, defaultVolume = 0.3, defaultAlong = 'row', labels, ...rest },
  ref,
) {
  const trainer = useContextTrainer(given, 'Sonification');
  const words = useLabels('Sonification', defaultLabels, labels);
  const [volume, setVolume] = useState(Math.min(1, Math.max(0, defaultVolume)));
  const sound = useSound(volume);
  const shared = { trainer, words, sound };
  return (
    <Figure
      ref={ref}
      component="Sonification"
      trainer={trainer}
      table={() => historyTable(trainer)}
      embed={parts === both ? { defaultVolume: volume, defaultAlong } : null}
      heading={words.heading}
      data-playing={sound.playing ?? 'none'}
      {...rest}
    >
      {parts.includes('loss') && <LossPart {...shared} />}
      {parts.includes('boundary') && <BoundaryPart {...shared} defaultAlong={defaultAlong} />}
      <Volume volume={volume} onChange={setVolume} words={words} />
      <p className="pancake-sound-note">{words.escape}</p>
      <div role="status">
        {sound.problem && <p className="pancake-message">{words.problem(sound.problem)}</p>}
      </div>
    </Figure>
  );
});

/**
 * Lets a run be heard, on the reader's click only: its loss while it trains or so far, the lower the
 * loss the lower the pitch; and what the model says along a row or column of its plane, with a click
 * where it passes from one class to the other.
 */
export const Sonification = island<SonificationProps>(sonificationRoom, Live);
