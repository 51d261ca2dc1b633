// The picture itself: axes at React's pace, lines in every frame, both by the same view.
import { memo, useId, useRef, useState } from 'react';
import { useBeforePaint, useTrainerFrame } from '../../hooks';
import type { Trainer } from '../../trainer';
import { BottomAxis, LeftAxis } from '../figure';
import type { LossChartLabels } from './labels';
import { tickTexts, type View } from './layout';
import { Painter, write, type Part, type Picture } from './paint';

interface PlotProps {
  trainer: Trainer;
  view: View;
  words: LossChartLabels;
}

interface Drawn {
  picture: Picture;
  version: number;
  trainer: Trainer;
  view: View;
  words: LossChartLabels;
}

export const Plot = memo(function Plot({ trainer, view, words }: PlotProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [painter] = useState(() => new Painter());
  // What React renders stays what it was at first, so that it never writes over a frame's work.
  const [first] = useState(() => painter.picture(trainer, view, words));
  const drawn = useRef<Drawn | null>(null);

  const draw = () => {
    if (!svg.current) return;
    const { version } = trainer;
    const before = drawn.current;
    const now = { version, trainer, view, words };
    if (before && Object.entries(now).every(([key, value]) => before[key as 'view'] === value)) {
      return;
    }
    const picture = painter.picture(trainer, view, words);
    write(svg.current, picture, before?.picture ?? first);
    drawn.current = { ...now, picture };
  };
  useBeforePaint(draw);
  useTrainerFrame(draw, trainer);

  const { width, height, left, top, plotWidth, plotHeight, domain } = view;
  const foot = view.y(Math.max(0, domain.low));
  return (
    // The description says the same in words.
    <svg
      ref={svg}
      className="pancake-loss-picture"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMin meet"
      aria-hidden="true"
      data-epochs={domain.epochs}
      data-low={domain.low}
      data-high={domain.high}
    >
      <g transform={`translate(${left} ${top})`}>
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
        <Lines first={first} plotHeight={plotHeight} words={words} foot={foot} />
      </g>
    </svg>
  );
});

interface LinesProps {
  first: Picture;
  plotHeight: number;
  foot: number;
  words: LossChartLabels;
}

function Lines({ first, plotHeight, foot, words }: LinesProps) {
  const id = useId();
  const part = (name: Part) => ({ 'data-part': name, ...first[name] });
  return (
    <>
      <clipPath id={`${id}-past`}>
        <rect x={-2} y={-2} height={plotHeight + 4} {...part('past')} />
      </clipPath>
      <clipPath id={`${id}-later`}>
        <rect y={-2} height={plotHeight + 4} {...part('later')} />
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
    </>
  );
}

function yFormat({ yTicks, scale }: View) {
  const texts = tickTexts(yTicks, scale);
  return (value: number) => texts[yTicks.indexOf(value)] ?? '';
}
