// The chain rule, step by step.
export { ChainRuleStepper } from './chain-rule-stepper';
export type { ChainRuleStepperProps } from './props';
export type { ChainRuleStepperLabels } from './labels';
export type { ChainNames } from './names';
export type { StepFacts, StepSentences } from './sentences';
