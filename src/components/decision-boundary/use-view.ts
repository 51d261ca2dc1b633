// Which picture is shown: what the author asked for, the reader chose, and the model has.
import { useMemo } from 'react';
import { useSelection, type NeuronPlace } from '../../hooks';
import type { Task } from '../../engine';
import type { Trainer } from '../../trainer';
import { useControllable } from '../figure';
import type { ViewFacts } from './labels';
import { overlayFor } from './overlays';
import type { Picture } from './paint';
import { layerName, neuronIn, unitCounts } from './places';
import type { DecisionBoundaryProps } from './props';

const firstTwo = [0, 1] as const;

/** The layer's space that is shown. */
export interface Space {
  place: number;
  units: readonly number[];
}

/** The choices that make the picture, and how the reader changes them. */
export function useView(trainer: Trainer, task: Task, props: DecisionBoundaryProps) {
  const { defaultOverlay = 'probability', defaultMistakes = false, defaultSpace = null } = props;
  const { defaultUnits = firstTwo, linked = true } = props;
  const [wanted, setOverlay] = useControllable(
    props.overlay,
    defaultOverlay,
    props.onOverlayChange,
  );
  const [ringed, setMistakes] = useControllable(
    props.mistakes,
    defaultMistakes,
    props.onMistakesChange,
  );
  const [place, setSpace] = useControllable(props.space, defaultSpace, props.onSpaceChange);
  const [units, setUnits] = useControllable<readonly [number, number]>(
    props.units,
    defaultUnits,
    props.onUnitsChange,
  );
  const [selection] = useSelection(trainer);

  const overlay = overlayFor(task, wanted);
  const chosen = props.neuron === undefined ? (linked ? selection.neuron : null) : props.neuron;
  const inSpace = place !== null && unitCounts(trainer)[place] !== undefined;
  const neuron = useSameNeuron(inSpace ? null : neuronIn(trainer, chosen));
  const picture: Picture = useMemo(() => ({ overlay, neuron }), [overlay, neuron]);
  const count = inSpace ? unitCounts(trainer)[place]! : 0;
  const [across, up] = unitsOf(units, count);
  const space = useMemo(
    (): Space | null => (inSpace ? { place, units: up === null ? [across] : [across, up] } : null),
    [inSpace, place, across, up],
  );
  const facts: ViewFacts = {
    overlay,
    neuron: neuron && { layer: layerName(trainer, neuron.layer), unit: neuron.unit },
    space: space && { layer: layerName(trainer, space.place), units: space.units, of: count },
  };
  return {
    picture,
    space,
    units: [across, up ?? 1] as const,
    facts,
    mistakes: ringed && task !== 'regression',
    isRefused: wanted !== overlay,
    setOverlay,
    setMistakes,
    setSpace,
    setUnits,
  };
}

// Another layer may have fewer units: then the first ones.
function unitsOf([across, up]: readonly [number, number], count: number): [number, number | null] {
  if (count <= 1) return [0, null];
  const exists = (unit: number) => Number.isInteger(unit) && unit >= 0 && unit < count;
  return exists(across) && exists(up) && across !== up ? [across, up] : [0, 1];
}

// The same object while it names the same neuron, however often a page writes it in place.
function useSameNeuron(neuron: NeuronPlace | null): NeuronPlace | null {
  const layer = neuron?.layer ?? null;
  const unit = neuron?.unit ?? null;
  return useMemo(() => (layer === null || unit === null ? null : { layer, unit }), [layer, unit]);
}
