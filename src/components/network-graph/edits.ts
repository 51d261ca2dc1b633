// What the reader changes in a network, with a way back.
import { useCallback, useState } from 'react';
import { PancakeError } from '../../engine';
import { isToldByRun, type Reshape, type Trainer } from '../../trainer';

/** One number of the model, set by hand. */
export interface ParameterChange {
  /** The parameter: `0.weight`. */
  name: string;
  /** The number's place in it, row by row. */
  place: number;
  value: number;
}

type Undo = (trainer: Trainer) => void;

export interface Edits {
  /** Sets a number; a row of changes of the same one is one step back. */
  setParameter: (change: ParameterChange) => void;
  reshape: (change: Reshape) => void;
  canUndo: boolean;
  undo: () => void;
  /** Why the last change was refused, or null. */
  problem: string | null;
}

interface Step {
  /** What was changed, so that a drag is one step. */
  key: string;
  undo: Undo;
}

/**
 * Changes of a run's model by hand.
 *
 * @param onParameterChange asked before a number is set; `false` refuses it
 * @param onReshape asked before the shape is changed; `false` refuses it
 */
export function useEdits(
  trainer: Trainer,
  onParameterChange: ((change: ParameterChange) => boolean | void) | undefined,
  onReshape: ((change: Reshape) => boolean | void) | undefined,
): Edits {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [problem, setProblem] = useState<string | null>(null);

  const attempt = useCallback((work: () => void) => {
    try {
      work();
      setProblem(null);
    } catch (error) {
      // A change that makes no sense changes nothing, and is explained.
      if (!(error instanceof PancakeError)) throw error;
      setProblem(error.message);
    }
  }, []);
  const remember = (step: Step) =>
    setSteps((before) =>
      before.at(-1)?.key === step.key ? before : [...before, step].slice(-100),
    );

  const setParameter = (change: ParameterChange) =>
    attempt(() => {
      const { name, place, value } = change;
      if (onParameterChange?.(change) === false) return;
      const before = numberOf(trainer, name, place);
      trainer.setParameter(name, place, value);
      remember({
        key: `${name} ${place}`,
        undo: (run) => run.setParameter(name, place, before),
      });
    });
  const reshape = (change: Reshape) =>
    attempt(() => {
      if (onReshape?.(change) === false) return;
      trainer.reshape(change);
      const { model } = trainer;
      remember({
        key: `shape ${trainer.version}`,
        // Unless it was taken back elsewhere.
        undo: (run) => {
          if (run.model === model) run.undoReshape();
        },
      });
    });
  const undo = () => {
    const last = steps.at(-1);
    if (!last) return;
    setSteps(steps.slice(0, -1));
    attempt(() => {
      try {
        last.undo(trainer);
      } catch (error) {
        // The run tells it; once that is mended, the change can still be taken back.
        if (isToldByRun(error)) setSteps(steps);
        throw error;
      }
    });
  };
  return { setParameter, reshape, canUndo: steps.length > 0, undo, problem };
}

/** A number of the model as it is now; 0 where there is none. */
export function numberOf(trainer: Trainer, name: string, place: number): number {
  const parameter = trainer.model.parameters().find((known) => known.name === name);
  return parameter?.value.data[place] ?? 0;
}
