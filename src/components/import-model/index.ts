// A model from a file.
export { ImportModel, type ImportModelProps } from './import-model';
export type { ImportModelLabels, OpenedModel } from './labels';
