// The neuron that a reader looks at, and the one whose numbers are open.
import { useState } from 'react';
import { useSelection, type NeuronPlace } from '../../hooks';
import type { Trainer } from '../../trainer';
import type { Column } from './columns';
import type { Neuron } from './layout';

/** What a reader looks at. */
export interface LookedAt {
  /** The neuron that the figures of the run show. */
  selected: NeuronPlace | null;
  /** The one under the pointer, or with the focus. */
  hovered: Neuron | null;
  /** The one whose numbers are open. */
  opened: Neuron | null;
  /** Which of its numbers: 0 is the bias. */
  number: number;
  chooseNumber: (number: number) => void;
  look: (neuron: Neuron | null) => void;
  /** Opens a neuron's numbers, or closes them if they are open at this one. */
  open: (neuron: Neuron, number?: number) => void;
  close: () => void;
}

/**
 * @param controlled the neuron that the page shows; undefined where it is the reader's to choose
 * @param onChange called when the reader looks at another, or at none
 */
export function useNeuron(
  trainer: Trainer,
  columns: readonly Column[],
  controlled: NeuronPlace | null | undefined,
  onChange: ((neuron: NeuronPlace | null) => void) | undefined,
): LookedAt {
  const [selection, select] = useSelection(trainer);
  const [pinned, setPinned] = useState<Neuron | null>(null);
  const [number, chooseNumber] = useState(0);
  const [hovered, setHovered] = useState<Neuron | null>(null);

  const tell = (neuron: Neuron | null) => {
    const place = neuron && { layer: columns[neuron.column]!.place, unit: neuron.unit };
    onChange?.(place);
    if (controlled === undefined) select({ neuron: place });
  };
  const close = () => {
    setPinned(null);
    setHovered(null);
    tell(null);
  };
  return {
    selected: controlled === undefined ? selection.neuron : controlled,
    hovered,
    // The model may have changed since.
    opened: pinned && pinned.unit < (columns[pinned.column]?.units ?? 0) ? pinned : null,
    number,
    chooseNumber,
    look: (neuron) => {
      setHovered(neuron);
      tell(neuron ?? pinned);
    },
    open: (neuron, chosen = 0) => {
      const isSame = pinned?.column === neuron.column && pinned.unit === neuron.unit;
      if (isSame && chosen === number) return close();
      setPinned(neuron);
      chooseNumber(chosen);
      tell(neuron);
    },
    close,
  };
}
