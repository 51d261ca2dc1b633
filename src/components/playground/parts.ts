// The parts of the playground by name, and which of them are hidden or locked.
import { ensure, show } from '../../engine';
import type { ControlName } from '../trainer-controls';

const figures = {
  controls: true,
  dataset: true,
  network: true,
  boundary: true,
  lossChart: true,
  failures: true,
  layers: true,
  landscape: true,
  activationPlot: true,
} as const;

/** A part of the playground: a figure, or one of the controls. */
export type PlaygroundPart = keyof typeof figures | ControlName;

/** The figures among the parts. */
export type PlaygroundFigure = keyof typeof figures;

/** The parts without the figures: those that the controls understand. */
export function controlsAmong(parts: readonly PlaygroundPart[]): ControlName[] {
  return parts.filter((part): part is ControlName => !Object.hasOwn(figures, part));
}

/**
 * Whether a part is named.
 *
 * @throws PancakeError if one of the names is no part
 */
export function names(
  parts: readonly PlaygroundPart[] | true,
  known: readonly ControlName[],
  prop: string,
): (part: PlaygroundPart) => boolean {
  if (parts === true) return () => true;
  const all = [...Object.keys(figures), ...known];
  for (const part of parts) {
    ensure(
      all.includes(part),
      () => `Playground got ${prop} = ${show(part)}; it may name ${all.join(', ')}`,
    );
  }
  return (part) => parts.includes(part);
}
