// The entry point `react-pancake`: components, hooks, and all of the engine and the trainer.
export * from './engine-entry';
export { useTrainer, useTrainerFrame, useTrainerValue } from './hooks';
export { ChainRuleStepper, type ChainRuleStepperProps } from './components/chain-rule-stepper';
export { DecisionBoundary, type DecisionBoundaryProps } from './components/decision-boundary';
export { LayerStack, type LayerStackProps } from './components/layer-stack';
export { LossChart, type LossChartProps } from './components/loss-chart';
export { Pancake, type PancakeProps } from './components/pancake';
export { TrainerControls, type TrainerControlsProps } from './components/trainer-controls';
export { Value, type ValueName, type ValueProps } from './components/value';
