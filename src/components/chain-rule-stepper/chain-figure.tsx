// The whole figure for one chain: its picture, its products, the steps and what each of them does.
import { forwardRef, useId, useImperativeHandle, useMemo, useRef, type ReactNode } from 'react';
import { useLabels, useNumbers } from '../../a11y';
import type { Trainer } from '../../trainer';
import { Announcement, Figure, Frame, PlaceChooser, useControllable } from '../figure';
import { useFormulaLanguage, useLinkedTerms } from '../formula';
import { traceTable } from '../share';
import { chainOf, termValues, type Chain, type ChainSource } from './chain';
import { Controls } from './controls';
import { factsOf } from './facts';
import { Inputs, type SettableNumber } from './inputs';
import { defaultLabels } from './labels';
import { composition, fitsOnLine, Line } from './line';
import { ProductsPart } from './products-part';
import type { SharedProps } from './props';
import { questionOf } from './questions';
import { Stack } from './stack';
import { StepPanel } from './step-panel';
import { stepsOf } from './steps';
import { useHiddenAnswers } from './hidden-answers';
import type { ChainView } from './view';

interface ChainFigureProps extends Omit<SharedProps, 'names'> {
  /** Null if the page gave no numbers to compute with. */
  source: ChainSource | null;
  /** Another object whenever the numbers of the source are others. */
  version: unknown;
  /** The run that the chain is of, if it is one's. */
  trainer: Trainer | null;
  /** What the chain computes. @default its composition */
  title?: ReactNode;
  /** The numbers that the reader may set. */
  numbers: readonly SettableNumber[];
}

/** The figure, for whatever it steps through. */
export const ChainFigure = forwardRef<HTMLElement, ChainFigureProps>(function ChainFigure(
  { source, version, trainer, title, numbers, ...props },
  ref,
) {
  const {
    step: givenStep,
    defaultStep = 0,
    onStepChange,
    epsilon: givenEpsilon,
    defaultEpsilon = 0.001,
    onEpsilonChange,
    sample: givenSample,
    defaultSample = 0,
    onSampleChange,
    folded,
    defaultFolded,
    onFoldedChange,
    hideAnswers,
    defaultHideAnswers,
    onHideAnswersChange,
    onAnswer,
    autoplay = false,
    pace = 0.5,
    code = 'closed',
    labels,
    ...rest
  } = props;
  const words = useLabels('ChainRuleStepper', defaultLabels, labels);
  const format = useNumbers();
  const language = useFormulaLanguage();
  const [wanted, setStep] = useControllable(givenStep, defaultStep, onStepChange);
  const [epsilon, setEpsilon] = useControllable(givenEpsilon, defaultEpsilon, onEpsilonChange);
  const [wantedSample, setSample] = useControllable(givenSample, defaultSample, onSampleChange);

  const chain = useMemo(() => chainFrom(source, version), [source, version]);
  const samples = chain?.values[0]!.shape[0] ?? 1;
  const sample = within(wantedSample, samples);
  const terms = useMemo(() => (chain ? termValues(chain, sample) : new Map()), [chain, sample]);
  const steps = useMemo(() => (chain ? stepsOf(chain.names) : []), [chain]);
  const step = within(wanted, steps.length || 1);
  const answers = useHiddenAnswers({
    ...{ hideAnswers, defaultHideAnswers, onHideAnswersChange },
    steps,
    of: source?.model,
  });

  const id = useId();
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  useLinkedTerms(root);

  if (!chain) {
    return (
      <Frame
        ref={root}
        component="ChainRuleStepper"
        heading={title}
        {...still}
        data-step={0}
        {...rest}
      >
        <p className="pancake-message" role="status">
          {words.missing}
        </p>
        <Inputs numbers={numbers} epsilon={epsilon} onEpsilon={setEpsilon} words={words} />
      </Frame>
    );
  }
  const view: ChainView = {
    chain,
    terms,
    steps,
    step,
    sample,
    words,
    numbers: format,
    language,
    isKnown: (term) => {
      const found = steps.findIndex(({ finds }) => finds.includes(term));
      return found <= step && answers.isOpen(found);
    },
    isLit: (term) => steps[step]!.works.includes(term),
  };
  const facts = factsOf(view, epsilon);
  const { kind } = steps[step]!;
  const name = words.titles[kind](facts);
  const sentence = sentenceOf(view, facts, words, epsilon, answers.isOpen(step));
  const value = chain.objective?.value ?? chain.values.at(-1)?.data[0];
  const hasLayers = chain.layers.length > 0;

  const content = (
    <>
      {samples > 1 && (
        <PlaceChooser
          place={sample}
          count={samples}
          onChoose={setSample}
          words={{
            name: words.sample,
            of: words.ofSamples,
            previous: words.previousSample,
            next: words.nextSample,
          }}
        />
      )}
      {fitsOnLine(view) ? <Line view={view} /> : <Stack view={view} />}
      {hasLayers && (
        <ProductsPart
          view={view}
          epsilon={epsilon}
          {...{ folded, defaultFolded, onFoldedChange }}
        />
      )}
      {!hasLayers && <p className="pancake-message">{words.empty}</p>}
      <div className="pancake-steps" role="group" aria-label={words.steps}>
        <Controls
          step={step}
          count={steps.length}
          title={name}
          pace={pace}
          autoplay={autoplay}
          goTo={setStep}
          words={words}
        />
        <Inputs numbers={numbers} epsilon={epsilon} onEpsilon={setEpsilon} words={words} />
        <StepPanel
          view={view}
          facts={facts}
          name={name}
          sentence={sentence}
          epsilon={epsilon}
          answers={answers}
          onAnswer={onAnswer}
          code={code}
        />
        <p id={`${id}-said`} className="pancake-hidden" role="status">
          <Announcement key={`${step} ${answers.isOpen(step)}`} text={`${name}. ${sentence}`} />
        </p>
      </div>
    </>
  );
  const frame = {
    ref: root,
    component: 'ChainRuleStepper',
    'aria-describedby': `${id}-said`,
    table: () => traceTable(chain.steps ?? []),
    embed: trainer ? { defaultStep: step, defaultSample: sample } : null,
    heading: title ?? composition(chain.names),
    note:
      samples > 1
        ? words.batchNote(sample, samples)
        : words.note(numbers.map((one) => [one.name, one.value] as const)),
    'data-step': step,
    'data-sample': sample,
    ...rest,
  };
  if (trainer)
    return (
      <Figure trainer={trainer} {...frame}>
        {content}
      </Figure>
    );
  return (
    <Frame
      {...still}
      data-loss={value !== undefined && Number.isFinite(value) ? value : undefined}
      {...frame}
    >
      {content}
    </Frame>
  );
});

// A figure without a run is always at rest.
const still = { 'data-status': 'idle', 'data-epoch': '0' };

// The version says that the numbers are others, though the source may be the same object.
function chainFrom(source: ChainSource | null, _version: unknown): Chain | null {
  return source && chainOf(source);
}

function within(wanted: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.round(wanted) || 0));
}

function sentenceOf(
  view: ChainView,
  facts: ReturnType<typeof factsOf>,
  words: ChainView['words'],
  epsilon: number,
  isOpen: boolean,
): string {
  const { kind, finds } = view.steps[view.step]!;
  if (kind === 'check' && !(Number.isFinite(epsilon) && epsilon !== 0)) return words.missing;
  // A slope that would be a table for each number has no value of its own.
  const isFinite = finds.every((term) => {
    if (term === 'slope') return facts.isMeasured;
    const value = view.terms.get(term);
    return value ? value.data.every(Number.isFinite) : view.chain.steps !== null;
  });
  if (!isFinite) return words.tooLarge;
  return isOpen
    ? words.sentences[kind](facts)
    : words.workItOut(questionOf(view)?.name ?? facts.output, facts);
}
