// One value used twice.
export type { FanOutRule, FanOutWay } from './circuits';
export { FanOut, type FanOutProps } from './fan-out';
export type { FanOutFacts, FanOutLabels } from './labels';
