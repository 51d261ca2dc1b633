// The decision boundary.
export { DecisionBoundary } from './decision-boundary';
export type { DecisionBoundaryProps } from './props';
export type { Overlay } from './overlays';
export type { DecisionBoundaryLabels } from './labels';
