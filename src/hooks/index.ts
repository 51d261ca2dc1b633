// The hooks: a run's life and values, for React.
export { FaultContext, asError, isSharedFault, useCaught, type Caught } from './fault';
export { addressOf } from './fragment';
export { selectionOf, useSelection, type NeuronPlace, type Selection } from './selection';
export { Later, useLaterState } from './later';
export { LazyRun, useLazyRun, type RunWays } from './lazy-run';
export { TrainerContext, useContextTrainer, useRunIfAny } from './trainer-context';
export { useBeforePaint } from './use-before-paint';
export { useThemeChange } from './use-theme-change';
export { changedOptions } from './changed-options';
export { prefersReducedMotion } from './reduced-motion';
export { openLink, useRunLink, type RunLinkOptions } from './use-run-link';
export { useFindings } from './use-findings';
export { runWays, useTrainer } from './use-trainer';
export { useTrainerFrame } from './use-trainer-frame';
export { useTrainerValue } from './use-trainer-value';
