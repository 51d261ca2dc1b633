// Quiet axes: few ticks, no box, numbers with a true minus sign.
import { Axis } from '@visx/visx';
import type { ComponentProps } from 'react';
import { useNumbers, type Numbers } from '../../a11y';

type AxisScale = ComponentProps<typeof Axis.AxisBottom>['scale'];

interface QuietAxisProps {
  scale: AxisScale;
  /** Where the ticks are. */
  ticks: number[];
  /** How a tick is written. */
  format?: (value: number) => string;
}

/** The axis below a plot of this height. */
export function BottomAxis({ top, ...axis }: QuietAxisProps & { top: number }) {
  const numbers = useNumbers();
  return (
    <Axis.AxisBottom
      {...quiet(axis, numbers)}
      top={top}
      tickLabelProps={{ ...unstyled, textAnchor: 'middle', dy: '0.2em' }}
    />
  );
}

/** The axis at the left of a plot. */
export function LeftAxis(axis: QuietAxisProps) {
  const numbers = useNumbers();
  return (
    <Axis.AxisLeft
      {...quiet(axis, numbers)}
      tickLabelProps={{ ...unstyled, textAnchor: 'end', dx: '-0.1em', dy: '0.33em' }}
    />
  );
}

// The style sheet decides; visx writes its own colours and fonts unless told otherwise.
const unstyled = { fill: undefined, fontFamily: undefined, fontSize: undefined } as const;

function quiet({ scale, ticks, format }: QuietAxisProps, { formatShort }: Numbers) {
  return {
    scale,
    tickValues: ticks,
    tickFormat: (value: unknown) => (format ?? formatShort)(Number(value)),
    tickLength: 4,
    hideAxisLine: true,
    hideTicks: true,
    axisClassName: 'pancake-axis',
  };
}
