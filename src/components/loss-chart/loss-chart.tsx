// LossChart: the loss or the accuracy of a run against its epochs, or of several runs side by side.
import { forwardRef, useCallback, useMemo, useRef } from 'react';
import { useLabels, useNumbers } from '../../a11y';
import { useContextTrainer, useTrainerFrame } from '../../hooks';
import type { Trainer } from '../../trainer';
import {
  Figure,
  useControllable,
  type FigureProps,
  island,
  lossChartRoom,
  overPlot,
  useBoxWidth,
} from '../figure';
import { historyTable } from '../share';
import { MetricSwitch, ScaleButton } from './controls';
import { domainOf, type Domain, type LossScale } from './domain';
import { inWords } from './in-words';
import { defaultLabels, type LossChartLabels } from './labels';
import { createView } from './layout';
import type { Metric } from './metric';
import { Plot } from './plot';
import type { Shown } from './reading';
import { Reader } from './reader';
import { shortNames, type NamedRun } from './runs';
import { lossAt } from './summary';
import { TravelBar } from './travel-bar';
import { useTravel, type OnSeek } from './travel';
import { useEvents } from './use-events';
import { useRunsValue, useSameList } from './use-runs';

/** Props of {@link LossChart}. */
export interface LossChartProps extends FigureProps {
  /** Loss or accuracy; makes it the page's to change. */
  metric?: Metric;
  /** What to begin with, where the reader may change it. @default 'loss' */
  defaultMetric?: Metric;
  /** Called when the reader asks for the other one. */
  onMetricChange?: (metric: Metric) => void;
  /** Whether the reader gets a switch for it; never for regression. @default false */
  metricControl?: boolean;
  /** Whether equal heights are equal differences or equal factors; makes it the page's to change. */
  scale?: LossScale;
  /** The scale to begin with, where the reader may change it. @default 'linear' */
  defaultScale?: LossScale;
  /** Called when the reader asks for the other scale. */
  onScaleChange?: (scale: LossScale) => void;
  /** Whether the reader gets a button for the scale. @default true */
  scaleControl?: boolean;
  /**
   * Several runs to compare, each with a line of its own. They are scrubbed together; the first
   * stands for all of them in what the figure says of its run.
   */
  runs?: readonly NamedRun[];
  /** Whether the test data is drawn, dashed. @default true for one run, false for several */
  showTest?: boolean;
  /**
   * Ends of the axes that do not follow the run. An accuracy goes from 0 to 1.
   *
   * @throws PancakeError if they make no sense
   */
  domain?: Partial<Domain>;
  /** Other runs to leave room for, so that several charts have the same axes. */
  alignWith?: readonly Trainer[];
  /**
   * How many of the latest earlier ways to show. @default 3, of those that a change on the way gave
   * up; given as a number, also those that starting over gave up
   */
  earlier?: number;
  /** Whether plateaus and changes made by hand are marked; for one run. @default true */
  marks?: boolean;
  /** Whether the reader may take the run to another epoch. @default true */
  seekable?: boolean;
  /** Called when the reader goes to an epoch; if it returns `false`, the run stays where it is. */
  onSeek?: OnSeek;
  /** Height of the chart with its axes, in pixels. @default 240 */
  height?: number;
  /** Width in pixels. @default as wide as the box it is in */
  width?: number;
  /** Words to use instead of the default ones. */
  labels?: Partial<LossChartLabels>;
}

// What a server, which cannot measure, takes the width to be.
const assumedWidth = 360;
const none: readonly never[] = [];

const Live = forwardRef<HTMLElement, LossChartProps>(function LossChart(
  {
    trainer: given,
    metric: controlledMetric,
    defaultMetric = 'loss',
    onMetricChange,
    metricControl = false,
    scale: controlled,
    defaultScale = 'linear',
    onScaleChange,
    scaleControl = true,
    runs: givenRuns = none,
    showTest = givenRuns.length === 0,
    domain: fixed,
    alignWith = none,
    earlier,
    marks = true,
    seekable = true,
    onSeek,
    height = 240,
    width: fixedWidth,
    labels,
    heading,
    ...rest
  },
  ref,
) {
  const trainer = useContextTrainer(given ?? givenRuns[0]?.trainer, 'LossChart');
  const words = useLabels('LossChart', defaultLabels, labels);
  const [metric, setMetric] = useControllable(controlledMetric, defaultMetric, onMetricChange);
  const [chosenScale, setScale] = useControllable(controlled, defaultScale, onScaleChange);
  const scale = metric === 'accuracy' ? 'linear' : chosenScale;

  const runs = useSameList(givenRuns, isSameRun);
  const trainers = useSameList(runs.length ? runs.map((run) => run.trainer) : [trainer], Object.is);
  const aligned = useSameList([...new Set([...trainers, ...alignWith])], Object.is);
  const { events, plateaus } = useEvents(trainer, marks && !runs.length, words);
  const shown: Shown = useMemo(
    () => ({ trainers, runs: runs.length ? runs : null, showTest, events, earlier }),
    [trainers, runs, showTest, events, earlier],
  );

  const numbers = useNumbers();
  const box = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const { width: measured, isKnown } = useBoxWidth(box, assumedWidth);
  const width = fixedWidth ?? measured;
  const { epochs, low, high } = fixed ?? {};
  const ways = runs.length ? 0 : earlier;
  const domain = useRunsValue(
    useCallback(
      () =>
        domainOf(aligned, {
          scale,
          metric,
          showTest,
          earlier: ways,
          fixed: { epochs, low, high },
        }),
      [aligned, scale, metric, showTest, ways, epochs, low, high],
    ),
    aligned,
  );
  const { train, test, percent } = words;
  const view = useMemo(() => {
    // A name stands behind a shape.
    const names = runs.length ? shortNames(runs, width).map((name) => `${name}.`) : [train, test];
    const inPercent = (share: number) => percent(share, 0);
    return createView(domain, scale, { width, height }, names, metric, inPercent, numbers);
  }, [domain, scale, metric, width, height, train, test, percent, runs, numbers]);
  const { description, empty, hasMetric, ...values } = useRunsValue(
    useCallback(() => inWords(shown, metric, words), [shown, metric, words]),
    trainers,
  );
  const travel = useTravel(trainers, onSeek);

  // React writes these too, but late.
  useTrainerFrame((run) => {
    const figure = box.current?.closest('figure');
    const { loss, testLoss } = lossAt(run.curves, Infinity);
    if (loss !== null) figure?.setAttribute('data-train-loss', String(loss));
    if (testLoss !== null) figure?.setAttribute('data-test-loss', String(testLoss));
  }, trainer);

  const isLoss = metric === 'loss';
  const isClassification = trainer.data.task !== 'regression';
  const hasSwitch = metricControl && isClassification;
  const ownHeading = isLoss ? words.heading : words.accuracyHeading;
  const title = heading === undefined ? ownHeading : heading;
  // Said once: by the default heading, by the switch, or beside another heading.
  const unit = heading === undefined || hasSwitch ? null : words[metric];
  const note = (
    <span className="pancake-loss-note">
      {unit}
      {hasSwitch && <MetricSwitch words={words} metric={metric} onChange={setMetric} />}
      {scaleControl && (
        <ScaleButton words={words} scale={scale} disabled={!isLoss} onChange={setScale} />
      )}
    </span>
  );

  return (
    <Figure
      ref={ref}
      component="LossChart"
      table={() => historyTable(runs.length ? runs : trainer)}
      embed={runs.length ? null : { defaultMetric: metric, defaultScale: chosenScale }}
      trainer={trainer}
      heading={title}
      note={(unit || hasSwitch || scaleControl) && note}
      description={description}
      aria-label={title ? undefined : isLoss ? words.name : words.accuracyName}
      data-scale={scale}
      data-metric={metric}
      {...values}
      {...rest}
    >
      <div
        ref={box}
        className="pancake-loss"
        style={{ height, width: fixedWidth }}
        aria-busy={!isKnown || undefined}
      >
        {isKnown && (
          <>
            <Plot shown={shown} plateaus={plateaus} view={view} words={words} />
            <Reader
              element={slider}
              shown={shown}
              view={view}
              words={words}
              travel={seekable ? travel : null}
            />
            {(empty || !hasMetric) && (
              <div className="pancake-loss-empty" style={overPlot(view)}>
                <span>
                  {!hasMetric ? words.noAccuracy : isLoss ? words.empty : words.accuracyEmpty}
                </span>
              </div>
            )}
          </>
        )}
      </div>
      {seekable && (
        <TravelBar
          trainers={trainers}
          travel={travel}
          words={words}
          onLatest={() => slider.current?.focus({ preventScroll: true })}
        />
      )}
    </Figure>
  );
});

/** The training and the test loss (or accuracy) of a run, epoch by epoch, as it goes on. */
export const LossChart = island<LossChartProps>(lossChartRoom, Live);

function isSameRun(a: NamedRun, b: NamedRun): boolean {
  return a.trainer === b.trainer && a.name === b.name;
}
