// Hidden answers: which steps' results the reader still has to work out.
import { useState } from 'react';
import type { AnswerState } from '../answer';
import { useControllable } from '../figure';
import type { ChainStep } from './steps';

/** Which results are hidden, and how that changes. */
export interface HiddenAnswers {
  /** Whether the reader works results out. */
  hidden: boolean;
  setHidden: (hidden: boolean) => void;
  /** Whether a step's result may be seen; always so for what is given. */
  isOpen: (step: number) => boolean;
  /** Why it may be seen, or that it may not. */
  stateOf: (step: number) => AnswerState;
  /** Opens a step's result, or hides it again. */
  setState: (step: number, state: AnswerState) => void;
}

interface Options {
  hideAnswers: boolean | undefined;
  defaultHideAnswers: boolean | undefined;
  onHideAnswersChange: ((hidden: boolean) => void) | undefined;
  steps: readonly ChainStep[];
  /** What the answers are about: for another model all are hidden again. */
  of: unknown;
}

/** Steps whose result is a number to work out. */
const asked: ReadonlySet<ChainStep['kind']> = new Set([
  'forward',
  'objective',
  'backwardObjective',
  'backward',
  'parameters',
]);

export function useHiddenAnswers(options: Options): HiddenAnswers {
  const { hideAnswers, defaultHideAnswers = false, onHideAnswersChange, steps, of } = options;
  const [hidden, setHidden] = useControllable(hideAnswers, defaultHideAnswers, onHideAnswersChange);
  const [opened, setOpened] = useState<Opened>(nothing);
  const known = opened.of === of ? opened.states : nothing.states;
  const stateOf = (step: number): AnswerState => {
    if (!hidden || !asked.has(steps[step]?.kind ?? 'start')) return 'shown';
    return known.get(step) ?? 'hidden';
  };
  return {
    hidden,
    setHidden: (to) => {
      setOpened(nothing);
      setHidden(to);
    },
    isOpen: (step) => stateOf(step) !== 'hidden',
    stateOf,
    setState: (step, state) => setOpened({ of, states: new Map([...known, [step, state]]) }),
  };
}

interface Opened {
  of: unknown;
  states: ReadonlyMap<number, AnswerState>;
}

const nothing: Opened = { of: null, states: new Map() };
