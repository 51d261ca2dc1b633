// A run for everything inside it.
export { pancakeOf, type PancakeProps, type RunProps } from './around';
export { Linked } from './linked';
export { Pancake } from './pancake';
