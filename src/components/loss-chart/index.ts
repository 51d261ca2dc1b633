// The loss or accuracy of runs against their epochs.
export { LossChart, type LossChartProps } from './loss-chart';
export type { EpochLoss, EpochReading, LossChartLabels, LossSummary, RunReading } from './labels';
export type { Domain, LossScale } from './domain';
export type { Metric } from './metric';
export type { NamedRun } from './runs';
export type { Plateau } from './plateau';
