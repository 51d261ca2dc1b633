// Choosing the weight of one axis; the choice is the axis's title.
import { memo, useId, useMemo } from 'react';
import type { Sequential } from '../../engine';
import type { ParameterPlace } from '../../trainer';
import type { LossLandscapeLabels } from './labels';
import { factsOf, fromKey, keyOf, listWeights } from './weights';

interface WeightChooserProps {
  axis: 'across' | 'up';
  model: Sequential;
  chosen: ParameterPlace;
  /** The other axis's weight, which cannot be chosen. */
  other: ParameterPlace;
  /** Null where the reader may not choose. */
  onChoose: ((place: ParameterPlace) => void) | null;
  words: LossLandscapeLabels;
}

const arrows = { across: '→', up: '↑' };

/** A native menu of all weights, by layer. */
export const WeightChooser = memo(function WeightChooser(props: WeightChooserProps) {
  const { axis, model, chosen, other, onChoose, words } = props;
  const id = useId();
  const { groups, count } = useMemo(() => listWeights(model), [model]);
  const listed = groups.reduce((sum, { weights }) => sum + weights.length, 0);
  const isListed = groups.some(({ weights }) =>
    weights.some((weight) => keyOf(weight) === keyOf(chosen)),
  );
  if (!onChoose) {
    return (
      <div className="pancake-landscape-axis" data-axis={axis}>
        <span aria-hidden="true">{arrows[axis]}</span>
        <span>{words.weight(factsOf(model, chosen))}</span>
      </div>
    );
  }
  return (
    <div className="pancake-landscape-axis" data-axis={axis}>
      <label htmlFor={id}>
        <span aria-hidden="true">{arrows[axis]}</span> {words[axis]}
      </label>
      <select
        id={id}
        className="pancake-field"
        value={keyOf(chosen)}
        onChange={(event) => onChoose(fromKey(event.target.value))}
      >
        {!isListed && <option value={keyOf(chosen)}>{words.weight(factsOf(model, chosen))}</option>}
        {groups.map((group) => (
          <optgroup key={group.layer} label={words.layer(group)}>
            {group.weights.map((weight) => (
              <option
                key={keyOf(weight)}
                value={keyOf(weight)}
                disabled={keyOf(weight) === keyOf(other)}
              >
                {words.weight(weight)}
              </option>
            ))}
          </optgroup>
        ))}
        {listed < count && <option disabled>{words.more(count - listed)}</option>}
      </select>
    </div>
  );
});
