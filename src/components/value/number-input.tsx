// The field in which a number of a sentence is typed.
import { forwardRef, type KeyboardEvent } from 'react';

interface NumberInputProps {
  name: string;
  draft: string;
  isWrong: boolean;
  problemId: string;
  characters: number;
  onType: (text: string) => void;
  onFinish: (byKey: boolean) => void;
  onCancel: () => void;
}

export const NumberInput = forwardRef<HTMLInputElement, NumberInputProps>(
  function NumberInput(props, ref) {
    const { name, draft, isWrong, problemId, characters, onType, onFinish, onCancel } = props;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Enter') onFinish(true);
      else if (event.key === 'Escape') onCancel();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return (
      <input
        ref={ref}
        className="pancake-edit-field"
        style={{ width: `${Math.max(characters, draft.length) + 2}ch` }}
        inputMode="decimal"
        autoComplete="off"
        aria-label={name}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        value={draft}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => onFinish(false)}
      />
    );
  },
);
