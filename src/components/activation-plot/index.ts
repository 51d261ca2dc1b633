// An activation and its slope.
export { ActivationPlot, type ActivationPlotProps } from './activation-plot';
export type { ActivationPlotLabels } from './labels';
