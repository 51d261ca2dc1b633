export const ChainRuleStepper = () => null;
export type ChainRuleStepperProps = object;
