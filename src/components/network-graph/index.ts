// The network.
export { NetworkGraph, type NetworkGraphProps } from './network-graph';
export type { ParameterChange } from './edits';
export type { NetworkGraphLabels } from './labels';
export type { Editable as NetworkGraphEditable } from './structure';
