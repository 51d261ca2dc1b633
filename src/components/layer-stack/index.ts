// The stack of layers.
export { LayerStack } from './layer-stack';
export type { LayerStackProps, LayerStackView } from './props';
export type { LayerStackLabels } from './labels';
