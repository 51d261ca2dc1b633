// The live number.
export { Value, type ValueProps } from './value';
export type { ValueLabels } from './labels';
export type { ParameterNumber, ValueName } from './numbers';
