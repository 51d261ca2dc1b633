// A number to set: by slider, or exactly by typing.
import { useId, useState } from 'react';
import { isBegunNumber, parseNumber, useNumbers } from '../../a11y';

/** What is said of numbers that can be set. */
export interface QuantityWords {
  /** The field beside a slider. */
  exact: (name: string) => string;
  notANumber: (text: string) => string;
  /** A typed number beyond what a computer can hold. */
  beyond: (text: string) => string;
  epsilon: string;
  /** How ε is written. */
  epsilonValue: (epsilon: number) => string;
}

interface QuantityProps {
  name: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
  words: QuantityWords;
}

/** A slider and a field for one number; the field goes beyond the slider's ends. */
export function Quantity({ name, value, min, max, step, onChange, words }: QuantityProps) {
  const { formatShort, formatDraft } = useNumbers();
  const id = useId();
  // What is being typed, which need not be a number (yet).
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : problemOf(draft, words);
  const type = (text: string) => {
    setDraft(text);
    const typed = parseNumber(text);
    if (Number.isFinite(typed)) onChange(typed);
  };
  return (
    <div className="pancake-quantity">
      <label htmlFor={`${id}-slider`}>
        <i>{name}</i>
      </label>
      <input
        id={`${id}-slider`}
        className="pancake-range"
        type="range"
        {...{ min, max, step }}
        value={Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : min}
        aria-valuetext={formatShort(value)}
        onChange={(event) => {
          setDraft(null);
          onChange(event.target.valueAsNumber);
        }}
      />
      <input
        className="pancake-field pancake-quantity-field"
        inputMode="decimal"
        autoComplete="off"
        aria-label={words.exact(name)}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        // All digits, so that leaving the field as it is never changes the number.
        value={draft ?? (Number.isFinite(value) ? formatDraft(value) : '')}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
      />
      {problem !== null && (
        <div id={`${id}-problem`} className="pancake-problem" role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}

interface EpsilonProps {
  value: number;
  onChange: (value: number) => void;
  words: QuantityWords;
}

/** A slider over the powers of ten. */
export function Epsilon({ value, onChange, words }: EpsilonProps) {
  const id = useId();
  const exponent = Math.round(Math.log10(Math.abs(value)));
  const text = words.epsilonValue(value);
  return (
    <div className="pancake-quantity">
      <label htmlFor={`${id}-slider`}>
        <i>{words.epsilon}</i>
      </label>
      <input
        id={`${id}-slider`}
        className="pancake-range"
        type="range"
        min={-12}
        max={-1}
        step={1}
        value={Number.isFinite(exponent) ? Math.min(-1, Math.max(-12, exponent)) : -12}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(`1e${event.target.value}`))}
      />
      <span className="pancake-quantity-value" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}

function problemOf(text: string, words: QuantityWords): string | null {
  // Nobody means to go on after a lone exponent in a field beside a slider.
  if (isBegunNumber(text) && !/e/i.test(text)) return null;
  const typed = parseNumber(text);
  if (Number.isFinite(typed)) return null;
  return /\d/.test(text) && !Number.isNaN(typed) ? words.beyond(text) : words.notANumber(text);
}
