// A number on a slider, with a field to type it.
import { useEffect, useRef, useState } from 'react';
import { useNumbers } from '../../a11y';
import { useControls } from './controls-context';
import type { NumberLimits } from './limits';
import type { Scale } from './scales';
import type { SettingField } from './setting';
import { TypedNumber } from './typed-number';

interface SliderAndNumberProps {
  field: SettingField;
  label: string;
  /** What the slider is called, if the label beside it does not name it. */
  sliderLabel?: string;
  value: number;
  onChange: (value: number) => void;
  scale: Scale;
  /** What may be typed at all. */
  legal: NumberLimits;
  /** What the author allows of it. */
  allowed: NumberLimits | undefined;
  /** Changes only when the slider is let go: for what costs the run something. */
  whenReleased?: boolean;
}

export function SliderAndNumber({
  field,
  label,
  sliderLabel,
  value,
  onChange,
  scale,
  legal,
  allowed,
  whenReleased = false,
}: SliderAndNumberProps) {
  const { formatShort } = useNumbers();
  const { words } = useControls();
  const slider = useRef<HTMLInputElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? value;

  // React's onChange is the browser's `input`; its `change` comes when the slider is let go.
  const release = useRef(() => {});
  useEffect(() => {
    release.current = () => {
      setHeld(null);
      if (held !== null && held !== value) onChange(held);
    };
  });
  useEffect(() => {
    const element = slider.current;
    const listener = () => release.current();
    element?.addEventListener('change', listener);
    return () => element?.removeEventListener('change', listener);
  }, []);

  const problem = (typed: number) => {
    if (allowed && (typed < allowed[0] || typed > allowed[1])) return words.beyond(allowed, true);
    return typed < legal[0] || typed > legal[1] ? words.beyond(legal, false) : null;
  };
  return (
    <>
      <input
        ref={slider}
        {...field}
        className="pancake-range"
        type="range"
        min={0}
        max={scale.last}
        step={1}
        value={scale.toPlace(shown)}
        aria-label={sliderLabel}
        aria-valuetext={formatShort(shown)}
        onChange={(event) => {
          const next = scale.fromPlace(event.target.valueAsNumber);
          if (whenReleased) setHeld(next);
          else onChange(next);
        }}
      />
      <TypedNumber
        label={words.asNumber(label)}
        value={shown}
        onChange={onChange}
        problem={problem}
        disabled={field.disabled}
        describedBy={field['aria-describedby']}
      />
    </>
  );
}
