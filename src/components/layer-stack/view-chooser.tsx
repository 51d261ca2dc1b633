// The choice between the numbers of one point and those of the batch.
import type { LayerStackLabels } from './labels';
import type { LayerStackView } from './props';

interface ViewChooserProps {
  view: LayerStackView;
  onChoose: (view: LayerStackView) => void;
  words: LayerStackLabels;
}

/** Two buttons in one outline, of which one is on. */
export function ViewChooser({ view, onChoose, words }: ViewChooserProps) {
  const names = { sample: words.oneSample, batch: words.batch };
  return (
    <div className="pancake-stack-view pancake-choice-joined" role="group" aria-label={words.shown}>
      {(['sample', 'batch'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="pancake-toggle"
          aria-pressed={view === one}
          onClick={() => onChoose(one)}
        >
          {names[one]}
        </button>
      ))}
    </div>
  );
}
