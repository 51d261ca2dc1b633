// The controls of a run.
export { TrainerControls, type TrainerControlsProps } from './trainer-controls';
export type { TrainerControlsLabels } from './labels';
export type { ControlLimits, NumberLimits, ScheduleName } from './limits';
export { controlNames, type ControlName } from './names';
