// Goal: what a reader is to reach with the run, and whether it is reached.
import {
  forwardRef,
  useMemo,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useTrainerFrame, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { Announcement, guarded } from '../figure';
import { checkConditions, compare, type GoalConditions, type GoalPart } from './conditions';
import { defaultLabels, type GoalLabels } from './labels';

/** Props of {@link Goal}. */
export interface GoalProps extends ComponentPropsWithoutRef<'div'> {
  /** What the run must reach: numbers, all of them at the same time, or a question of your own. */
  when: GoalConditions | ((snapshot: Snapshot, trainer: Trainer) => boolean);
  /** Called once, when it is first reached. Nothing is stored. */
  onComplete?: (snapshot: Snapshot, trainer: Trainer) => void;
  /** The goal as a sentence. With numbers in `when` they are shown below it in any case. */
  children?: ReactNode;
  /** The run. @default the run of the nearest `<Pancake>` */
  trainer?: Trainer;
  /** Words to use instead of the default ones. */
  labels?: Partial<GoalLabels>;
}

const Live = forwardRef<HTMLDivElement, GoalProps>(function Goal(
  { when, onComplete, children, trainer: given, labels, className = '', ...rest },
  ref,
) {
  const trainer = useContextTrainer(given, 'Goal');
  const words = useLabels('Goal', defaultLabels, labels);
  const conditions = typeof when === 'function' ? null : when;
  if (conditions) checkConditions(conditions);
  const parts = useParts(conditions, trainer);
  const isDone = useReached(when, trainer, onComplete);
  return (
    <div
      ref={ref}
      data-pancake="Goal"
      {...rest}
      className={`pancake-inline pancake-goal ${className}`.trim()}
      data-state={isDone ? 'done' : 'open'}
    >
      <Mark isDone={isDone} />
      <div className="pancake-slot pancake-goal-words">
        <strong>{words.goal}:</strong> {children}
        {parts.length > 0 && (
          <ul>
            {parts.map(({ name, wanted, now, holds }) => (
              <li key={name} data-holds={holds || undefined}>
                {words.wanted(name, wanted)} <span>({words.now(name, now)})</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className="pancake-goal-state" role="status">
        {isDone ? <Announcement text={words.done} /> : words.open}
      </span>
    </div>
  );
});

/**
 * Something to reach, such as `<Goal when={{ accuracy: 0.95, maxParams: 20 }} />`, with the run's own
 * numbers beside the wanted ones. Once reached it stays so, whatever becomes of the run.
 *
 * @throws PancakeError if a condition is unknown or no number
 */
export const Goal = guarded<GoalProps, HTMLDivElement>({ name: 'Goal' }, Live);

function useParts(conditions: GoalConditions | null, trainer: Trainer): GoalPart[] {
  // As one text, so that what is the same renders nothing.
  const text = useTrainerValue(
    (snapshot, run) =>
      conditions
        ? compare(conditions, snapshot, run)
            .map(({ now }) => now)
            .join()
        : '',
    trainer,
  );
  return useMemo(
    () => (conditions ? compare(conditions, trainer.getSnapshot(), trainer) : []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the text stands for the run's numbers
    [conditions, trainer, text],
  );
}

// Looks at each frame: a run that passes a goal between two renderings has reached it.
function useReached(
  when: GoalProps['when'],
  trainer: Trainer,
  onComplete: GoalProps['onComplete'],
): boolean {
  const [isDone, setIsDone] = useState(false);
  const wasReached = useRef(false);
  useTrainerFrame(() => {
    if (wasReached.current) return;
    const reached =
      typeof when === 'function'
        ? when(trainer.getSnapshot(), trainer)
        : compare(when, trainer.now, trainer).every(({ holds }) => holds);
    if (!reached) return;
    wasReached.current = true;
    setIsDone(true);
    onComplete?.(trainer.getSnapshot(), trainer);
  }, trainer);
  return isDone;
}

function Mark({ isDone }: { isDone: boolean }) {
  return (
    <svg className="pancake-goal-mark" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      {isDone && <path d="M4.5 8.2L7 10.7L11.7 5.5" />}
    </svg>
  );
}
