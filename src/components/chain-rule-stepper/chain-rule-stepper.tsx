// ChainRuleStepper: E = (k·v)² forward, then backward, one step at a time, with every number.
import { forwardRef, useMemo, useRef, type KeyboardEvent } from 'react';
import { Announcement, Frame, useControllable, type FigureProps } from '../figure';
import { chainRule, steps } from './chain-rule';
import { defaultLabels, type ChainRuleStepperLabels } from './labels';
import { Picture } from './picture';
import { Epsilon, Quantity } from './quantity';

/** Props of {@link ChainRuleStepper}. */
export interface ChainRuleStepperProps extends Omit<FigureProps, 'trainer'> {
  /** The parameter k; makes it the page's to change. */
  k?: number;
  /** @default 0.5 */
  defaultK?: number;
  /** Called when the reader asks for another k. */
  onKChange?: (k: number) => void;
  /** The input v; makes it the page's to change. */
  v?: number;
  /** @default 42 */
  defaultV?: number;
  /** Called when the reader asks for another v. */
  onVChange?: (v: number) => void;
  /** ε, how far v is moved to measure the slope; makes it the page's to change. */
  epsilon?: number;
  /** @default 0.001 */
  defaultEpsilon?: number;
  /** Called when the reader asks for another ε. */
  onEpsilonChange?: (epsilon: number) => void;
  /** The step shown, from 0 to 6; makes it the page's to change. */
  step?: number;
  /** @default 0 */
  defaultStep?: number;
  /** Called when the reader asks for another step. */
  onStepChange?: (step: number) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<ChainRuleStepperLabels>;
}

const lastStep = steps.length - 1;

/** The notebook's first example: every factor of the chain rule as a symbol and a number. */
export const ChainRuleStepper = forwardRef<HTMLElement, ChainRuleStepperProps>(
  function ChainRuleStepper(props, ref) {
    const {
      k: givenK,
      defaultK = 0.5,
      onKChange,
      v: givenV,
      defaultV = 42,
      onVChange,
      epsilon: givenEpsilon,
      defaultEpsilon = 0.001,
      onEpsilonChange,
      step: givenStep,
      defaultStep = 0,
      onStepChange,
      labels,
      ...rest
    } = props;
    const [k, setK] = useControllable(givenK, defaultK, onKChange);
    const [v, setV] = useControllable(givenV, defaultV, onVChange);
    const [epsilon, setEpsilon] = useControllable(givenEpsilon, defaultEpsilon, onEpsilonChange);
    const [wanted, setStep] = useControllable(givenStep, defaultStep, onStepChange);
    const step = Math.min(lastStep, Math.max(0, Math.round(wanted) || 0));

    const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
    const numbers = useMemo(() => chainRule(k, v, epsilon), [k, v, epsilon]);
    const { name, finds } = steps[step]!;
    const next = useRef<HTMLButtonElement>(null);

    const goTo = (to: number) => {
      // At the first step "Back" can hold the focus no longer.
      if (to === 0) next.current?.focus();
      setStep(to);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const to = { ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: lastStep }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      if (to >= 0 && to <= lastStep && to !== step) goTo(to);
    };

    return (
      <Frame
        ref={ref}
        component="ChainRuleStepper"
        heading={words.heading}
        note={words.note(k, v)}
        data-status="idle"
        data-epoch="0"
        data-loss={numbers && Number.isFinite(numbers.E) ? numbers.E : undefined}
        data-step={step}
        {...rest}
      >
        <Picture {...{ numbers, step, v, epsilon, words }} />

        <div className="pancake-steps" role="group" aria-label={words.steps}>
          <div className="pancake-steps-buttons">
            <button
              type="button"
              className="pancake-button"
              disabled={step === 0}
              onClick={() => goTo(step - 1)}
              onKeyDown={onKeyDown}
            >
              {words.back}
            </button>
            <button
              ref={next}
              type="button"
              className="pancake-button pancake-button-main"
              onClick={() => goTo(step === lastStep ? 0 : step + 1)}
              onKeyDown={onKeyDown}
            >
              {step === lastStep ? words.restart : words.next}
            </button>
            <span className="pancake-steps-progress">
              <span className="pancake-steps-bar" aria-hidden="true">
                {steps.map((one, i) => (
                  <i key={one.name} data-done={i <= step || undefined} />
                ))}
              </span>
              {words.progress(step + 1, steps.length)}
            </span>
          </div>
          <div className="pancake-steps-sentence">
            <b>{words.titles[name]}</b>
            <p>{sentenceOf()}</p>
            <code>{words.code[name]}</code>
          </div>
          <p className="pancake-hidden" role="status">
            <Announcement key={step} text={`${words.titles[name]}. ${sentenceOf()}`} />
          </p>
        </div>

        <div className="pancake-quantities">
          <Quantity
            name={words.k}
            value={k}
            min={-3}
            max={3}
            step={0.1}
            onChange={setK}
            words={words}
          />
          <Quantity
            name={words.v}
            value={v}
            min={-50}
            max={50}
            step={1}
            onChange={setV}
            words={words}
          />
          <Epsilon value={epsilon} onChange={setEpsilon} words={words} />
        </div>
      </Frame>
    );

    function sentenceOf(): string {
      if (!numbers) return words.missing;
      if (!finds.every((factor) => Number.isFinite(numbers[factor]))) return words.tooLarge;
      return words.sentences[name]({ ...numbers, k, v, epsilon });
    }
  },
);
