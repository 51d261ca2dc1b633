// LossChart: the loss of a run against its epochs, over the training and the test data.
import { forwardRef, useCallback, useMemo, useRef } from 'react';
import { useContextTrainer, useTrainerFrame, useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { Figure, useControllable, useWidth, type FigureProps } from '../figure';
import { domainOf, type LossScale } from './domain';
import { defaultLabels, type LossChartLabels } from './labels';
import { createView } from './layout';
import { Plot } from './plot';
import { Reader } from './reader';
import { lossAt, summarize } from './summary';

/** Props of {@link LossChart}. */
export interface LossChartProps extends FigureProps {
  /** Whether equal heights are equal differences or equal factors; makes it the page's to change. */
  scale?: LossScale;
  /** The scale to begin with, where the reader may change it. @default 'linear' */
  defaultScale?: LossScale;
  /** Called when the reader asks for the other scale. */
  onScaleChange?: (scale: LossScale) => void;
  /** Whether the reader gets a button for the scale. @default true */
  scaleControl?: boolean;
  /** Height of the chart with its axes, in pixels. @default 240 */
  height?: number;
  /** Width in pixels. @default as wide as the box it is in */
  width?: number;
  /** Words to use instead of the default ones. */
  labels?: Partial<LossChartLabels>;
}

// What a server, which cannot measure, takes the width to be.
const assumedWidth = 360;

/** The training and the test loss of a run, epoch by epoch, as it goes on. */
export const LossChart = forwardRef<HTMLElement, LossChartProps>(function LossChart(
  {
    trainer: given,
    scale: controlled,
    defaultScale = 'linear',
    onScaleChange,
    scaleControl = true,
    height = 240,
    width: fixedWidth,
    labels,
    heading,
    ...rest
  },
  ref,
) {
  const trainer = useContextTrainer(given, 'LossChart');
  const words = useMemo(() => ({ ...defaultLabels, ...labels }), [labels]);
  const [scale, setScale] = useControllable(controlled, defaultScale, onScaleChange);

  const box = useRef<HTMLDivElement>(null);
  const measured = useWidth(box, fixedWidth ?? assumedWidth);
  const width = fixedWidth ?? measured;
  const domain = useTrainerValue(
    useCallback((_: Snapshot, run: Trainer) => domainOf(run, scale), [scale]),
    trainer,
  );
  const { train, test } = words;
  const view = useMemo(
    () => createView(domain, scale, { width, height }, [train, test]),
    [domain, scale, width, height, train, test],
  );
  const { description, empty, ...values } = useTrainerValue(
    useCallback((now: Snapshot, run: Trainer) => inWords(now, run, words), [words]),
    trainer,
  );

  // React writes these too, but late.
  useTrainerFrame((run) => {
    const figure = box.current?.closest('figure');
    const { loss, testLoss } = lossAt(run.curves, Infinity);
    if (loss !== null) figure?.setAttribute('data-train-loss', String(loss));
    if (testLoss !== null) figure?.setAttribute('data-test-loss', String(testLoss));
  }, trainer);

  const title = heading === undefined ? words.heading : heading;
  // Said once: by the default heading, or beside another one.
  const unit = heading === undefined ? null : words.loss;
  const note = (
    <span className="pancake-loss-note">
      {unit}
      {scaleControl && <ScaleButton words={words} scale={scale} onChange={setScale} />}
    </span>
  );

  return (
    <Figure
      ref={ref}
      component="LossChart"
      trainer={trainer}
      heading={title}
      note={(unit || scaleControl) && note}
      description={description}
      aria-label={title ? undefined : words.name}
      data-scale={scale}
      {...values}
      {...rest}
    >
      <div ref={box} className="pancake-loss" style={{ height, width: fixedWidth }}>
        <Plot trainer={trainer} view={view} words={words} />
        <Reader trainer={trainer} view={view} words={words} />
        {empty && (
          <div className="pancake-loss-empty" style={insidePlot(view)}>
            <span>{words.empty}</span>
          </div>
        )}
      </div>
    </Figure>
  );
});

interface ScaleButtonProps {
  words: LossChartLabels;
  scale: LossScale;
  onChange: (scale: LossScale) => void;
}

function ScaleButton({ words, scale, onChange }: ScaleButtonProps) {
  const isLog = scale === 'log';
  return (
    <button
      type="button"
      className="pancake-loss-scale"
      aria-label={words.logName}
      aria-pressed={isLog}
      onClick={() => onChange(isLog ? 'linear' : 'log')}
    >
      <span>{words.log}</span>
    </button>
  );
}

function insidePlot({ left, top, plotWidth, plotHeight }: ReturnType<typeof createView>) {
  return { left, top, width: plotWidth, height: plotHeight };
}

function inWords(now: Snapshot, run: Trainer, words: LossChartLabels) {
  const summary = summarize(now, run.curves);
  return {
    description: words.describe(summary),
    empty: now.lastEpoch === 0 && (now.status === 'idle' || now.status === 'paused'),
    'data-train-loss': text(summary.loss),
    'data-test-loss': text(summary.testLoss),
  };
}

// Every digit, so that it can be compared with the run's own number.
function text(value: number | null): string | undefined {
  return value === null ? undefined : String(value);
}
