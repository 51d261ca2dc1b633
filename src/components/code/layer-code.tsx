// LayerCode: the code that does a layer's step, the engine's own and the notebook's, line by line.
import { forwardRef, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { useLabels } from '../../a11y';
import type { TraceStep } from '../../engine';
import { type FigureProps, Frame, island, layerCodeRoom, useControllable } from '../figure';
import { codeTable } from '../share';
import { useLinkedTerms, type StepNames } from '../formula';
import { CodePanes, type ShownCode } from './code-panes';
import type { CodeRole } from './excerpt';
import { defaultLabels, type LayerCodeLabels, type LayerCodePhase } from './labels';
import { numpyOf } from './numpy';
import { isOfEngine, ownCodeOf } from './own-code';
import { sourcesOf } from './sources';
import { termsOfStep, type CodeTerms } from './terms';

/** Props of {@link LayerCode}. */
export interface LayerCodeProps extends Omit<FigureProps, 'trainer'> {
  /** What the layer did, as `trace` gives it. */
  step: TraceStep;
  /** What its values and parameters are called. */
  names: StepNames;
  /** Which part of its work is shown; the last two are both in `backward`. */
  phase: LayerCodePhase;
  /** What runs now. @default forward: remember and compute; backward: dIn; parameters: accumulate */
  executing?: readonly CodeRole[];
  /** Whether a term's numbers may be shown, by its id. @default all of them */
  isKnown?: (term: string) => boolean;
  /** Which code is shown; makes it the page's to change. */
  show?: ShownCode;
  /** @default 'both' */
  defaultShow?: ShownCode;
  /** Called when the reader asks for other code. */
  onShowChange?: (show: ShownCode) => void;
  /** Words to use instead of the default ones. */
  labels?: Partial<LayerCodeLabels>;
}

const runsIn: Readonly<Record<LayerCodePhase, readonly CodeRole[]>> = {
  forward: ['remember', 'compute'],
  backward: ['dIn'],
  parameters: ['accumulate'],
};

const Live = forwardRef<HTMLElement, LayerCodeProps>(function LayerCode(props, ref) {
  const { step, names, phase, executing = runsIn[phase], isKnown, labels, ...others } = props;
  const { show: given, defaultShow = 'both', onShowChange, ...rest } = others;
  const [show, setShow] = useControllable(given, defaultShow, onShowChange);
  const words = useLabels('LayerCode', defaultLabels, labels);
  const root = useRef<HTMLElement>(null);
  useImperativeHandle(ref, () => root.current!, []);
  useLinkedTerms(root);
  const keys = useId();

  const { layer, type } = step;
  const pass = phase === 'forward' ? 'forward' : 'backward';
  const typescript = useMemo(
    () => (isOfEngine(layer) && sourcesOf(type)?.[pass]) || [ownCodeOf(layer, pass)],
    [layer, type, pass],
  );
  const isOwn = typescript[0]!.file === undefined;
  const numpy = useMemo(() => (isOwn ? [] : (numpyOf(layer)?.[pass] ?? [])), [layer, pass, isOwn]);
  const terms = useMemo(() => known(termsOfStep(step, names), isKnown), [step, names, isKnown]);

  return (
    <Frame
      ref={root}
      component="LayerCode"
      table={() => codeTable(typescript.flatMap(({ lines }) => lines.map(({ text }) => text)))}
      embed={null}
      heading={words.heading(step.description, phase)}
      note={!isOwn && <Switch show={show} onShow={setShow} words={words} />}
      caption={isOwn ? null : words.caption}
      data-phase={phase}
      data-layer={type}
      aria-describedby={keys}
      {...rest}
    >
      {isOwn && <p className="pancake-code-note">{words.own(type)}</p>}
      {phase === 'parameters' && step.parameters.length === 0 && (
        <p className="pancake-code-note">{words.noParameters(type)}</p>
      )}
      <CodePanes {...{ typescript, numpy, executing, terms, show, words }} />
      <p id={keys} className="pancake-hidden" data-keys="">
        {words.keys}
      </p>
    </Frame>
  );
});

/**
 * The engine's method for a layer's step, read from its source when the package was built, and the
 * same in NumPy. The lines that run are marked; a name that stands for a tensor shows its numbers.
 */
export const LayerCode = island<LayerCodeProps>(layerCodeRoom, Live);

function known(terms: CodeTerms, isKnown: LayerCodeProps['isKnown']): CodeTerms {
  if (!isKnown) return terms;
  return Object.fromEntries(
    Object.entries(terms).map(([what, { value, ...term }]) => [
      what,
      isKnown(term.id) ? { ...term, value } : term,
    ]),
  );
}

const choices: readonly ShownCode[] = ['typescript', 'numpy', 'both'];

interface SwitchProps {
  show: ShownCode;
  onShow: (show: ShownCode) => void;
  words: LayerCodeLabels;
}

function Switch({ show, onShow, words }: SwitchProps) {
  const name = useId();
  return (
    <fieldset className="pancake-code-switch">
      <legend className="pancake-hidden">{words.show}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === show}
            onChange={() => onShow(choice)}
          />
          <span>{words[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
