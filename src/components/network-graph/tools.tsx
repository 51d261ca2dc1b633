// What stands above the neurons: what the lines show, which features come in, and Undo.
import { featureNames } from '../../engine';
import type { Architecture } from '../../trainer';
import type { Edits } from './edits';
import type { NetworkGraphLabels } from './labels';
import type { Shown } from './paint';
import type { Editable } from './structure';

interface ToolsProps {
  show: Shown;
  onShow: (show: Shown) => void;
  /** That of a model whose features can be chosen. */
  architecture: Architecture | null;
  editable: Editable;
  edits: Edits;
  words: NetworkGraphLabels;
}

export function Tools({ show, onShow, architecture, editable, edits, words }: ToolsProps) {
  return (
    <div className="pancake-network-tools">
      <div className="pancake-choice pancake-choice-joined" role="group" aria-label={words.show}>
        {(['weights', 'gradients'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="pancake-toggle"
            aria-pressed={show === one}
            onClick={() => onShow(one)}
          >
            {words[one]}
          </button>
        ))}
      </div>
      {editable.features && architecture && (
        <FeatureChooser architecture={architecture} edits={edits} words={words} />
      )}
      {(editable.weights || editable.structure) && (
        <button
          type="button"
          className="pancake-button pancake-network-undo"
          disabled={!edits.canUndo}
          onClick={edits.undo}
        >
          {words.undo}
        </button>
      )}
    </div>
  );
}

interface FeatureChooserProps {
  architecture: Architecture;
  edits: Edits;
  words: NetworkGraphLabels;
}

/** Which features the model looks at. */
function FeatureChooser({ architecture, edits, words }: FeatureChooserProps) {
  const chosen: readonly string[] = architecture.features ?? ['x', 'y'];
  return (
    <div className="pancake-network-features" role="group" aria-label={words.features}>
      <span className="pancake-note">{words.features}</span>
      {featureNames.map((name) => {
        const on = chosen.includes(name);
        const features = featureNames.filter((one) => (one === name ? !on : chosen.includes(one)));
        return (
          <button
            key={name}
            type="button"
            className="pancake-toggle"
            aria-pressed={on}
            disabled={features.length === 0}
            onClick={() => edits.reshape({ kind: 'setFeatures', features })}
          >
            {words.featureName(name)}
          </button>
        );
      })}
    </div>
  );
}
