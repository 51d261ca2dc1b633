// A run for everything inside it.
export { Pancake, type PancakeProps } from './pancake';
