// A field for one number: what is typed counts as soon as it is a number that is allowed.
import { useId, useState, type ComponentPropsWithoutRef } from 'react';
import { isBegunNumber, parseNumber, useNumbers } from '../../a11y';

interface NumberFieldProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'value' | 'onChange' | 'type'
> {
  value: number;
  onChange: (value: number) => void;
  /** What is wrong with a number, or with what is no number (NaN); null if nothing is. */
  problem: (value: number, text: string) => string | null;
}

/**
 * A text field for a number. It shows all digits, so that leaving it as it is changes nothing; while
 * what is typed will not do, it says why and the number stays as it was.
 */
export function NumberField({
  value,
  onChange,
  problem,
  className = '',
  ...rest
}: NumberFieldProps) {
  const id = useId();
  const { formatDraft } = useNumbers();
  // What is being typed, which need not be a number (yet).
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft === null || isBegunNumber(draft) ? null : problem(parseNumber(draft), draft);
  const type = (text: string) => {
    setDraft(text);
    const typed = parseNumber(text);
    if (Number.isFinite(typed) && problem(typed, text) === null) onChange(typed);
  };
  return (
    <span className="pancake-number">
      <input
        className={`pancake-field ${className}`.trim()}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-problem`}
        {...rest}
        value={draft ?? formatDraft(value)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
      />
      {wrong !== null && (
        <span id={`${id}-problem`} className="pancake-number-problem" role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}
