export const LayerStack = () => null;
export type LayerStackProps = object;
