// The picture that does not move with the input: axes, both curves, the ends at a jump.
import { memo } from 'react';
import { LeftAxis } from '../figure';
import type { Curves } from './curves';
import type { ActivationPlotLabels } from './labels';
import { curvePath, isGap, type View } from './layout';

interface PlotProps {
  curves: Curves;
  view: View;
  words: ActivationPlotLabels;
}

export const Plot = memo(function Plot({ curves, view, words }: PlotProps) {
  const { x, y, plotWidth, plotHeight, yTicks } = view;
  const ends = [curves.values.at(-1)!, curves.slopes.at(-1)!].map((end) =>
    Math.min(plotHeight, Math.max(0, y(end))),
  ) as [number, number];
  const [valueEnd, slopeEnd] = apart(ends);
  return (
    <>
      {yTicks.map((tick) => (
        <line
          key={tick}
          className={tick === 0 ? 'pancake-rule pancake-activation-zero' : 'pancake-rule'}
          x2={plotWidth}
          y1={Math.round(y(tick))}
          y2={Math.round(y(tick))}
        />
      ))}
      <LeftAxis scale={y} ticks={yTicks} />
      <path
        className="pancake-activation-slope"
        d={curvePath(curves, 'slope', view)}
        data-part="slope"
      />
      <path
        className="pancake-activation-value"
        d={curvePath(curves, 'value', view)}
        data-part="value"
      />
      {curves.jumps.flatMap(({ x: at, before, after, there }) =>
        (['value', 'slope'] as const)
          .filter((which) =>
            isGap(before[which], after[which], which === 'value' ? curves.values : curves.slopes),
          )
          .flatMap((which) => [
            <circle
              key={`${at} ${which} before`}
              className={`pancake-activation-end-${there[which] === before[which] ? 'closed' : 'open'}`}
              cx={x(at)}
              cy={y(before[which])}
              r={3}
            />,
            <circle
              key={`${at} ${which} after`}
              className={`pancake-activation-end-${there[which] === after[which] ? 'closed' : 'open'}`}
              cx={x(at)}
              cy={y(after[which])}
              r={3}
            />,
          ]),
      )}
      <text className="pancake-activation-label" x={plotWidth + 6} y={valueEnd} dy="0.33em">
        {words.value}
      </text>
      <text
        className="pancake-activation-label pancake-activation-label-slope"
        x={plotWidth + 6}
        y={slopeEnd}
        dy="0.33em"
      >
        {words.slope}
      </text>
    </>
  );
});

function apart([value, slope]: [number, number]): [number, number] {
  const lack = Math.max(0, 15 - Math.abs(value - slope)) / 2;
  return value <= slope ? [value - lack, slope + lack] : [value + lack, slope - lack];
}
