// Words that set options.
export { Set, type SetProps } from './set';
export type { SetAction, SetLabels } from './labels';
