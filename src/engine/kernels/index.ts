// The kernels' room.
export { Arena, currentArena, inArena, kernels, kernelsOf, type KernelChoice } from './arena';
export { activationKinds, lossKinds } from './kernels';
export { isBuiltIn } from './built-in';
export type { Activation, Comparison } from './kernels';
export { verified } from './verified';
