// What the plot shows within its frame: the curves, the moving input, and what is said about it.
import { useMemo, useRef, type ComponentProps, type ReactElement } from 'react';
import { Layer, createActivation, ensure, show, type ActivationName } from '../../engine';
import { useLabels, useNumbers } from '../../a11y';
import type { Trainer } from '../../trainer';
import { BottomAxis, NumberField, useControllable, useWidth, type Frame } from '../figure';
import { usePoster } from '../poster';
import type { ActivationPlotProps } from './activation-plot';
import { Chooser } from './chooser';
import { Evaluator } from './curves';
import { defaultLabels, type ActivationReading } from './labels';
import { createView, runAt, stripHeight } from './layout';
import { InputHandle, InputMarks, PosterInput } from './moving-input';
import { Plot } from './plot';
import { SpreadSentence, Strip, useInputCounter } from './strip';

/** The activation of a run whose inputs are shown. */
export interface ActivationInModel {
  trainer: Trainer;
  /** Its place in the model. */
  place: number;
  layer: Layer;
  /** The unit that the reader looks at, or null for all. */
  unit: number | null;
}

type FrameProps = Omit<ComponentProps<typeof Frame>, 'component' | 'ref'>;

interface BodyProps extends ActivationPlotProps {
  inModel: ActivationInModel | null;
  /** Puts the frame around it. */
  children: (frame: FrameProps) => ReactElement;
}

// What a server, which cannot measure, takes the width to be.
const assumedWidth = 560;
const defaultDomain = [-5, 5] as const;

export function Body({
  of: controlledOf,
  defaultOf,
  onOfChange,
  choose,
  input: controlledInput,
  defaultInput = 0.5,
  onInputChange,
  domain: [from, to] = defaultDomain,
  width: fixedWidth,
  height = 260,
  labels,
  inModel,
  children,
  trainer: _trainer,
  layer: _layer,
  heading,
  caption,
  ...rest
}: BodyProps) {
  const { formatNumber } = useNumbers();
  ensure(
    Number.isFinite(from) && Number.isFinite(to) && from < to,
    () =>
      `ActivationPlot got domain = ${show([from, to])}; it must be two finite numbers, the lesser first`,
  );
  const words = useLabels('ActivationPlot', defaultLabels, labels);
  const [of, setOf] = useControllable<ActivationName | Layer | undefined>(
    controlledOf,
    defaultOf,
    // The chooser knows names only.
    (next) => onOfChange?.(next as ActivationName),
  );
  const layer = useMemo(() => layerOf(of ?? inModel?.layer ?? 'ReLU'), [of, inModel?.layer]);
  const [given, setInput] = useControllable(controlledInput, defaultInput, onInputChange);
  ensure(
    Number.isFinite(given),
    () => `ActivationPlot got input = ${show(given)}; it must be a finite number`,
  );
  const x = Math.min(to, Math.max(from, given));

  const isPoster = usePoster();
  const box = useRef<HTMLDivElement>(null);
  const measured = useWidth(box, fixedWidth ?? assumedWidth);
  const width = fixedWidth ?? measured;
  const evaluator = useMemo(() => new Evaluator(layer), [layer]);
  const curves = useMemo(() => evaluator.curves(from, to, 401), [evaluator, from, to]);
  const view = useMemo(
    () => createView(curves, { width, height }, [words.value, words.slope]),
    [curves, width, height, words.value, words.slope],
  );
  const reading = useMemo((): ActivationReading => {
    const jump = curves.jumps.find((one) => one.x === x) ?? null;
    const { slopes } = evaluator.at([x - (to - from) / 100, x + (to - from) / 100]);
    return { x, ...evaluator.point(x), jump, bend: slopes[1]! >= slopes[0]! ? 1 : -1 };
  }, [evaluator, curves, x, from, to]);
  const counter = useInputCounter(inModel && { ...inModel, layer, from, to });

  const title = heading === undefined ? layer.type : heading;
  const explained =
    caption === undefined
      ? words.caption(runAt(view, x, reading) !== 0, inModel !== null)
      : caption;
  const total = height + (inModel ? stripHeight : 0);
  const frame: FrameProps = {
    heading: title,
    note: words.formula(layer.formula),
    caption: explained,
    description: words.description(layer.type, layer.formula, reading),
    'aria-label': title ? undefined : layer.type,
    ...rest,
    ...{ 'data-activation': layer.type, 'data-input': x },
    ...{ 'data-value': reading.value, 'data-slope': reading.slope },
    table: () => ({
      columns: ['x', 'value', 'slope'],
      rows: Array.from(curves.xs, (at, i) => [at, curves.values[i]!, curves.slopes[i]!]),
    }),
    embed: inModel ? { defaultInput: x } : { defaultOf: layer.type, defaultInput: x },
    children: (
      <>
        {(choose ?? inModel === null) && (
          <Chooser chosen={layer.type} onChoose={setOf} words={words} />
        )}
        <div ref={box} className="pancake-activation" style={{ height: total, width: fixedWidth }}>
          <svg
            viewBox={`0 0 ${width} ${total}`}
            preserveAspectRatio="xMinYMin meet"
            aria-hidden="true"
          >
            <g transform={`translate(${view.left} ${view.top})`}>
              <Plot curves={curves} view={view} words={words} />
              <BottomAxis
                scale={view.x}
                ticks={view.xTicks.filter((tick) => Math.abs(view.x(tick) - view.x(x)) > 34)}
                top={view.plotHeight}
              />
              <InputMarks reading={reading} view={view} />
              {isPoster && <PosterInput reading={reading} view={view} />}
              {inModel && counter && (
                <Strip trainer={inModel.trainer} counter={counter} view={view} words={words} />
              )}
            </g>
          </svg>
          <InputHandle
            {...{ reading, view, from, to, words }}
            hidden={isPoster}
            onMove={(next) => next !== x && setInput(next)}
          />
        </div>
        <div className="pancake-activation-reading">
          <label className="pancake-control">
            <i>{words.inputField}</i>
            <NumberField
              className="pancake-activation-field"
              value={x}
              onChange={setInput}
              problem={(typed, text) => {
                if (!Number.isFinite(typed)) return words.notANumber(text);
                return typed < from || typed > to ? words.outsideDomain(from, to) : null;
              }}
            />
          </label>
          <span>
            {words.value} <b data-value={reading.value}>{formatNumber(reading.value)}</b>
          </span>
          <span>
            {words.slope} <b data-value={reading.slope}>{formatNumber(reading.slope)}</b>
          </span>
        </div>
        <p className="pancake-activation-sentence">{words.chainRule(reading)}</p>
        {inModel && counter && (
          <SpreadSentence
            trainer={inModel.trainer}
            counter={counter}
            words={words}
            unit={inModel.unit}
          />
        )}
      </>
    ),
  };
  return children(frame);
}

function layerOf(of: ActivationName | Layer): Layer {
  if (!(of instanceof Layer)) return createActivation(of);
  ensure(
    of.elementwise,
    () =>
      `ActivationPlot got ${of.describe()}, which is not a function of one number; give it an activation`,
  );
  return of;
}
