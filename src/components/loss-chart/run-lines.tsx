// The lines of several runs, each with its colour, its shapes and its name at the end.
import { memo, useId, useMemo, useRef, useState } from 'react';
import type { LossChartLabels } from './labels';
import type { View } from './layout';
import { RunsPainter, runColor, shapeOf, shapesOnLine, shortNames, type NamedRun } from './runs';
import { useDrawing } from './use-drawing';

interface RunLinesProps {
  runs: readonly NamedRun[];
  view: View;
  showTest: boolean;
  words: LossChartLabels;
}

export const RunLines = memo(function RunLines({ runs, view, showTest, words }: RunLinesProps) {
  const group = useRef<SVGGElement>(null);
  const [painter] = useState(() => new RunsPainter());
  const trainers = useMemo(() => runs.map(({ trainer }) => trainer), [runs]);
  const first = useDrawing(group, trainers, [runs, view, showTest], () =>
    painter.picture(runs, view, showTest),
  );
  const names = shortNames(runs, view.width);
  const id = useId();
  const part = (name: string) => ({ 'data-part': name, ...first[name] });
  const clip = { y: -2, height: view.plotHeight + 4 };
  return (
    <g ref={group}>
      {runs.map((_, i) => (
        <g key={i} className="pancake-loss-run" style={runColor(i)} data-run={i}>
          <clipPath id={`${id}-past-${i}`}>
            <rect x={-2} {...clip} {...part(`run${i}Past`)} />
          </clipPath>
          <clipPath id={`${id}-later-${i}`}>
            <rect {...clip} {...part(`run${i}Ahead`)} />
          </clipPath>
          <g clipPath={`url(#${id}-later-${i})`} className="pancake-loss-later">
            <path className="pancake-loss-run-test" {...part(`run${i}TestLater`)} />
            <path className="pancake-loss-run-train" {...part(`run${i}Later`)} />
          </g>
          <g clipPath={`url(#${id}-past-${i})`}>
            <path className="pancake-loss-run-test" {...part(`run${i}Test`)} />
            <path className="pancake-loss-run-train" {...part(`run${i}`)} />
          </g>
          {Array.from({ length: shapesOnLine }, (_unused, j) => (
            <path
              key={j}
              className="pancake-loss-shape"
              d={shapeOf(i)}
              {...part(`run${i}Shape${j}`)}
            />
          ))}
        </g>
      ))}
      <g className="pancake-loss-now" {...part('runsNow')}>
        <line y2={view.plotHeight} />
        <text y={-5}>{words.now}</text>
      </g>
      {/* Names and ends stand above all lines. */}
      {runs.map(({ name }, i) => (
        <g key={i} className="pancake-loss-run" style={runColor(i)}>
          <circle className="pancake-loss-run-end-test" r={2.5} {...part(`run${i}TestEnd`)} />
          <path className="pancake-loss-shape" d={shapeOf(i)} {...part(`run${i}End`)} />
          <path
            className="pancake-loss-run-diverged"
            d="M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5"
            {...part(`run${i}Diverged`)}
          />
          <text className="pancake-loss-label pancake-loss-run-label" {...part(`run${i}Label`)}>
            {names[i]}
            {names[i] !== name && <title>{name}</title>}
          </text>
          <text
            className="pancake-loss-label pancake-loss-run-label pancake-loss-run-label-test"
            {...part(`run${i}TestLabel`)}
          >
            {words.test}
          </text>
        </g>
      ))}
    </g>
  );
});
