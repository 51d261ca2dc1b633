// Everything in one.
export { Playground, type PlaygroundProps } from './playground';
export type { PlaygroundLabels } from './labels';
export type { PlaygroundPart } from './parts';
