// The loss as a tone: while the run plays, or all of it so far.
import { useId } from 'react';
import { useTrainerFrame, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import type { SonificationLabels } from './labels';
import { lossPitch, lossScaleOf, sweepOf, sweepSeconds, type LossScale } from './mapping';
import type { FigureSound } from './use-sound';

/** What the parts of the figure share. */
export interface PartProps {
  trainer: Trainer;
  words: SonificationLabels;
  sound: FigureSound;
}

export function LossPart({ trainer, words, sound }: PartProps) {
  const id = useId();
  const isEmpty = useTrainerValue(readIsEmpty, trainer);
  const [lowest, highest] = useTrainerValue(readEnds, trainer);
  useTrainerFrame((run) => {
    if (run.now.status === 'running') sound.pitch(lossPitch(run.now.loss, scaleOf(run)));
  }, trainer);
  const scale: LossScale = scaleWith(scaleOf(trainer), lowest, highest);
  const sweep = () => {
    const pitches = sweepOf(trainer.curves, scaleOf(trainer));
    sound.start('sweep', { pitches, seconds: sweepSeconds });
  };
  const isFollowing = sound.playing === 'follow';
  const isSweeping = sound.playing === 'sweep';
  return (
    <div className="pancake-sound-part" data-part="loss">
      <div className="pancake-controls-buttons">
        <button
          type="button"
          className="pancake-button"
          aria-pressed={isFollowing}
          aria-describedby={`${id}-scale`}
          onClick={() => (isFollowing ? sound.stop() : sound.start('follow'))}
        >
          {words.follow}
        </button>
        <button
          type="button"
          className="pancake-button"
          disabled={isEmpty && !isSweeping}
          aria-describedby={isEmpty ? `${id}-why` : `${id}-scale`}
          onClick={isSweeping ? sound.stop : sweep}
        >
          {isSweeping ? words.stop : words.sweep}
        </button>
        <span id={`${id}-why`} className="pancake-sound-note">
          {isEmpty && words.nothingYet}
        </span>
      </div>
      <p
        id={`${id}-scale`}
        className="pancake-sound-note"
        data-low={scale.low.value}
        data-high={scale.high.value}
      >
        {words.lossScale(scale)}
      </p>
    </div>
  );
}

const scaleOf = (run: Trainer) => lossScaleOf(run.curves.curve('loss'), run.now.loss);
const scaleWith = ({ low, high }: LossScale, lowest: number, highest: number): LossScale => ({
  low: { ...low, value: lowest },
  high: { ...high, value: highest },
});
const readIsEmpty = ({ lastEpoch, firstEpoch }: Snapshot) => lastEpoch === firstEpoch;
const readEnds = (_: Snapshot, run: Trainer): [number, number] => {
  const { low, high } = scaleOf(run);
  return [low.value, high.value];
};
