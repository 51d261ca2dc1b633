// AnswerHints: a row below several hidden answers, with room for what is said of them.
import { createContext, useContext, useMemo, useState, type ComponentPropsWithoutRef } from 'react';
import { defaultLabels, type AnswerLabels } from './labels';

interface HintRow {
  /** Where hints are shown, once it is there. */
  place: HTMLElement | null;
  /** Whose hint is shown. */
  active: string | null;
  activate: (answer: string) => void;
}

const HintRowContext = createContext<HintRow | null>(null);

/** The row that was set aside for hints, or null. */
export function useHintRow(): HintRow | null {
  return useContext(HintRowContext);
}

/** Props of {@link AnswerHints}. */
export interface AnswerHintsProps extends ComponentPropsWithoutRef<'div'> {
  /** Words to use instead of the default ones. */
  labels?: Partial<AnswerLabels>;
}

/**
 * Sets a row aside below what it holds, in which every `<Answer>` in there says what it has to say, so
 * that nothing moves and nothing is covered. Until then the row says how to answer.
 */
export function AnswerHints({ labels, className = '', children, ...rest }: AnswerHintsProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [active, activate] = useState<string | null>(null);
  const row = useMemo(() => ({ place, active, activate }), [place, active]);
  return (
    <HintRowContext.Provider value={row}>
      <div className={`pancake-answers ${className}`.trim()} {...rest}>
        {children}
        <div className="pancake-answers-row">
          <span className="pancake-answers-how">{labels?.howTo ?? defaultLabels.howTo}</span>
          <span ref={setPlace} className="pancake-answers-place" />
        </div>
      </div>
    </HintRowContext.Provider>
  );
}
