// All kinds of figures by their `type`, which is the component's name in kebab-case.
import type { Kind } from './kind';
import { lessonFigures, textFigures } from './other-figures';
import { playground } from './playground';
import { runFigures } from './run-figures';

export type { Kind } from './kind';

/** What a figure can be. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...runFigures,
  ...lessonFigures,
  ...textFigures,
  playground,
};

/** The names of all attributes that some kind of figure understands. */
export const kindAttributes: readonly string[] = [
  ...new Set(Object.values(kinds).flatMap(({ attributes }) => [...attributes.keys()])),
];
