// The decision boundary.
export { DecisionBoundary, type DecisionBoundaryProps } from './decision-boundary';
export type { DecisionBoundaryLabels } from './labels';
