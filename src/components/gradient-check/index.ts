// The gradient check.
export { GradientCheck } from './gradient-check';
export { ErrorCurve, epsilons, type ErrorPoint } from './error-curve';
export type { GradientCheckLabels } from './labels';
export type { MistakeKind, PlantedMistake } from './mistakes';
export type { CheckedNumber, GradientCheckProps } from './props';
