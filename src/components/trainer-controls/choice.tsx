// A list to choose from.
import type { ComponentPropsWithoutRef } from 'react';

interface ChoiceProps<T> extends Omit<
  ComponentPropsWithoutRef<'select'>,
  'value' | 'onChange' | 'children'
> {
  value: T;
  choices: readonly T[];
  write: (choice: T) => string;
  /** Choices that are shown but cannot be made. */
  isOff?: (choice: T) => boolean;
  onChange: (choice: T) => void;
}

/** A native list; the value in force is always one of the choices. */
export function Choice<T extends string | number>({
  value,
  choices,
  write,
  isOff = () => false,
  onChange,
  ...rest
}: ChoiceProps<T>) {
  return (
    <select
      className="pancake-field"
      {...rest}
      value={String(value)}
      onChange={(event) => {
        const chosen = choices.find((choice) => String(choice) === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={String(choice)} disabled={choice !== value && isOff(choice)}>
          {write(choice)}
        </option>
      ))}
    </select>
  );
}
