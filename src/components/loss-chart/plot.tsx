// The picture itself: axes at React's pace, lines in every frame, both by the same view.
import { memo, useId, useMemo, useRef, useState } from 'react';
import { useTrainerValue } from '../../hooks';
import type { Snapshot, Trainer } from '../../trainer';
import { BottomAxis, LeftAxis } from '../figure';
import { pathOfWay } from './earlier';
import { earlierWays } from './ways';
import { Flags, Plateaus } from './flags';
import type { LossChartLabels } from './labels';
import type { View } from './layout';
import { layOutFlags } from './marks';
import { Painter } from './paint';
import { edge, type Picture } from './picture';
import type { Plateau } from './plateau';
import type { Shown } from './reading';
import { RunLines } from './run-lines';
import { useDrawing } from './use-drawing';

interface PlotProps {
  shown: Shown;
  plateaus: readonly Plateau[];
  view: View;
  words: LossChartLabels;
}

export const Plot = memo(function Plot({ shown, plateaus, view, words }: PlotProps) {
  const { runs, events, showTest } = shown;
  const trainer = shown.trainers[0]!;
  const { width, height, left, top, plotWidth, plotHeight, domain } = view;
  const flags = useMemo(
    () => layOutFlags(events, view, words.changes),
    [events, view, words.changes],
  );
  return (
    // The description says the same in words.
    <svg
      className="pancake-loss-picture"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMin meet"
      aria-hidden="true"
      data-epochs={domain.epochs}
      data-low={domain.low}
      data-high={domain.high}
    >
      <g transform={`translate(${left} ${top})`}>
        {!runs && <Plateaus plateaus={plateaus} view={view} />}
        {view.yTicks.map((tick) => (
          <line
            key={tick}
            className="pancake-rule"
            x2={plotWidth}
            y1={Math.round(view.y(tick))}
            y2={Math.round(view.y(tick))}
          />
        ))}
        <LeftAxis scale={view.y} ticks={view.yTicks} format={yFormat(view)} />
        <BottomAxis scale={view.x} ticks={view.xTicks} top={plotHeight} />
        <text y={plotHeight + 34}>{words.epoch}</text>
        {flags.length > 0 && <Flags trainer={trainer} flags={flags} view={view} />}
        {runs ? (
          <RunLines key={runs.length} runs={runs} view={view} showTest={showTest} words={words} />
        ) : (
          <>
            <EarlierWays trainer={trainer} view={view} most={shown.earlier} />
            <Lines trainer={trainer} view={view} words={words} showTest={showTest} />
          </>
        )}
      </g>
    </svg>
  );
});

interface EarlierWaysProps {
  trainer: Trainer;
  view: View;
  most: number | undefined;
}

// A future that was given up does not change any more: it needs no frames.
function EarlierWays({ trainer, view, most }: EarlierWaysProps) {
  const branches = useTrainerValue(allBranches, trainer);
  const paths = useMemo(
    () =>
      branches.length
        ? earlierWays(trainer, most).map((way) => ({ way, d: pathOfWay(way, view) }))
        : [],
    [branches, trainer, view, most],
  );
  const id = useId();
  if (!paths.length) return null;
  return (
    <g clipPath={`url(#${id})`} className="pancake-loss-earlier">
      <clipPath id={id}>
        <rect x={-edge} y={-edge} width={view.plotWidth + 2 * edge} height={view.plotHeight + 4} />
      </clipPath>
      {paths.map(({ way, d }, i) => (
        <path key={i} d={d} data-from={way.from} data-points={way.curves.epochs.length} />
      ))}
    </g>
  );
}

const allBranches = (_: Snapshot, { branches }: Trainer) => branches;

interface LinesProps {
  trainer: Trainer;
  view: View;
  showTest: boolean;
  words: LossChartLabels;
}

type LinesPicture = ReturnType<Painter['picture']>;

const Lines = memo(function Lines({ trainer, view, showTest, words }: LinesProps) {
  const group = useRef<SVGGElement>(null);
  const [painter] = useState(() => new Painter());
  const trainers = useMemo(() => [trainer], [trainer]);
  const first: LinesPicture & Picture = useDrawing(
    group,
    trainers,
    [trainer, view, words, showTest],
    () => painter.picture(trainer, view, words, showTest),
  );
  const id = useId();
  const part = (name: keyof LinesPicture) => ({ 'data-part': name, ...first[name] });
  const clip = { y: -2, height: view.plotHeight + 4 };
  const foot = view.y(Math.max(0, view.domain.low));
  return (
    <g ref={group}>
      <clipPath id={`${id}-past`}>
        <rect x={-2} {...clip} {...part('past')} />
      </clipPath>
      <clipPath id={`${id}-later`}>
        <rect {...clip} {...part('later')} />
      </clipPath>
      <g clipPath={`url(#${id}-later)`} className="pancake-loss-later">
        <path className="pancake-loss-test" {...part('testLater')} />
        <path className="pancake-loss-train" {...part('trainLater')} />
      </g>
      <g clipPath={`url(#${id}-past)`}>
        <path className="pancake-loss-test" {...part('test')} />
        <path className="pancake-loss-train" {...part('train')} />
      </g>
      <g className="pancake-loss-now" {...part('now')}>
        <line y2={foot} />
        <circle r={4} {...part('nowPoint')} />
        <text y={-5}>{words.now}</text>
      </g>
      <g {...part('ends')}>
        <circle className="pancake-loss-end-test" r={2.5} {...part('testEnd')} />
        <circle className="pancake-loss-end-train" r={3} {...part('trainEnd')} />
        <text className="pancake-loss-label" {...part('testLabel')}>
          {words.test}
        </text>
        <text className="pancake-loss-label pancake-loss-label-train" {...part('trainLabel')}>
          {words.train}
        </text>
      </g>
      <g className="pancake-loss-diverged" {...part('diverged')}>
        <path d="M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5" />
        <text className="pancake-loss-label" {...part('divergedLabel')}>
          {words.diverged}
        </text>
      </g>
    </g>
  );
});

function yFormat({ yTicks, yTexts }: View) {
  return (value: number) => yTexts[yTicks.indexOf(value)] ?? '';
}
