// The controls of a run.
export { TrainerControls, type TrainerControlsProps } from './trainer-controls';
export type { TrainerControlsLabels } from './labels';
