// The loss landscape.
export { LossLandscape, type LossLandscapeProps } from './loss-landscape';
export type { LossLandscapeLabels } from './labels';
