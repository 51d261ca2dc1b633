// ChainRuleStepper: E = (k·v)² forward, then backward, one step at a time, with every number.
import { forwardRef, useMemo, type KeyboardEvent } from 'react';
import { formatShort } from '../../a11y';
import { Frame, useControllable, type FigureProps } from '../figure';
import { atWork, chainRule, foundAt, steps, type ChainRule, type Factor } from './chain-rule';
import { defaultLabels, type ChainRuleStepperLabels } from './labels';
import { Edge, Node, Quantity, SlopeTile, Tile } from './parts';

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
    const step = Math.min(lastStep, Math.max(0, Math.round(wanted)));

    const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
    const numbers = useMemo(() => chainRule(k, v, epsilon), [k, v, epsilon]);
    const { name } = steps[step]!;
    const sentence = numbers
      ? words.sentences[name]({ ...numbers, k, v, epsilon })
      : words.tooLarge;

    const onKeyDown = (event: KeyboardEvent) => {
      const to = { ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: lastStep }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      if (to >= 0 && to <= lastStep) setStep(to);
    };

    return (
      <Frame
        ref={ref}
        component="ChainRuleStepper"
        heading={words.heading}
        note={words.note(k, v)}
        data-status="idle"
        data-epoch="0"
        data-loss={numbers?.E}
        data-step={step}
        {...rest}
      >
        <Picture numbers={numbers} step={step} k={k} v={v} epsilon={epsilon} words={words} />

        <div className="pancake-steps">
          <div className="pancake-steps-buttons">
            <button
              type="button"
              className="pancake-button"
              disabled={step === 0}
              onClick={() => setStep(step - 1)}
              onKeyDown={onKeyDown}
            >
              {words.back}
            </button>
            <button
              type="button"
              className="pancake-button pancake-button-main"
              onClick={() => setStep(step === lastStep ? 0 : step + 1)}
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
            <p role="status">{sentence}</p>
            <code>{words.code[name]}</code>
          </div>
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
          <div className="pancake-quantity">
            <label>
              <i>{words.epsilon}</i>
              <input
                className="pancake-range"
                type="range"
                min={-12}
                max={-1}
                step={1}
                value={Math.round(Math.log10(epsilon))}
                aria-valuetext={formatShort(epsilon)}
                onChange={(event) => setEpsilon(Number(`1e${event.target.value}`))}
              />
            </label>
            <span className="pancake-quantity-value" aria-hidden="true">
              {formatShort(epsilon)}
            </span>
          </div>
        </div>
      </Frame>
    );
  },
);

interface PictureProps {
  numbers: ChainRule | null;
  step: number;
  k: number;
  v: number;
  epsilon: number;
  words: ChainRuleStepperLabels;
}

function Picture({ numbers, step, k, v, epsilon, words }: PictureProps) {
  const working = atWork[steps[step]!.name];
  const of = (factor: Factor) => ({
    factor,
    value: numbers && step >= foundAt(factor) ? numbers[factor] : null,
    lit: working.includes(factor),
    words,
  });
  return (
    <div className="pancake-chain">
      <div className="pancake-line">
        <Node name="v" value={v} lit={working.includes('v')} words={words} />
        <Edge name={words.multiply} slope={of('dM_dv').value} words={words} />
        <Node name="M" {...of('M')} />
        <Edge name={words.square} slope={of('dE_dM').value} words={words} />
        <Node name="E" {...of('E')} />
      </div>
      <div className="pancake-product">
        <Tile {...of('dE_dv')} />
        <span>=</span>
        <Tile {...of('dE_dM')} formula="2M" />
        <span>×</span>
        <Tile {...of('dM_dv')} formula="k" />
        <span className="pancake-product-aside">
          <span>{words.numericalSlope}</span>
          <SlopeTile {...of('slope')} epsilon={epsilon} />
        </span>
      </div>
      <div className="pancake-product">
        <Tile {...of('dE_dk')} />
        <span>=</span>
        <Tile {...of('dE_dM')} formula="2M" reused lit={working.includes('dE_dk')} />
        <span>×</span>
        <Tile {...of('dM_dk')} formula="v" />
      </div>
    </div>
  );
}
