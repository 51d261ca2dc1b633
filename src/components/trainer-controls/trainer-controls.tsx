// TrainerControls: play, pause, step and reset a run, and set its pace and learning rate.
import { forwardRef, useId, useMemo } from 'react';
import { formatCount, formatNumber, formatShort } from '../../a11y';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { Announcement, Figure, type FigureProps } from '../figure';
import { defaultLabels, type TrainerControlsLabels } from './labels';
import { fromSlider, range, toSlider } from './learning-rate';

/** Props of {@link TrainerControls}. */
export interface TrainerControlsProps extends FigureProps {
  /** The speeds to choose from, in epochs a second. @default [1, 5, 30, 120, Infinity] */
  speeds?: readonly number[];
  /** Words to use instead of the default ones. */
  labels?: Partial<TrainerControlsLabels>;
}

const defaultSpeeds = [1, 5, 30, 120, Infinity];

/** Buttons and fields for a run, with its epoch and loss. */
export const TrainerControls = forwardRef<HTMLElement, TrainerControlsProps>(
  function TrainerControls({ trainer: given, labels, speeds = defaultSpeeds, ...rest }, ref) {
    const trainer = useContextTrainer(given, 'TrainerControls');
    const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
    const run = useTrainerValue(whole, trainer);
    const id = useId();
    const choices = [...new Set([...speeds, run.speed])].sort((a, b) => a - b);

    return (
      <Figure
        ref={ref}
        component="TrainerControls"
        trainer={trainer}
        aria-label={words.name}
        {...rest}
      >
        <div className="pancake-controls">
          <div className="pancake-controls-buttons">
            <MainButton trainer={trainer} status={run.status} words={words} />
            <button
              type="button"
              className="pancake-button"
              title={words.stepHint}
              disabled={run.status === 'diverged'}
              onClick={() => trainer.step('epoch')}
            >
              {words.step}
            </button>
            <button
              type="button"
              className="pancake-button"
              title={words.resetHint}
              onClick={() => trainer.reset()}
            >
              {words.reset}
            </button>
          </div>

          <label className="pancake-control" htmlFor={`${id}-rate`}>
            <span>{words.learningRate}</span>
            <input
              id={`${id}-rate`}
              className="pancake-range"
              type="range"
              {...range}
              value={toSlider(run.learningRate)}
              aria-valuetext={formatShort(run.learningRate)}
              onChange={(event) =>
                trainer.set({ learningRate: fromSlider(event.target.valueAsNumber) })
              }
            />
            <span className="pancake-controls-rate" aria-hidden="true">
              {formatShort(run.learningRate)}
            </span>
          </label>

          <label className="pancake-control" htmlFor={`${id}-speed`}>
            <span>{words.speed}</span>
            <select
              id={`${id}-speed`}
              className="pancake-field"
              value={String(run.speed)}
              onChange={(event) => trainer.set({ speed: Number(event.target.value) })}
            >
              {choices.map((speed) => (
                <option key={speed} value={String(speed)}>
                  {words.epochsPerSecond(speed)}
                </option>
              ))}
            </select>
          </label>

          <Readout trainer={trainer} run={run} words={words} />
        </div>

        {run.status === 'diverged' && <div className="pancake-message">{words.diverged(run)}</div>}
        <p className="pancake-hidden" role="status">
          <Announcement
            key={run.status === 'running' ? run.status : `${run.status} ${run.epoch}`}
            text={words.announce(run)}
          />
        </p>
      </Figure>
    );
  },
);

interface PartProps {
  trainer: Trainer;
  words: TrainerControlsLabels;
}

function MainButton({ trainer, status, words }: PartProps & { status: Snapshot['status'] }) {
  const replay = () => {
    trainer.reset();
    trainer.play();
  };
  const [label, act] =
    status === 'running'
      ? [words.pause, () => trainer.pause()]
      : status === 'done'
        ? [words.replay, replay]
        : [words.play, () => trainer.play()];
  return (
    <button
      type="button"
      className="pancake-button pancake-button-main"
      disabled={status === 'diverged'}
      onClick={act}
    >
      {label}
    </button>
  );
}

function Readout({ trainer, run, words }: PartProps & { run: Snapshot }) {
  const count = trainer.data.x.shape[0]!;
  return (
    <div className="pancake-controls-readout">
      {words.epoch} <b data-value={run.epoch}>{formatCount(run.epoch)}</b> · {words.loss}{' '}
      <b data-value={run.loss}>{formatNumber(run.loss)}</b>
      {run.accuracy !== null && (
        <> · {words.wrong(Math.round((1 - run.accuracy) * count), count)}</>
      )}
    </div>
  );
}

const whole = (run: Snapshot) => run;
