// An activation and its slope.
export { ActivationPlot, type ActivationPlotProps } from './activation-plot';
export { activationNames } from './chooser';
export type { ActivationPlotLabels } from './labels';
