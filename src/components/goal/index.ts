// What a reader is to reach with a run.
export { Goal, type GoalProps } from './goal';
export type { GoalLabels } from './labels';
export type { GoalConditions, GoalName, GoalPart } from './conditions';
