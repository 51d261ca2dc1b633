// The live number.
export { Value, type ValueName, type ValueProps } from './value';
