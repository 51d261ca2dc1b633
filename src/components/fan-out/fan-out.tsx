// FanOut: one value used twice, and why its two gradients are added.
import { forwardRef, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { useLabels, useNumbers } from '../../a11y';
import {
  Announcement,
  Epsilon,
  Frame,
  Quantity,
  useControllable,
  type FigureProps,
  island,
  fanOutRoom,
} from '../figure';
import { useLinkedTerms } from '../formula';
import { fanOutWays, type FanOutRule, type FanOutWay } from './circuits';
import { defaultLabels, type FanOutLabels } from './labels';
import { compare, numbersOf } from './numbers';
import { Picture } from './picture';

/** Props of {@link FanOut}. */
export interface FanOutProps extends Omit<FigureProps, 'trainer'> {
  /** The value that is used twice; makes it the page's to change. */
  a?: number;
  /** @default 3 */
  defaultA?: number;
  /** Called when the reader asks for another a. */
  onAChange?: (a: number) => void;
  /** What stands on the second way: nothing, × k, or a square; makes it the page's to change. */
  way?: FanOutWay;
  /** @default 'nothing' */
  defaultWay?: FanOutWay;
  /** Called when the reader asks for another way. */
  onWayChange?: (way: FanOutWay) => void;
  /** What is done with the second gradient; makes it the page's to change. */
  rule?: FanOutRule;
  /** @default 'add' */
  defaultRule?: FanOutRule;
  /** Called when the reader asks for another rule. */
  onRuleChange?: (rule: FanOutRule) => void;
  /** The factor on the second way, where there is one. @default 0.5 */
  k?: number;
  /** ε, how far a is moved to measure the slope; makes it the page's to change. */
  epsilon?: number;
  /** @default 0.001 */
  defaultEpsilon?: number;
  /** Called when the reader asks for another ε. */
  onEpsilonChange?: (epsilon: number) => void;
  /** 0: forward; 1: back along the first way; 2: back along both. Makes it the page's to change. */
  step?: number;
  /** @default 2 */
  defaultStep?: number;
  /** Called when the reader asks for another step. */
  onStepChange?: (step: number) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<FanOutLabels>;
}

const marks = { agrees: '✓', differs: '✗', unclear: '?' };
const lastStep = 2;
const slider = { min: -10, max: 10, step: 0.5 };

const Live = forwardRef<HTMLElement, FanOutProps>(function FanOut(props, ref) {
  const { formatShort } = useNumbers();
  const { a: givenA, defaultA = 3, onAChange, k = 0.5, labels, ...others } = props;
  const { way: givenWay, defaultWay = 'nothing', onWayChange, ...more } = others;
  const { rule: givenRule, defaultRule = 'add', onRuleChange, ...rest } = more;
  const { epsilon: givenEpsilon, defaultEpsilon = 0.001, onEpsilonChange, ...last } = rest;
  const { step: givenStep, defaultStep = lastStep, onStepChange, ...frame } = last;
  const words = useLabels('FanOut', defaultLabels, labels);
  const [a, setA] = useControllable(givenA, defaultA, onAChange);
  const [way, setWay] = useControllable<FanOutWay>(givenWay, defaultWay, onWayChange);
  const [rule, setRule] = useControllable<FanOutRule>(givenRule, defaultRule, onRuleChange);
  const [epsilon, setEpsilon] = useControllable(givenEpsilon, defaultEpsilon, onEpsilonChange);
  const [wanted, setStep] = useControllable(givenStep, defaultStep, onStepChange);
  const step = Math.min(lastStep, Math.max(0, Math.round(wanted)));
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  useLinkedTerms(root);

  const numbers = useMemo(
    () => numbersOf(way, rule, { a, k, epsilon }),
    [way, rule, a, k, epsilon],
  );
  const verdict = numbers && compare(numbers, { epsilon, a });
  const facts = numbers && {
    rule,
    a: formatShort(a),
    b: formatShort(numbers.b),
    second: formatShort(numbers.second),
    ways: [formatShort(numbers.ways[0]), formatShort(numbers.ways[1])] as const,
    gradient: formatShort(numbers.gradient),
  };
  const sentence = facts ? words.sentence(step, facts) : words.tooLarge;
  const isWhole = step === lastStep;
  return (
    <Frame
      ref={root}
      component="FanOut"
      table={() => ({
        columns: ['a', 'b', 'way1', 'way2', 'gradient', 'measured'],
        rows: numbers ? [[a, numbers.b, ...numbers.ways, numbers.gradient, numbers.measured]] : [],
      })}
      embed={{ defaultA: a, k, defaultWay: way, defaultRule: rule }}
      heading={words.heading(words.formula(way))}
      data-status="idle"
      data-epoch="0"
      data-rule={rule}
      data-way={way}
      data-step={step}
      data-verdict={verdict ?? undefined}
      {...frame}
    >
      {numbers && facts && verdict ? (
        <>
          <Picture {...{ way, rule, a, k, step, numbers, words }} />
          <div className="pancake-fan-out-result">
            <dl>
              <div data-term="db_da">
                <dt>{isWhole ? words.backward : words.soFar}</dt>
                {isWhole ? (
                  <dd data-gradient={numbers.gradient}>
                    {words.atFork(rule, facts.ways, facts.gradient)}
                  </dd>
                ) : (
                  <dd data-gradient={step === 0 ? 0 : numbers.ways[0]}>
                    {step === 0 ? '0' : facts.ways[0]}
                  </dd>
                )}
              </div>
              <div>
                <dt>{words.measured(words.epsilonValue(epsilon))}</dt>
                <dd data-measured={numbers.measured}>{formatShort(numbers.measured, 8)}</dd>
              </div>
            </dl>
            <p data-verdict={verdict} data-waits={!isWhole || undefined}>
              <span aria-hidden="true">{marks[verdict]}</span>{' '}
              {verdict === 'differs'
                ? words.differs(formatShort(Math.abs(numbers.measured - numbers.gradient), 4))
                : words[verdict]}
            </p>
          </div>
          <p className="pancake-fan-out-sentence">{sentence}</p>
        </>
      ) : (
        <p className="pancake-message">{words.tooLarge}</p>
      )}
      <p className="pancake-hidden" role="status">
        <Announcement key={`${rule} ${way} ${step}`} text={sentence} />
      </p>
      <div className="pancake-fan-out-steps">
        <StepButton to={step - 1} onStep={setStep}>
          {words.previous}
        </StepButton>
        <StepButton to={step + 1} onStep={setStep}>
          {words.next}
        </StepButton>
        <span>{words.step(step + 1, lastStep + 1)}</span>
      </div>
      <div className="pancake-fan-out-choices">
        <Choice
          name={words.rule}
          choices={['add', 'overwrite'] as const}
          chosen={rule}
          label={(one) => words.rules[one]}
          onChoose={setRule}
        />
        <Choice
          name={words.ways}
          choices={fanOutWays}
          chosen={way}
          label={words.formula}
          onChoose={setWay}
        />
      </div>
      <div className="pancake-quantities">
        <Quantity name="a" value={a} {...slider} onChange={setA} words={words} />
        <Epsilon value={epsilon} onChange={setEpsilon} words={words} />
      </div>
    </Frame>
  );
});

/**
 * b = a + f(a), forward and backward, with a switch between the right rule for the fork and a wrong
 * one, and the measured slope beside what backward says. Both rules are layers that the engine runs.
 */
export const FanOut = island<FanOutProps>(fanOutRoom, Live);

interface StepButtonProps {
  to: number;
  onStep: (to: number) => void;
  children: string;
}

// A button that was disabled would drop the focus at the end of the way.
function StepButton({ to, onStep, children }: StepButtonProps) {
  const isEnd = to < 0 || to > lastStep;
  return (
    <button
      type="button"
      className="pancake-button"
      aria-disabled={isEnd}
      onClick={() => !isEnd && onStep(to)}
    >
      {children}
    </button>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  choices: readonly T[];
  chosen: T;
  label: (choice: T) => string;
  onChoose: (choice: T) => void;
}

/** Radio buttons in one outline. */
function Choice<T extends string>({ name, choices, chosen, label, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <fieldset className="pancake-code-switch pancake-fan-out-choice">
      <legend>{name}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={id}
            value={choice}
            checked={choice === chosen}
            onChange={() => onChoose(choice)}
          />
          <span>{label(choice)}</span>
        </label>
      ))}
    </fieldset>
  );
}
