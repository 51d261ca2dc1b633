// The point and the neuron that the reader looks at, shared with the run's other figures.
import { useState } from 'react';
import { selectionOf, useSelection, type NeuronPlace } from '../../hooks';
import type { Trainer } from '../../trainer';

/** What the stack shares with other figures. */
export interface Linked {
  /** The point wanted, from 0. */
  sample: number;
  choose: (sample: number) => void;
  neuron: NeuronPlace | null;
  /** Looks at a neuron, or with null no longer at the one that this figure chose. */
  lookAt: (neuron: NeuronPlace | null) => void;
}

/**
 * Follows the point chosen in other figures, unless the page gives one, and tells them of those that
 * are chosen here.
 */
export function useLinkedSample(
  trainer: Trainer,
  given: number | undefined,
  initial: number,
  onChange: ((sample: number) => void) | undefined,
  linked: boolean,
): Linked {
  const [{ point, neuron }, select] = useSelection(trainer);
  const [own, setOwn] = useState((linked ? point : null) ?? initial);
  const [seen, setSeen] = useState(point);
  // A point let go of elsewhere stays here, so that the numbers can be read.
  if (point !== seen) {
    setSeen(point);
    if (linked && point !== null) setOwn(point);
  }
  const [mine, setMine] = useState<NeuronPlace | null>(null);
  return {
    sample: given ?? own,
    choose: (sample) => {
      setOwn(sample);
      onChange?.(sample);
      if (linked) select({ point: sample });
    },
    neuron: linked ? neuron : mine,
    lookAt: (wanted) => {
      setMine(wanted);
      if (!linked) return;
      const now = selectionOf(trainer).get().neuron;
      if (wanted) select({ neuron: wanted });
      else if (mine && now?.layer === mine.layer && now.unit === mine.unit) {
        select({ neuron: null });
      }
    },
  };
}
