// Choosing the point that is followed through the stack.
import { useId, useState } from 'react';
import type { LayerStackLabels } from './labels';

interface SampleChooserProps {
  sample: number;
  count: number;
  onChoose: (sample: number) => void;
  place: string;
  words: LayerStackLabels;
}

/** Previous, next, or a number typed. */
export function SampleChooser({ sample, count, onChoose, place, words }: SampleChooserProps) {
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
        onClick={() => choose(sample - 1)}
      >
        ‹
      </button>
      <label htmlFor={id}>{words.point}</label>
      <input
        id={id}
        className="pancake-field"
        inputMode="numeric"
        value={draft ?? String(sample + 1)}
        aria-invalid={draft !== null && draft !== String(sample + 1)}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
      />
      <span>{words.ofPoints(count)}</span>
      <button
        type="button"
        className="pancake-button"
        aria-label={words.next}
        onClick={() => choose(sample + 1)}
      >
        ›
      </button>
      <span className="pancake-chooser-place">{place}</span>
    </div>
  );
}
