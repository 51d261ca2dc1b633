// A field for a number: what is typed counts when the field is left, or at Enter.
import { useId, useState, type KeyboardEvent } from 'react';
import { isBegunNumber, parseNumber, useNumbers } from '../../a11y';
import { useControls } from './controls-context';

interface TypedNumberProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  /** What is wrong with a number; null if nothing is. */
  problem: (value: number) => string | null;
  disabled: boolean;
  describedBy?: string;
}

/** What will not do is explained below the field, and changes nothing. */
export function TypedNumber({
  label,
  value,
  onChange,
  problem,
  disabled,
  describedBy,
}: TypedNumberProps) {
  const { words } = useControls();
  const { formatDraft } = useNumbers();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<{ about: number; text: string } | null>(null);
  // A complaint is about what was to take this value's place; another value ends it.
  const wrong = complaint?.about === value ? complaint.text : null;

  const judge = (text: string): string | null => {
    const typed = parseNumber(text);
    return Number.isFinite(typed) ? problem(typed) : words.notANumber(text);
  };
  const type = (text: string) => {
    setDraft(text);
    const text_ = isBegunNumber(text) ? null : judge(text);
    setComplaint(text_ === null ? null : { about: value, text: text_ });
  };
  const finish = () => {
    if (draft === null || isBegunNumber(draft)) return setDraft(null);
    if (judge(draft) !== null) return;
    const typed = parseNumber(draft);
    setDraft(null);
    if (typed !== value) onChange(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish();
    if (event.key !== 'Escape' || draft === null) return;
    event.stopPropagation();
    setDraft(null);
    setComplaint(null);
  };
  return (
    <span className="pancake-typed">
      <input
        className="pancake-field pancake-typed-field"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? describedBy : `${id}-problem`}
        disabled={disabled}
        value={draft ?? formatDraft(value)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          finish();
          setDraft(null);
        }}
      />
      {wrong !== null && (
        <span id={`${id}-problem`} className="pancake-setting-problem" role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}
