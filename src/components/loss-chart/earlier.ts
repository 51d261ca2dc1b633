// Earlier ways as faint lines behind the live one.
import type { Branch } from '../../trainer';
import type { EpochReading } from './labels';
import { Line } from './line';
import type { View } from './layout';
import type { MarkWords } from './marks';
import { curvesOf } from './metric';
import { detailsOf } from './ways';

/** The path of an earlier way: from where it parted to its end. */
export function pathOfWay({ from, curves }: Branch, view: View): string {
  return new Line(curvesOf[view.metric].train, from).path(curves, view);
}

/** What the earlier ways measured at an epoch after they parted, in the order of their heights. */
export function valuesOfWays(
  ways: readonly Branch[],
  view: View,
  epoch: number,
  words: MarkWords,
): EpochReading['earlier'] {
  const details = detailsOf(ways, words);
  const values = ways.flatMap((way, i) => {
    const value = valueOfWay(way, view, epoch);
    return value === null ? [] : [{ from: way.from, detail: details[i]!, value }];
  });
  return values.sort((a, b) => b.value - a.value);
}

function valueOfWay({ from, curves }: Branch, view: View, epoch: number): number | null {
  if (epoch < from || epoch >= curves.length) return null;
  const value = curves.curve(curvesOf[view.metric].train)[curves.nearestRow(epoch)]!;
  return Number.isFinite(value) ? value : null;
}
