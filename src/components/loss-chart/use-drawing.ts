// Drawing in every frame: a picture is made when something changed, and what changed of it is written.
import { useRef, useState, type RefObject } from 'react';
import { useBeforePaint } from '../../hooks';
import type { Trainer } from '../../trainer';
import { write, type Picture } from './picture';
import { useRunsFrame } from './use-runs';

/**
 * Draws under an element in every frame in which a run or one of the inputs changed.
 *
 * @param paint makes the picture
 * @returns the first picture: what React renders, and never again, so that it does not write over a
 * frame's work
 */
export function useDrawing<T extends Picture>(
  element: RefObject<Element | null>,
  trainers: readonly Trainer[],
  inputs: readonly unknown[],
  paint: () => T,
): T {
  const [first] = useState(paint);
  const drawn = useRef<{ versions: number[]; inputs: readonly unknown[]; picture: T } | null>(null);
  const draw = () => {
    if (!element.current) return;
    const before = drawn.current;
    if (before && isSame(before.inputs, inputs) && isUpToDate(before.versions, trainers)) return;
    const picture = paint();
    write(element.current, picture, before?.picture ?? first);
    drawn.current = { versions: trainers.map(({ version }) => version), inputs, picture };
  };
  useBeforePaint(draw);
  useRunsFrame(draw, trainers);
  return first;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  for (let i = 0; i < now.length; i++) if (before[i] !== now[i]) return false;
  return true;
}

function isUpToDate(versions: readonly number[], trainers: readonly Trainer[]): boolean {
  for (let i = 0; i < trainers.length; i++) if (versions[i] !== trainers[i]!.version) return false;
  return true;
}
