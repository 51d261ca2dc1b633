// Which mistake to plant, and in which layer.
import { useId } from 'react';
import type { Layer } from '../../engine';
import type { GradientCheckLabels } from './labels';
import { leavesOf } from './leaves';
import { canHave, mistakeKinds, type MistakeKind, type PlantedMistake } from './mistakes';

interface MistakeChooserProps {
  model: Layer;
  samples: number;
  mistake: PlantedMistake | null;
  onChange: (mistake: PlantedMistake | null) => void;
  words: GradientCheckLabels;
}

/** A list of mistakes, and a list of the layers that can have the one chosen. */
export function MistakeChooser({ model, samples, mistake, onChange, words }: MistakeChooserProps) {
  const id = useId();
  const leaves = leavesOf(model).map(({ layer }, i) => ({ layer, number: i + 1 }));
  const layersFor = (kind: MistakeKind) =>
    leaves.filter(({ layer }) => canHave(layer, kind, samples));
  const plant = (kind: MistakeKind | null) => {
    const able = kind ? layersFor(kind) : [];
    const kept = able.find(({ number }) => number === mistake?.layer) ?? able[0];
    onChange(kind && kept ? { kind, layer: kept.number } : null);
  };
  return (
    <div className="pancake-check-mistake">
      <span className="pancake-control">
        <label htmlFor={`${id}-kind`}>{words.mistake}</label>
        <select
          id={`${id}-kind`}
          className="pancake-field"
          value={mistake?.kind ?? ''}
          onChange={(event) =>
            plant(mistakeKinds.find((kind) => kind === event.target.value) ?? null)
          }
        >
          <option value="">{words.noMistake}</option>
          {mistakeKinds.map((kind) => (
            <option key={kind} value={kind} disabled={layersFor(kind).length === 0}>
              {words.mistakes[kind]}
            </option>
          ))}
        </select>
      </span>
      {mistake && (
        <span className="pancake-control">
          <label htmlFor={`${id}-layer`}>{words.mistakeIn}</label>
          <select
            id={`${id}-layer`}
            className="pancake-field"
            value={mistake.layer}
            onChange={(event) => onChange({ ...mistake, layer: Number(event.target.value) })}
          >
            {layersFor(mistake.kind).map(({ layer, number }) => (
              <option key={number} value={number}>
                {words.layerOption(number, layer.describe())}
              </option>
            ))}
          </select>
        </span>
      )}
    </div>
  );
}
