// Earlier ways: futures that were given up, as faint lines behind the live one.
import type { Branch, Trainer } from '../../trainer';
import { Line } from './line';
import type { View } from './layout';
import { curvesOf } from './metric';

// More of them would hide each other.
const shownByDefault = 3;

/**
 * The earlier ways to show, the latest last.
 *
 * @param most how many; by default the last three that a change on the way gave up, and none that
 * starting over did
 */
export function earlierWays({ branches }: Trainer, most?: number): readonly Branch[] {
  if (most === undefined) return branches.filter(({ from }) => from > 0).slice(-shownByDefault);
  return most > 0 ? branches.slice(-most) : [];
}

/** The path of an earlier way: from where it parted to its end. */
export function pathOfWay({ from, curves }: Branch, view: View): string {
  return new Line(curvesOf[view.metric].train, from).path(curves, view);
}

/** What the earlier ways measured at an epoch after they parted, in the order of their heights. */
export function valuesOfWays(ways: readonly Branch[], view: View, epoch: number) {
  const values = ways.flatMap((way) => {
    const value = valueOfWay(way, view, epoch);
    return value === null ? [] : [{ from: way.from, value }];
  });
  return values.sort((a, b) => b.value - a.value);
}

function valueOfWay({ from, curves }: Branch, view: View, epoch: number): number | null {
  if (epoch < from || epoch >= curves.length) return null;
  const value = curves.curve(curvesOf[view.metric].train)[epoch]!;
  return Number.isFinite(value) ? value : null;
}
