// Gradients that add up.
export {
  GradientAccumulation,
  type GradientAccumulationProps,
  type ParameterEntry,
} from './gradient-accumulation';
export type { AccumulationFacts, GradientAccumulationLabels } from './labels';
