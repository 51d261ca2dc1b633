// Answer: a number that the reader finds before it is shown.
import {
  forwardRef,
  useId,
  useImperativeHandle,
  useRef,
  type ComponentPropsWithoutRef,
  type ReactNode,
} from 'react';
import { useLabels, useNumbers } from '../../a11y';
import { guarded, useControllable } from '../figure';
import { AnswerField } from './field';
import { defaultLabels, type AnswerLabels } from './labels';
import { Message } from './message';
import type { AnswerState, GivenAnswer, Question } from './question';
import { useAnswering } from './use-answering';

/** Props of {@link Answer}. */
export interface AnswerProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** What is asked, with its answer and what mistakes would give. */
  question: Question;
  /** What is asked for, as it is read: `dE/dv`. It cannot be used in the answer. */
  name: string;
  /** Whether the number can be seen, if the page owns that: a change is then only asked for. */
  state?: AnswerState;
  /** Whether it is hidden at first. @default true */
  defaultHidden?: boolean;
  /** Called when the reader finds the number, asks for it, or hides it again. */
  onStateChange?: (state: AnswerState) => void;
  /** Called with each answer that is checked, and what was said of it. */
  onAnswer?: (answer: GivenAnswer) => void;
  /** How numbers are written. @default in up to 5 significant digits */
  format?: (value: number) => string;
  /** What is shown once the number can be seen. @default the number */
  children?: ReactNode;
  /** Buttons below the field, as fits a tile, or behind it, as fits a line. @default 'tile' */
  layout?: 'tile' | 'line';
  /** Words to use instead of the default ones. */
  labels?: Partial<AnswerLabels>;
}

const Live = forwardRef<HTMLSpanElement, AnswerProps>(function Answer(
  {
    question,
    name,
    state: givenState,
    defaultHidden = true,
    onStateChange,
    onAnswer,
    format: ownFormat,
    children,
    layout = 'tile',
    labels,
    className = '',
    ...rest
  },
  ref,
) {
  const id = useId();
  const words = useLabels('Answer', defaultLabels, labels);
  const { formatShort } = useNumbers();
  const format = ownFormat ?? ((value: number) => formatShort(value, 5));
  const [state, setState] = useControllable<AnswerState>(
    givenState,
    defaultHidden ? 'hidden' : 'shown',
    onStateChange,
  );
  const root = useRef<HTMLSpanElement>(null);
  useImperativeHandle(ref, () => root.current!);
  const field = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLDataElement>(null);
  const answering = useAnswering({
    ...{ id, name, question, state, setState, onAnswer },
    ...{ format, words, field, number },
  });
  const { draft, check, show, wasFound, verdict, said } = answering;

  const { value } = question;
  const canBeAsked = Number.isFinite(value);
  const isHidden = state === 'hidden' && canBeAsked;
  return (
    <span
      ref={root}
      data-pancake="Answer"
      {...rest}
      className={`pancake-inline pancake-answer ${className}`.trim()}
      data-state={state}
      data-layout={layout}
      data-verdict={verdict?.kind}
      data-mistake={verdict?.kind === 'wrong' ? verdict.hint.mistake : undefined}
    >
      {isHidden ? (
        <>
          <AnswerField
            ref={field}
            name={name}
            draft={draft}
            isWrong={answering.isWrong}
            messageId={said === null ? undefined : `${id}-said`}
            onType={answering.type}
            onEnter={check}
            onEscape={answering.giveUp}
            words={words}
          />
          <span className="pancake-answer-actions">
            {draft.trim() === '' ? (
              <SmallButton text={words.show} name={words.showNamed(name)} onPress={show} />
            ) : (
              <SmallButton text={words.check} name={words.checkNamed(name)} onPress={check} />
            )}
          </span>
        </>
      ) : (
        <>
          <data ref={number} className="pancake-answer-number" value={value} tabIndex={-1}>
            {wasFound && <CheckMark />}
            {children ?? format(value)}
          </data>
          {canBeAsked && (
            <span className="pancake-answer-actions">
              <span className="pancake-answer-word">{wasFound ? words.right : words.shown}</span>
              <SmallButton
                text={words.hide}
                name={words.hideNamed(name)}
                onPress={answering.hide}
              />
            </span>
          )}
        </>
      )}
      <Message id={`${id}-said`} text={said} count={answering.count} isWrong={isHidden}>
        {isHidden && verdict?.kind !== 'unreadable' && (
          <>
            {' '}
            <SmallButton text={words.showAnswer} onPress={show} />
          </>
        )}
      </Message>
    </span>
  );
});

/**
 * A number behind a question mark. The reader types a number, a fraction or an expression; Enter
 * checks it, a wrong one gets a hint, and "show" gives it away. Then it can be hidden again. What is
 * said goes to the row of the nearest `<AnswerHints>`; without one it lies over what is below, for as
 * long as the focus is here. A number found is marked as right until the question's answer changes.
 */
export const Answer = guarded<AnswerProps, HTMLSpanElement>({ name: 'Answer', inline: true }, Live);

interface SmallButtonProps {
  text: string;
  /** What it is called for those who only hear it. @default the text */
  name?: string;
  onPress: () => void;
}

function SmallButton({ text, name, onPress }: SmallButtonProps) {
  return (
    <button type="button" className="pancake-answer-button" aria-label={name} onClick={onPress}>
      {text}
    </button>
  );
}

function CheckMark() {
  return (
    <svg className="pancake-answer-mark" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1.5 6.5L4.5 9.5L10.5 2.5" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
