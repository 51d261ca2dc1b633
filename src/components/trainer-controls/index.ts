// The controls of a run.
export { DefaultControls } from './default-controls';
export { TrainerControls } from './trainer-controls';
export type { TrainerControlsProps } from './controls-figure';
export type { TrainerControlsLabels } from './labels';
export type { ControlLimits, NumberLimits, ScheduleName } from './limits';
export { controlNames, type ControlName } from './names';
