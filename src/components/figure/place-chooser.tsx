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
    const typed = Number(text);
    if (text.trim() !== '' && Number.isInteger(typed) && typed >= 1 && typed <= count) {
      onChoose(typed - 1);
    }
  };
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
        aria-invalid={draft !== null && draft !== String(place + 1)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
      />
      <span>{words.of(count)}</span>
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
