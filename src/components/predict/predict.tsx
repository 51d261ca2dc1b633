// Predict: the reader commits to an answer before the page shows what happens.
import {
  forwardRef,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type FormEvent,
  type ReactNode,
} from 'react';
import { useLabels, useNumbers } from '../../a11y';
import { PancakeError } from '../../engine';
import { useBeforePaint } from '../../hooks';
import { evaluate, ExpressionError } from '../answer';
import { Announcement, guarded } from '../figure';
import { ChoiceField, NumberAnswer } from './fields';
import { defaultLabels, type PredictLabels } from './labels';
import {
  defaultTolerance,
  knotEpochs,
  type Choice,
  type Prediction,
  type Sketch,
} from './prediction';
import { SketchPlot } from './sketch-plot';

/** Props of {@link Predict}. */
export interface PredictProps extends ComponentPropsWithoutRef<'div'> {
  /** What is asked. */
  question: ReactNode;
  /** What is so: a number, or one of the choices. Without it no answer is judged. */
  answer?: number | string;
  /** How far a number may be off. @default one percent of the answer */
  tolerance?: number;
  /** Answers to choose from; with none, and no `sketch`, a number is asked for. */
  choices?: readonly (Choice | string)[];
  /** Asks for a curve of the loss. Inside a `<Pancake>`, the run's own is drawn over it afterwards. */
  sketch?: Sketch;
  /**
   * What becomes of the children before: `show` hides them, `unlock` shows them without letting the
   * reader use them. @default 'show'
   */
  reveal?: 'show' | 'unlock';
  /** Called when the reader commits to an answer. Nothing is stored. */
  onCommit?: (prediction: Prediction) => void;
  /** What shows the answer: a figure, its controls, an explanation. */
  children?: ReactNode;
  /** Words to use instead of the default ones. */
  labels?: Partial<PredictLabels>;
}

const Live = forwardRef<HTMLDivElement, PredictProps>(function Predict(props, ref) {
  const { formatShort } = useNumbers();
  const { question, answer, tolerance, choices: given, sketch, reveal = 'show', ...more } = props;
  const { onCommit, children, labels, className = '', ...rest } = more;
  const id = useId();
  const words = useLabels('Predict', defaultLabels, labels);
  const choices = given?.map((choice) =>
    typeof choice === 'string' ? { value: choice, label: choice } : choice,
  );
  checkAnswer(choices, answer);
  const [draft, setDraft] = useState('');
  const [losses, setLosses] = useState<readonly number[] | null>(null);
  const [problem, setProblem] = useState<{ text: string; count: number } | null>(null);
  const [prediction, setPrediction] = useState<Prediction | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const held = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => root.current!);
  const isLocked = prediction === null && reveal === 'unlock';
  useBeforePaint(() => {
    if (held.current) held.current.inert = isLocked;
  });
  // What had the focus is gone; the reader goes on at the answer.
  const focusNext = useRef(false);
  useBeforePaint(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    if (prediction) said.current?.focus();
    else focusQuestion(root.current);
  }, [prediction]);

  const fail = (text: string) => setProblem((last) => ({ text, count: (last?.count ?? 0) + 1 }));
  const read = (): Prediction | string => {
    if (sketch) {
      if (!losses) return words.emptySketch;
      return { kind: 'sketch', epochs: knotEpochs(sketch), losses, isRight: null };
    }
    if (choices) {
      if (draft === '') return words.emptyChoice;
      return { kind: 'choice', value: draft, isRight: isAsked(answer) ? draft === answer : null };
    }
    if (draft.trim() === '') return words.emptyNumber;
    try {
      const { value } = evaluate(draft);
      const off = Math.abs(value - Number(answer));
      const isRight = isAsked(answer)
        ? off <= (tolerance ?? defaultTolerance(Number(answer)))
        : null;
      return { kind: 'number', value, isRight };
    } catch (error) {
      if (error instanceof ExpressionError) return words.problem(error.problem);
      throw error;
    }
  };
  const commit = (event: FormEvent) => {
    event.preventDefault();
    const found = read();
    if (typeof found === 'string') return fail(found);
    setProblem(null);
    focusNext.current = true;
    setPrediction(found);
    onCommit?.(found);
  };
  const change = (text: string) => {
    setDraft(text);
    setProblem(null);
  };
  const labelOf = (value: number | string) =>
    typeof value === 'number'
      ? formatShort(value)
      : (choices?.find((choice) => choice.value === value)?.label ?? value);
  return (
    <div
      ref={root}
      data-pancake="Predict"
      role="group"
      aria-labelledby={rest['aria-label'] ? undefined : `${id}-question`}
      {...rest}
      className={`pancake-inline pancake-predict ${className}`.trim()}
      data-state={prediction ? 'committed' : 'open'}
    >
      <form className="pancake-predict-form" noValidate onSubmit={commit}>
        <div id={`${id}-question`} className="pancake-slot pancake-predict-question">
          <strong>{words.predict}:</strong> {question}
        </div>
        {sketch && (
          <SketchPlot
            sketch={sketch}
            losses={losses}
            isFixed={prediction !== null}
            onChange={(changed) => {
              setLosses(changed);
              setProblem(null);
            }}
            words={words}
          />
        )}
        {prediction === null ? (
          <div className="pancake-predict-row">
            {choices && (
              <ChoiceField
                choices={choices}
                chosen={draft}
                onChoose={change}
                questionId={`${id}-question`}
              />
            )}
            {!choices && !sketch && (
              <NumberAnswer
                draft={draft}
                onType={change}
                isWrong={problem !== null}
                questionId={`${id}-question`}
                problemId={`${id}-problem`}
                words={words}
              />
            )}
            <button type="submit" className="pancake-button">
              {words.commit}
            </button>
          </div>
        ) : (
          <div className="pancake-predict-row">
            <p ref={said} className="pancake-predict-said" tabIndex={-1}>
              {prediction.kind !== 'sketch' && words.youSaid(labelOf(prediction.value))}{' '}
              <span data-right={prediction.isRight ?? undefined}>
                {prediction.isRight === null && words.see}
                {prediction.isRight === true && words.right}
                {prediction.isRight === false && words.wrong(labelOf(answer!))}
              </span>
            </p>
            <button
              type="button"
              className="pancake-answer-button"
              onClick={() => {
                focusNext.current = true;
                setPrediction(null);
              }}
            >
              {words.again}
            </button>
          </div>
        )}
        <p id={`${id}-problem`} className="pancake-predict-problem" role="status">
          {problem && <Announcement key={problem.count} text={problem.text} />}
        </p>
      </form>
      {children !== undefined && (
        // A click on what waits leads to what it waits for; the keyboard gets there by itself.
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
        <div
          className="pancake-predict-held"
          data-reveal={reveal}
          onClick={() => isLocked && focusQuestion(root.current)}
        >
          {isLocked && <p className="pancake-predict-locked">{words.locked}</p>}
          <div ref={held} className="pancake-slot">
            {children}
          </div>
        </div>
      )}
    </div>
  );
});

/**
 * Asks for a prediction: a number (also an expression such as `2 * 21`), a choice, or a sketched curve.
 * Only then what it holds is shown, or can be used, beside what the reader said.
 *
 * @throws PancakeError if the answer is not among the choices
 */
export const Predict = guarded<PredictProps, HTMLDivElement>({ name: 'Predict' }, Live);

const isAsked = (answer: number | string | undefined) => answer !== undefined;

function focusQuestion(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>('form input, form [role="slider"]')?.focus();
}

function checkAnswer(choices: readonly Choice[] | undefined, answer: number | string | undefined) {
  if (answer === undefined || !choices || choices.some(({ value }) => value === answer)) return;
  const list = choices.map(({ value }) => `"${value}"`).join(', ');
  throw new PancakeError(`Predict got the answer "${answer}", which is not a choice: ${list}`);
}
