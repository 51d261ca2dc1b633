// The button that stops and goes on with a run which began by itself, where no controls of it are on the page.
import { useLabels } from '../../a11y';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { playLabels } from './labels';
import { useSpeaks } from './speakers';

interface RunPauseProps {
  trainer: Trainer;
  /** Whether it stands in a heading, rather than in a row of its own. */
  inHeading: boolean;
}

/** The button, in the figure that shows it for all of its run; nothing where it is not needed. */
export function RunPause({ trainer, inHeading }: RunPauseProps) {
  const isItsPlace = useSpeaks('pause', trainer, inHeading ? 1 : 0);
  const words = useLabels('TrainerControls', playLabels, undefined);
  const status = useTrainerValue(readStatus, trainer);
  const isOver = status === 'done' || status === 'diverged';
  if (!isItsPlace || isOver || !trainer.options.autoplay) return null;
  const isRunning = status === 'running';
  const name = isRunning ? words.pause : words.play;
  return (
    <button
      type="button"
      className="pancake-heading-button pancake-run-pause"
      aria-label={name}
      title={name}
      onClick={() => (isRunning ? trainer.pause() : trainer.play())}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={isRunning ? 'M5.5 3.5V12.5M10.5 3.5V12.5' : 'M5 3.5L12 8L5 12.5Z'} />
      </svg>
    </button>
  );
}

/** Stands beside another button that stops the run, so that no figure shows one of its own. */
export function PausedHere({ trainer }: { trainer: Trainer }) {
  useSpeaks('pause', trainer, 2);
  return null;
}

const readStatus = ({ status }: Snapshot) => status;
