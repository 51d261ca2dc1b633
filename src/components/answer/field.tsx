// The field in which an answer is typed.
import { forwardRef, type CSSProperties, type KeyboardEvent } from 'react';
import type { AnswerLabels } from './labels';

interface AnswerFieldProps {
  name: string;
  draft: string;
  isWrong: boolean;
  /** The element that says something of it, if one does. */
  messageId: string | undefined;
  onType: (text: string) => void;
  onEnter: () => void;
  /** Gives something up; gives back whether there was anything. */
  onEscape: () => boolean;
  words: AnswerLabels;
}

/** A text field: a phone's keyboard for numbers alone often has neither a minus nor a slash. */
export const AnswerField = forwardRef<HTMLInputElement, AnswerFieldProps>(
  function AnswerField(props, ref) {
    const { name, draft, isWrong, messageId, onType, onEnter, onEscape, words } = props;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.key === 'Tab') return;
      const isEnter = event.key === 'Enter';
      if (isEnter) onEnter();
      if (event.key === 'Escape' && !onEscape()) return;
      // Arrow keys move in the field, and not through the steps of the figure around it.
      event.stopPropagation();
      if (isEnter) event.preventDefault();
    };
    return (
      <span className="pancake-answer-box">
        <input
          ref={ref}
          className="pancake-field pancake-answer-field"
          style={{ '--pk-answer-characters': draft.length + 3 } as CSSProperties}
          type="text"
          inputMode="text"
          enterKeyHint="done"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          placeholder={words.placeholder}
          title={words.howTo}
          aria-label={words.asked(name)}
          aria-invalid={isWrong}
          aria-describedby={messageId}
          value={draft}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </span>
    );
  },
);
