// Everything in one.
export { playgroundOf, type PlaygroundProps } from './around';
export { Layout as PlaygroundLayout } from './layout';
export { Playground } from './playground';
export type { PlaygroundLabels } from './labels';
export type { PlaygroundPart } from './parts';
