// How loud it is.
import { useId } from 'react';
import type { SonificationLabels } from './labels';

interface VolumeProps {
  /** From 0 to 1. */
  volume: number;
  onChange: (volume: number) => void;
  words: SonificationLabels;
}

export function Volume({ volume, onChange, words }: VolumeProps) {
  const id = useId();
  return (
    <div className="pancake-sound-row">
      <label htmlFor={id}>{words.volume}</label>
      <input
        id={id}
        className="pancake-range"
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(100 * volume)}
        aria-valuetext={words.volumeValue(volume)}
        onChange={(event) => onChange(event.target.valueAsNumber / 100)}
      />
      <span aria-hidden="true">{words.volumeValue(volume)}</span>
    </div>
  );
}
