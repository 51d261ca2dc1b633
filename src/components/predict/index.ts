// What a reader expects, before it is shown.
export type { PredictLabels } from './labels';
export { Predict, type PredictProps } from './predict';
export type { Choice, Prediction, Sketch } from './prediction';
