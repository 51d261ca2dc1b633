// What a step does: its formula, its formula with the numbers, the result, and the code that does it.
import { useLayoutEffect, useRef, useState } from 'react';
import { Answer, AnswerHints } from '../answer';
import { LayerCode } from '../code';
import { Check } from './check';
import type { HiddenAnswers } from './hidden-answers';
import { Matrices } from './matrices';
import { questionOf } from './questions';
import type { SharedProps } from './props';
import type { StepFacts } from './sentences';
import { StepFormulas } from './step-formulas';
import type { ChainView } from './view';

interface StepPanelProps {
  view: ChainView;
  facts: StepFacts;
  name: string;
  sentence: string;
  epsilon: number;
  answers: HiddenAnswers;
  onAnswer: SharedProps['onAnswer'];
  code: NonNullable<SharedProps['code']>;
}

/** The step in words, in symbols, in numbers and in code. */
export function StepPanel(props: StepPanelProps) {
  const { view, facts, name, sentence, epsilon, answers, onAnswer, code } = props;
  const { chain, steps, step, words } = view;
  const { kind, layer } = steps[step]!;
  const isOpen = answers.isOpen(step);
  const [codeOpen, setCodeOpen] = useState(code === 'open');
  const [panel, growAnew] = useGrowingHeight();
  const question = answers.hidden ? questionOf(view) : null;
  const traced = layer === null ? null : chain.steps?.[layer];
  const names = layer === null ? null : chain.names.layers[layer]!;
  return (
    <div className="pancake-chain-step" ref={panel}>
      <div className="pancake-chain-step-head">
        <div className="pancake-steps-sentence">
          <b>{name}</b>
          <p>{sentence}</p>
        </div>
        <label className="pancake-step-hide">
          <input
            type="checkbox"
            checked={answers.hidden}
            onChange={(event) => answers.setHidden(event.target.checked)}
          />
          {words.hide}
        </label>
      </div>
      <StepFormulas view={view} isOpen={isOpen} epsilon={epsilon} />
      {question && (
        <AnswerHints>
          <span className="pancake-step-question">
            <span aria-hidden="true">{question.name} =</span>
            <Answer
              key={step}
              layout="line"
              question={question.question}
              name={question.name}
              state={answers.stateOf(step)}
              onStateChange={(state) => answers.setState(step, state)}
              onAnswer={(answer) => onAnswer?.({ ...answer, step })}
            />
          </span>
        </AnswerHints>
      )}
      {isOpen && <Matrices view={view} />}
      {kind === 'check' && <Check view={view} facts={facts} epsilon={epsilon} />}
      {code !== 'none' && traced && names && (
        <details
          className="pancake-step-more"
          open={codeOpen}
          onToggle={(event) => {
            setCodeOpen(event.currentTarget.open);
            growAnew();
          }}
        >
          <summary>{words.code}</summary>
          {codeOpen && (
            <LayerCode
              step={traced}
              names={names}
              phase={kind === 'forward' || kind === 'parameters' ? kind : 'backward'}
              isKnown={view.isKnown}
            />
          )}
        </details>
      )}
    </div>
  );
}

// As high as the highest step so far, so that the page below does not jump from step to step.
function useGrowingHeight() {
  const panel = useRef<HTMLDivElement>(null);
  const seen = useRef({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    const { width } = element.getBoundingClientRect();
    if (width !== seen.current.width) seen.current = { width, height: 0 };
    element.style.minHeight = '';
    seen.current.height = Math.max(seen.current.height, element.getBoundingClientRect().height);
    element.style.minHeight = `${seen.current.height}px`;
  });
  const growAnew = () => {
    seen.current.height = 0;
  };
  return [panel, growAnew] as const;
}
