// Elements that lie over a plot, in shares of the figure's width: a drawing that a server made for
// another width is scaled to its column, and what lies over it has to go with it.
import type { CSSProperties } from 'react';

/** Where a plot is inside a figure, in CSS pixels. */
export interface PlotPlace {
  /** The whole figure's width. */
  width: number;
  left: number;
  top: number;
  plotWidth: number;
  plotHeight: number;
}

/** The style of an element that covers the plot. */
export function overPlot({ width, left, top, plotWidth, plotHeight }: PlotPlace): CSSProperties {
  return {
    left: asShare(left, width),
    top,
    width: asShare(plotWidth, width),
    height: plotHeight,
  };
}

/** A length as a share of a whole one, for CSS. */
export function asShare(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}
