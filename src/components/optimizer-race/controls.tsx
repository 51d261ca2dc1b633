// The controls of a race: play, step, reset, the bar over its steps, and its speed.
import { useEffect, useId, useRef } from 'react';
import type { Race, RaceSnapshot } from '../../trainer';
import { ActionButton } from '../figure';
import type { OptimizerRaceLabels } from './labels';

interface ControlsProps {
  race: Race;
  now: RaceSnapshot;
  speeds: readonly number[];
  onSpeed: (speed: number) => void;
  words: OptimizerRaceLabels;
}

export function Controls({ race, now, speeds, onSpeed, words }: ControlsProps) {
  const id = useId();
  const bar = useRef<HTMLInputElement>(null);
  // React sets the bar at a reader's pace; between, it moves with the paths.
  useEffect(
    () =>
      race.onFrame(() => {
        if (bar.current) bar.current.value = String(race.now.step);
      }),
    [race],
  );
  const { status, step, steps, speed } = now;
  const isRunning = status === 'running';
  const choices = [...new Set([...speeds, speed])].sort((a, b) => a - b);
  return (
    <div className="pancake-race-controls">
      <input
        ref={bar}
        className="pancake-range pancake-race-scrub"
        type="range"
        min={0}
        max={steps}
        step={1}
        value={step}
        aria-label={words.scrub}
        aria-valuetext={words.progress(step, steps)}
        onChange={(event) => race.seek(event.target.valueAsNumber)}
      />
      <div className="pancake-controls-buttons">
        <ActionButton isMain onClick={() => (isRunning ? race.pause() : race.play())}>
          {isRunning ? words.pause : status === 'done' ? words.replay : words.play}
        </ActionButton>
        <ActionButton disabled={step === steps} onClick={() => race.step()}>
          {words.step}
        </ActionButton>
        <ActionButton onClick={() => race.reset()}>{words.reset}</ActionButton>
      </div>
      <span className="pancake-race-progress" aria-hidden="true">
        {words.progress(step, steps)}
      </span>
      <label className="pancake-control" htmlFor={`${id}-speed`}>
        <span>{words.speed}</span>
        <select
          id={`${id}-speed`}
          className="pancake-field"
          value={String(speed)}
          onChange={(event) => onSpeed(Number(event.target.value))}
        >
          {choices.map((choice) => (
            <option key={choice} value={String(choice)}>
              {words.stepsPerSecond(choice)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
