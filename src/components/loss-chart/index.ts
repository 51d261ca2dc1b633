// The loss of a run against its epochs.
export { LossChart, type LossChartProps } from './loss-chart';
export type { LossChartLabels } from './labels';
export type { LossScale } from './domain';
