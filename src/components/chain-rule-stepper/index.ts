// The chain rule, step by step.
export { ChainRuleStepper, type ChainRuleStepperProps } from './chain-rule-stepper';
export type { ChainRuleStepperLabels } from './labels';
