// Several runs in one picture: a colour and a shape for each, and labels that keep apart.
import type { CSSProperties } from 'react';
import type { Curve, History, Trainer } from '../../trainer';
import { markShapes } from '../marks';
import { spread, type View } from './layout';
import { Line, round } from './line';
import { curvesOf } from './metric';
import { clipsAt, labelHeight, placeOf, shown, type Picture } from './picture';

/** A run, and what it is called. */
export interface NamedRun {
  readonly trainer: Trainer;
  readonly name: string;
}

/** How many shapes stand on a line, besides the one at its end. */
export const shapesOnLine = 3;
// How far a shape on the line is from the one at the end, at least.
const apart = 16;

/** The shape of a run; beyond eight runs colours and shapes meet anew. */
export function shapeOf(run: number): string {
  return markShapes[(run + Math.floor(run / markShapes.length) * 3) % markShapes.length]!;
}

/** The colour of a run, as a style for its element. */
export function runColor(run: number): CSSProperties {
  return { '--pk-run': `var(--pk-class-${run % markShapes.length})` } as CSSProperties;
}

/** Names that leave at least two thirds of the width to the lines. */
export function shortNames(runs: readonly NamedRun[], width: number): string[] {
  const most = Math.max(4, Math.floor(width / 3 / 8));
  return runs.map(({ name }) => (name.length > most ? `${name.slice(0, most - 1)}…` : name));
}

/** Makes the pictures of several runs in one view. */
export class RunsPainter {
  private readonly lines = new Map<string, Line>();

  /** The runs as they are now. */
  picture(runs: readonly NamedRun[], view: View, showTest: boolean): Picture {
    const parts: Record<string, Record<string, string | number>> = {};
    const { train, test } = curvesOf[view.metric];
    const endOf = (curves: History, curve: Curve, isDrawn: boolean) => {
      const last = curves.length - 1;
      return placeOf(view, last, isDrawn ? curves.curve(curve).at(-1)! : NaN);
    };
    const ends = runs.map(({ trainer }) => endOf(trainer.curves, train, true));
    const testEnds = runs.map(({ trainer }) => endOf(trainer.curves, test, showTest));
    const heights = labelHeights([...ends, ...testEnds], view);
    let latest = Infinity;

    runs.forEach(({ trainer }, i) => {
      const { curves } = trainer;
      const { epoch, status } = trainer.now;
      const travelled = epoch < curves.length - 1;
      if (travelled) latest = Math.min(latest, epoch);
      const d = this.path(`${i} ${train}`, trainer, view, train);
      const tested = showTest ? this.path(`${i} ${test}`, trainer, view, test) : '';
      const clips = clipsAt(view, epoch, travelled);
      const end = ends[i]!;
      const place = `translate(${end.x} ${end.y})`;
      parts[`run${i}`] = { d, 'data-points': curves.epochs.length };
      parts[`run${i}Test`] = { d: tested };
      parts[`run${i}Later`] = { d: travelled ? d : '' };
      parts[`run${i}TestLater`] = { d: travelled ? tested : '' };
      parts[`run${i}Past`] = clips.past;
      parts[`run${i}Ahead`] = clips.later;
      parts[`run${i}End`] = {
        transform: place,
        visibility: shown(end.shown && status !== 'diverged'),
      };
      parts[`run${i}Diverged`] = {
        transform: place,
        visibility: shown(end.shown && status === 'diverged'),
      };
      parts[`run${i}Label`] = {
        x: round(end.x + 10),
        y: round(heights[i]! + 4),
        visibility: shown(end.shown),
      };
      const testEnd = testEnds[i]!;
      parts[`run${i}TestEnd`] = {
        cx: testEnd.x,
        cy: testEnd.y,
        visibility: shown(testEnd.shown),
      };
      parts[`run${i}TestLabel`] = {
        x: round(testEnd.x + 10),
        y: round(heights[runs.length + i]! + 4),
        visibility: shown(testEnd.shown),
      };
      this.addShapes(parts, runs, i, view, end.x);
    });

    const travelled = latest < Infinity;
    parts['runsNow'] = {
      transform: `translate(${travelled ? round(view.x(latest)) : 0} 0)`,
      visibility: shown(travelled && latest <= view.domain.epochs),
      'data-epoch': travelled ? latest : '',
    };
    return parts;
  }

  // Each run's shapes stand at other epochs than those of the others, or they would hide each other.
  private addShapes(
    parts: Record<string, Record<string, string | number>>,
    runs: readonly NamedRun[],
    i: number,
    view: View,
    end: number,
  ): void {
    const { curves, now } = runs[i]!.trainer;
    const values = curves.curve(curvesOf[view.metric].train);
    const { epochs } = view.domain;
    const last = curves.length - 1;
    for (let j = 0; j < shapesOnLine; j++) {
      const share = (j + (i + 1) / (runs.length + 1)) / shapesOnLine;
      const wish = Math.round(share * epochs);
      const row = curves.nearestRow(wish);
      const epoch = wish <= last ? curves.epochs[row]! : wish;
      const value = wish <= last ? values[row]! : NaN;
      const place = placeOf(view, epoch, value);
      parts[`run${i}Shape${j}`] = {
        transform: `translate(${place.x} ${place.y}) scale(0.75)`,
        visibility: shown(place.shown && end - place.x >= apart),
        'data-later': String(epoch > now.epoch),
      };
    }
  }

  private path(key: string, trainer: Trainer, view: View, curve: Curve): string {
    let line = this.lines.get(key);
    if (!line) this.lines.set(key, (line = new Line(curve)));
    return line.path(trainer.curves, view);
  }
}

// Labels push each other apart only where they stand above one another.
function labelHeights(
  ends: readonly { x: number; y: number; shown: boolean }[],
  view: View,
): number[] {
  const heights = ends.map(({ y }) => y);
  const order = ends.map((_, i) => i).filter((i) => ends[i]!.shown);
  order.sort((a, b) => ends[a]!.x - ends[b]!.x);
  const width = Math.max(40, view.width - view.left - view.plotWidth);
  let column: number[] = [];
  const settle = () => {
    const wishes = column.map((i) => heights[i]!);
    spread(wishes, labelHeight, 0, view.plotHeight).forEach((y, k) => (heights[column[k]!] = y));
    column = [];
  };
  for (const i of order) {
    if (column.length && ends[i]!.x - ends[column.at(-1)!]!.x > width) settle();
    column.push(i);
  }
  settle();
  return heights;
}
