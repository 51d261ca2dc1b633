// The readout: a rule at an epoch, a dot on each line there, and the numbers.
import { useNumbers } from '../../a11y';
import type { History, Trainer } from '../../trainer';
import { valuesOfWays } from './earlier';
import { earlierWays } from './ways';
import { formatValue, type EpochReading, type LossChartLabels, type RunReading } from './labels';
import { placeLoss, type View } from './layout';
import type { RunEvent } from './marks';
import { curvesOf } from './metric';
import { readableEpoch } from './readable';
import { runColor, shapeOf, type NamedRun } from './runs';
import { lossAt } from './summary';

/** What is in the chart. */
export interface Shown {
  trainers: readonly Trainer[];
  /** The runs by name, if there are several. */
  runs: readonly NamedRun[] | null;
  showTest: boolean;
  events: readonly RunEvent[];
  /** How many earlier ways; undefined for the default. */
  earlier: number | undefined;
}

interface At {
  epoch: number;
  single: EpochReading | null;
  runs: readonly RunReading[] | null;
}

// A list that is longer covers the lines.
const mostEvents = 4;
// Of the box, in pixels; and how far it stands from the rule.
const narrowest = 130;
const widest = 280;
const margin = 10;

/** All that is read at an epoch: the runs, and the earlier ways of a single one. */
export function historiesOf({ trainers, runs, earlier }: Shown): History[] {
  const ways = runs ? [] : earlierWays(trainers[0]!, earlier);
  return [...trainers, ...ways].map(({ curves }) => curves);
}

/** The numbers read at an epoch, to tell whether there is anything new. */
export function valuesAt({ trainers }: Shown, epoch: number): (number | null)[] {
  return trainers.flatMap(({ curves }) => {
    const { loss, testLoss, accuracy, testAccuracy } = lossAt(curves, epoch);
    return [loss, testLoss, accuracy, testAccuracy];
  });
}

/** All that is to be read at an epoch that is readable, in words for the events. */
export function readingAt(
  shown: Shown,
  view: View,
  epoch: number,
  words: LossChartLabels,
  formatCount: (count: number) => string,
): At {
  const { trainers, runs, showTest, events, earlier } = shown;
  const read = (trainer: Trainer) => {
    const values = lossAt(trainer.curves, epoch);
    return showTest ? values : { ...values, testLoss: null, testAccuracy: null };
  };
  if (runs) {
    const readings = runs.map(({ trainer, name }) => ({ name, ...read(trainer) }));
    return { epoch, single: null, runs: readings };
  }
  const ways = valuesOfWays(earlierWays(trainers[0]!, earlier), view, epoch, words);
  const histories = historiesOf(shown);
  // Where its own epoch has no number, an event is told at the nearest that has one.
  const here = events
    .filter((event) => readableEpoch(histories, event.epoch) === epoch)
    .map((event) =>
      event.epoch === epoch
        ? event.words
        : `${words.epoch} ${formatCount(event.epoch)}: ${event.words}`,
    );
  const { metric } = view;
  const single = { ...read(trainers[0]!), metric, events: here, earlier: ways };
  return { epoch, single, runs: null };
}

/** The same in words. */
export function spoken({ epoch, single, runs }: At, view: View, words: LossChartLabels): string {
  return single ? words.read(single) : words.readRuns(epoch, runs!, view.metric);
}

interface ReadingProps {
  reading: At;
  view: View;
  words: LossChartLabels;
  /** What a click does, if it does anything. */
  hint: string | null;
}

export function Reading({ reading: { epoch, single, runs }, view, words, hint }: ReadingProps) {
  const { formatCount } = useNumbers();
  const { left, top, width, height, plotWidth, plotHeight } = view;
  const x = view.x(epoch);
  const side = x > plotWidth / 2 ? 'left' : 'right';
  const room = (side === 'left' ? left + x : width - left - x) - 2 * margin;
  return (
    <>
      <svg
        className="pancake-loss-picture pancake-loss-mark"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMinYMin meet"
        aria-hidden="true"
      >
        <g transform={`translate(${left} ${top})`}>
          <line x1={x} x2={x} y2={plotHeight} />
          {single && <SingleDots reading={single} view={view} />}
          {runs?.map((run, i) => (
            <RunDots key={i} run={run} index={i} view={view} />
          ))}
        </g>
      </svg>
      <div
        className="pancake-loss-reading"
        aria-hidden="true"
        data-side={side}
        style={{ left: left + x, top, maxWidth: Math.max(narrowest, Math.min(widest, room)) }}
      >
        <dl>
          <div>
            <dt>{words.epoch}</dt>
            <dd data-value={epoch}>{formatCount(epoch)}</dd>
          </div>
          {single && <SingleRows reading={single} words={words} />}
          {runs?.map((run, i) => (
            <RunRow key={i} run={run} index={i} view={view} words={words} />
          ))}
        </dl>
        {single && <Events events={single.events} words={words} />}
        {hint && <p className="pancake-loss-hint">{hint}</p>}
      </div>
    </>
  );
}

function SingleDots({ reading, view }: { reading: EpochReading; view: View }) {
  const { train, test } = curvesOf[view.metric];
  const dot = (value: number | null, name: string, key?: number) =>
    value !== null && (
      <circle
        key={key}
        className={name}
        cx={view.x(reading.epoch)}
        cy={placeLoss(view, value)}
        r={3.5}
      />
    );
  return (
    <>
      {reading.earlier.map(({ value }, i) => dot(value, 'pancake-loss-end-earlier', i))}
      {dot(reading[test], 'pancake-loss-end-test')}
      {dot(reading[train], 'pancake-loss-end-train')}
    </>
  );
}

function RunDots({ run, index, view }: { run: RunReading; index: number; view: View }) {
  const value = run[curvesOf[view.metric].train];
  if (value === null) return null;
  const place = `translate(${view.x(run.epoch)} ${placeLoss(view, value)})`;
  return (
    <path
      className="pancake-loss-shape"
      d={shapeOf(index)}
      transform={place}
      style={runColor(index)}
    />
  );
}

function SingleRows({ reading, words }: { reading: EpochReading; words: LossChartLabels }) {
  const { metric, earlier } = reading;
  const { train, test } = curvesOf[metric];
  const row = (name: string, value: number | null, part: string, key?: number) =>
    value !== null && (
      <div key={key} className={`pancake-loss-reading-${part}`}>
        <dt>{name}</dt>
        <dd data-value={value}>{formatValue(metric, value, words)}</dd>
      </div>
    );
  return (
    <>
      {row(words.train, reading[train], 'train')}
      {row(words.test, reading[test], 'test')}
      {earlier.map(({ from, detail, value }, i) =>
        row(words.earlier(from) + detail, value, 'earlier', i),
      )}
    </>
  );
}

interface RunRowProps {
  run: RunReading;
  index: number;
  view: View;
  words: LossChartLabels;
}

function RunRow({ run, index, view: { metric }, words }: RunRowProps) {
  const { train, test } = curvesOf[metric];
  const tested = run[test];
  return (
    <div className="pancake-loss-reading-run">
      <dt>
        <svg className="pancake-loss-key" viewBox="-6 -6 12 12" style={runColor(index)}>
          <path className="pancake-loss-shape" d={shapeOf(index)} />
        </svg>
        {run.name}
      </dt>
      <dd data-value={run[train]}>{formatValue(metric, run[train], words)}</dd>
      {tested !== null && (
        <dd className="pancake-loss-reading-tested" data-value={tested}>
          {words.test} {formatValue(metric, tested, words)}
        </dd>
      )}
    </div>
  );
}

function Events({ events, words }: { events: readonly string[]; words: LossChartLabels }) {
  if (!events.length) return null;
  const left = events.length - mostEvents;
  return (
    <ul className="pancake-loss-events">
      {events.slice(0, mostEvents).map((event, i) => (
        <li key={i}>{event}</li>
      ))}
      {left > 0 && <li>{words.more(left)}</li>}
    </ul>
  );
}
