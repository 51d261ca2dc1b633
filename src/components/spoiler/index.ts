// What a reader sees only on demand.
export type { SpoilerLabels } from './labels';
export { Spoiler, type SpoilerProps } from './spoiler';
