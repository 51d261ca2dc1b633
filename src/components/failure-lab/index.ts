// What goes wrong in a run, and what to do about it.
export { FailureLab, type FailureLabProps } from './failure-lab';
export type { CheckState, FailureLabLabels } from './labels';
export type { FailureLabPart } from './parts';
export type { LayerName } from './places';
