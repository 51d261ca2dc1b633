// Optimizers side by side on one loss surface.
export { OptimizerRace, type OptimizerRaceProps } from './optimizer-race';
export type { OptimizerRaceLabels } from './labels';
