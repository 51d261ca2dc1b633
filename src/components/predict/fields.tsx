// What a prediction is typed or chosen in.
import { useId } from 'react';
import type { PredictLabels } from './labels';
import type { Choice } from './prediction';

interface NumberAnswerProps {
  draft: string;
  onType: (text: string) => void;
  isWrong: boolean;
  questionId: string;
  problemId: string;
  words: PredictLabels;
}

/** A text field: a phone's keyboard for numbers alone often has neither a minus nor a slash. */
export function NumberAnswer(props: NumberAnswerProps) {
  const { draft, onType, isWrong, questionId, problemId, words } = props;
  return (
    <input
      className="pancake-field pancake-predict-field"
      type="text"
      inputMode="text"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      aria-label={words.field}
      aria-invalid={isWrong}
      aria-describedby={`${questionId} ${problemId}`}
      value={draft}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

interface ChoiceFieldProps {
  choices: readonly Choice[];
  chosen: string;
  onChoose: (value: string) => void;
  questionId: string;
}

export function ChoiceField({ choices, chosen, onChoose, questionId }: ChoiceFieldProps) {
  const name = useId();
  return (
    <div className="pancake-predict-choices" role="radiogroup" aria-labelledby={questionId}>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
