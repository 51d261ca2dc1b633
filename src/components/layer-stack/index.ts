// The stack of layers.
export { LayerStack, type LayerStackProps } from './layer-stack';
export type { LayerStackLabels } from './labels';
