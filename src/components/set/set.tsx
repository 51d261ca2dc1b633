// Set: words in a sentence that set options of the run, and put back what was there.
import {
  forwardRef,
  useId,
  useState,
  type ComponentPropsWithoutRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useLabels } from '../../a11y';
import { useContextTrainer, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer, TrainerOptions } from '../../trainer';
import { guarded, inWords, type RunOptionsProps, separateOptions, useRunOptions } from '../figure';
import { areInForce } from './in-force';
import { defaultLabels, type SetAction, type SetLabels } from './labels';

/** Props of {@link Set}: the options to set, and what is written. */
export interface SetProps
  extends
    TrainerOptions,
    RunOptionsProps,
    Omit<ComponentPropsWithoutRef<'span'>, keyof TrainerOptions | 'children' | 'onClick'> {
  /** The run. @default that of the nearest `<Pancake>` */
  trainer?: Trainer;
  /**
   * What is done once the options are set: one action, or several in order, such as
   * `['reset', 'play']`. Without options, `<Set then="reset">` is a button for it.
   */
  then?: SetAction | readonly SetAction[];
  /** What is written. @default the options in words: `learning rate 3` */
  children?: ReactNode;
  /** Words to use instead of the default ones. */
  labels?: Partial<SetLabels>;
}

const Live = forwardRef<HTMLSpanElement, SetProps>(function Set(
  { trainer: given, then, children, labels, options, onOptionsChange, className = '', ...props },
  ref,
) {
  const trainer = useContextTrainer(given, 'Set');
  const words = useLabels('Set', defaultLabels, labels);
  const id = useId();
  const [wanted, rest] = separateOptions(props);
  const names = Object.keys(wanted) as (keyof TrainerOptions)[];
  const actions = typeof then === 'string' ? [then] : (then ?? []);

  // Whether options are in force may depend on others, and on the model.
  useTrainerValue(readModel, trainer);
  const [inForce, change] = useRunOptions(trainer, { options, onOptionsChange });
  const [last, setLast] = useState<LastPress | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isPressed = names.length > 0 && areInForce(wanted, inForce, trainer, last?.set);
  const before = isPressed ? last?.before : undefined;

  const press = () => {
    if (before) {
      const refused = change(before);
      setRefusal(refused);
      if (refused === null) setLast(null);
      return;
    }
    const was = Object.fromEntries(names.map((name) => [name, inForce[name]]));
    const refused = isPressed || !names.length ? null : change(wanted);
    setRefusal(refused ?? inWords(() => actions.forEach((action) => act(trainer, action))));
    if (refused === null && !isPressed) setLast({ set: wanted, before: was });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    // Held down, a key would go back and forth.
    if (!event.repeat) press();
    event.preventDefault();
  };
  return (
    <span className="pancake-inline">
      <span
        ref={ref}
        role="button"
        tabIndex={0}
        title={before ? words.undoHint : words.hint}
        {...rest}
        className={`pancake-set ${className}`.trim()}
        data-pancake="Set"
        data-undo={before !== undefined}
        aria-pressed={names.length > 0 ? isPressed : undefined}
        aria-describedby={refusal === null ? undefined : `${id}-refused`}
        onClick={press}
        onKeyDown={onKeyDown}
      >
        {children ?? inSentence(wanted, actions, words)}
        {before && <UndoSign />}
      </span>
      {refusal !== null && (
        <span id={`${id}-refused`} className="pancake-set-refused" role="alert">
          {' '}
          {words.refused(refusal)}
        </span>
      )}
    </span>
  );
});

/**
 * A button that reads like the sentence around it: `Try <Set learningRate={3}>a learning rate of
 * 3</Set>.` It takes any option of a run. While all of its options are in force it is pressed; a
 * press then puts back exactly what was there before. An option set to `undefined` goes to its
 * default. Options that start a run over (see `Trainer.set`) do so when they are put back as well.
 * What the run does not accept is said beside it, and changes nothing.
 */
export const Set = guarded<SetProps, HTMLSpanElement>({ name: 'Set', inline: true }, Live);

interface LastPress {
  set: Partial<TrainerOptions>;
  before: Partial<TrainerOptions>;
}

// Stands above the line like a footnote's number, so that the sentence does not move.
function UndoSign() {
  return (
    <span className="pancake-set-undo" aria-hidden="true">
      <svg viewBox="0 0 10 10">
        <path
          d="M4 1L1.2 3.6L4 6.2M1.4 3.6H6.2A2.4 2.4 0 0 1 6.2 8.8H3.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  );
}

function act(trainer: Trainer, action: SetAction): void {
  if (action === 'step') trainer.step('epoch');
  else trainer[action]();
}

function inSentence(
  wanted: Partial<TrainerOptions>,
  actions: readonly SetAction[],
  words: SetLabels,
): string {
  const options = Object.entries(wanted).map(([name, value]) =>
    words.option(name as keyof TrainerOptions, value),
  );
  return (options.length ? options : actions.map(words.action)).join(', ');
}

const readModel = ({ learningRate }: Snapshot, { model, loss }: Trainer) => ({
  learningRate,
  model,
  loss,
});
