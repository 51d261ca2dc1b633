// Choosing one of many by its number: a point of the data, a sample of a batch.
import { useId, useState } from 'react';

/** What a chooser says. */
export interface PlaceChooserWords {
  /** What is chosen: `Point`. */
  name: string;
  /** How many there are: `of 160`. */
  of: (count: number) => string;
  previous: string;
  next: string;
}

interface PlaceChooserProps {
  /** The place chosen, from 0. */
  place: number;
  count: number;
  onChoose: (place: number) => void;
  words: PlaceChooserWords;
  /** What stands behind it. */
  children?: React.ReactNode;
}

/** Previous, next, or a number typed. */
export function PlaceChooser({ place, count, onChoose, words, children }: PlaceChooserProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const choose = (to: number) => {
    setDraft(null);
    onChoose((to + count) % count);
  };
  const type = (text: string) => {
    setDraft(text);
    const typed = wholeNumber(text);
    if (typed !== null && typed >= 1 && typed <= count) onChoose(typed - 1);
  };
  // Beyond the ends is the end; what is no number gives way to the one that is chosen.
  const finish = () => {
    const typed = wholeNumber(draft ?? '');
    setDraft(null);
    if (typed !== null) onChoose(Math.min(count, Math.max(1, typed)) - 1);
  };
  const isWrong = draft !== null && draft.trim() !== '' && draft.trim() !== String(place + 1);
  return (
    <div className="pancake-chooser">
      <button
        type="button"
        className="pancake-button"
        aria-label={words.previous}
        onClick={() => choose(place - 1)}
      >
        ‹
      </button>
      <label htmlFor={id}>{words.name}</label>
      <input
        id={id}
        className="pancake-field"
        inputMode="numeric"
        value={draft ?? String(place + 1)}
        aria-invalid={isWrong}
        aria-describedby={`${id}-of`}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && finish()}
        onBlur={() => setDraft(null)}
      />
      <span id={`${id}-of`} className="pancake-chooser-of">
        {words.of(count)}
      </span>
      <button
        type="button"
        className="pancake-button"
        aria-label={words.next}
        onClick={() => choose(place + 1)}
      >
        ›
      </button>
      {children}
    </div>
  );
}

function wholeNumber(text: string): number | null {
  const typed = Number(text);
  return text.trim() !== '' && Number.isInteger(typed) ? typed : null;
}
