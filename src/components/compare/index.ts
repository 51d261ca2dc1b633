// Several runs side by side.
export { Compare, type CompareProps } from './compare';
export type { CompareLabels } from './labels';
export type { ComparedRun, ComparisonName } from './runs';
