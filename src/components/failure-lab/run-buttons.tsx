// Play and step for a run that was started here: there may be no other controls on the page.
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { PausedHere } from '../figure';
import type { FailureLabLabels } from './labels';

interface RunButtonsProps {
  trainer: Trainer;
  words: FailureLabLabels;
}

export function RunButtons({ trainer, words }: RunButtonsProps) {
  const status = useTrainerValue(readStatus, trainer);
  const isRunning = status === 'running';
  const isOver = status === 'done' || status === 'diverged';
  return (
    <>
      <PausedHere trainer={trainer} />
      <button
        type="button"
        className="pancake-button"
        disabled={isOver}
        onClick={() => (isRunning ? trainer.pause() : trainer.play())}
      >
        {isRunning ? words.pause : words.play}
      </button>
      <button
        type="button"
        className="pancake-button"
        title={words.stepHint}
        disabled={isOver}
        onClick={() => trainer.step('epoch')}
      >
        {words.step}
      </button>
    </>
  );
}

const readStatus = ({ status }: Snapshot) => status;
