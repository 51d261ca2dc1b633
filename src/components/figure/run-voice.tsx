// The voice of a run: a live region in one of its figures, which says when it starts and stops, and now
// and then how it goes.
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLabels } from '../../a11y';
import { PancakeError, show } from '../../engine';
import { useTrainerFrame, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { Announcement } from './announcement';
import { summaryOf } from './run-summary';
import { joinVoices, placeAmongVoices, useSpeaks } from './speakers';
import { voiceLabels, type VoiceLabels } from './voice-labels';

/** How many seconds at least are between two summaries of a run that plays, or false for none. */
export type SpokenSetting = number | false;

const SpokenContext = createContext<SpokenSetting>(5);
const NameContext = createContext<string | null>(null);

interface SpokenProps {
  /** @default as around */
  every?: SpokenSetting | undefined;
  /** What the run inside is called where several speak. @default as around */
  name?: string | undefined;
  children: ReactNode;
}

/** How often the runs inside are summarised, where their controls do not say, and under which name. */
export function Spoken({ every, name, children }: SpokenProps) {
  const around = useContext(SpokenContext);
  const nameAround = useContext(NameContext);
  return (
    <SpokenContext.Provider value={every ?? around}>
      <NameContext.Provider value={name ?? nameAround}>{children}</NameContext.Provider>
    </SpokenContext.Provider>
  );
}

/** How often runs are summarised here. */
export const useSpoken = () => useContext(SpokenContext);

interface VoiceProps {
  trainer: Trainer;
  /** How often the run is summarised. @default as around */
  every?: SpokenSetting | undefined;
  /**
   * The words of the controls, which speak rather than any other figure, and also of what is done
   * while the run rests.
   */
  ofControls?: VoiceLabels;
}

/**
 * Says how a run goes, if this is the figure that speaks for it. Without controls, and without
 * summaries, nothing is said.
 *
 * @throws PancakeError if it is to speak more often than every second
 */
export function RunVoice({ trainer, every, ofControls }: VoiceProps) {
  const around = useSpoken();
  const spoken = every ?? around;
  if (spoken !== false && !(spoken >= 1)) {
    throw new PancakeError(
      `spoken is ${show(spoken)}; it must be the seconds between two summaries, at least 1, or false`,
    );
  }
  const speaks = useSpeaks('progress', trainer, ofControls ? 1 : 0);
  const inLanguage = useLabels('TrainerControls', voiceLabels, undefined);
  if (!speaks || (!ofControls && spoken === false)) return null;
  return (
    <Voice
      key={ofControls ? 'controls' : 'figure'}
      trainer={trainer}
      words={ofControls ?? inLanguage}
      every={spoken}
      isOfControls={ofControls !== undefined}
    />
  );
}

interface SpeakingProps {
  trainer: Trainer;
  words: VoiceLabels;
  every: SpokenSetting;
  isOfControls: boolean;
}

function Voice({ trainer, words, every, isOfControls }: SpeakingProps) {
  const state = useTrainerValue(isOfControls ? readState : readStatus, trainer);
  const name = useContext(NameContext);
  const region = useRef<HTMLParagraphElement>(null);
  useEffect(() => joinVoices('run', trainer, region.current!), [trainer]);
  // Where several runs speak, each sentence says of which it is.
  const told = (sentence: string) => {
    const number = sentence ? placeAmongVoices('run', trainer) : null;
    return number === null ? sentence : words.ofRun(name, number, sentence);
  };
  // What happened before somebody could hear it is not told.
  const [heard, setHeard] = useState({ state, isTold: false });
  const [summary, setSummary] = useState<{ epoch: number; text: string } | null>(null);
  if (heard.state !== state) {
    const isPlaying = [heard.state, state].includes('running');
    setHeard({ state, isTold: isOfControls || isPlaying });
    setSummary(null);
  }

  // Since when nothing was said, the loss then, and the last summary but for its epoch.
  const last = useRef<{ run: Trainer; time: number; loss: number; text: string } | null>(null);
  useTrainerFrame((run, time) => {
    if (every === false || run.now.status !== 'running') {
      last.current = null;
      return;
    }
    const { current } = last;
    if (current?.run !== run || time < current.time) {
      last.current = { run, time, loss: run.now.loss, text: '' };
      return;
    }
    if (time - current.time < 1000 * every) return;
    const found = summaryOf(run, current.loss);
    const text = words.summary({ ...found, epoch: 0 });
    last.current = { run, time, loss: found.loss, text };
    if (text !== current.text) setSummary({ epoch: found.epoch, text: told(words.summary(found)) });
  }, trainer);

  const [key, text] = summary
    ? [`summary ${summary.epoch}`, summary.text]
    : [state, heard.isTold ? told(words.announce(trainer.getSnapshot())) : ''];
  return (
    <p
      ref={region}
      className="pancake-hidden"
      role={isOfControls ? 'status' : undefined}
      aria-live="polite"
    >
      <Announcement key={key} text={text} />
    </p>
  );
}

const readStatus = ({ status }: Snapshot) => status as string;
const readState = ({ status, epoch }: Snapshot) =>
  status === 'running' ? status : `${status} ${epoch}`;
