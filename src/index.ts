// The entry point `react-pancake`: components, hooks, and all of the engine and the trainer.
export * from './engine-entry';
export {
  PancakeLanguage,
  listOf,
  numbersOf,
  pluralOf,
  useNumbers,
  type Numbers,
  type PancakeLanguageProps,
  type PluralForms,
} from './a11y';
export {
  useFindings,
  useRunLink,
  useSelection,
  useTrainer,
  useTrainerFrame,
  useTrainerValue,
  type NeuronPlace,
  type RunLinkOptions,
  type Selection,
} from './hooks';
export type { Language, SomeWords, WholeLanguage, Words } from './locales/words';
export { ActivationPlot, type ActivationPlotProps } from './components/activation-plot';
export { Answer, AnswerHints, type AnswerHintsProps, type AnswerProps } from './components/answer';
export { ChainRuleStepper, type ChainRuleStepperProps } from './components/chain-rule-stepper';
export {
  CodeChallenge,
  type ChallengeName,
  type CodeChallengeProps,
} from './components/code-challenge';
export { sandboxPolicy } from './sandbox';
export type { Look, Palette } from './theme';
export { LayerCode, type LayerCodeProps } from './components/code';
export {
  Compare,
  type CompareProps,
  type ComparedRun,
  type ComparisonName,
} from './components/compare';
export { DataEditor, type DataEditorProps } from './components/data-editor';
export { DecisionBoundary, type DecisionBoundaryProps } from './components/decision-boundary';
export {
  ExportProgram,
  type ExportProgramProps,
  type ProgramFormat,
  type ProgramWeights,
} from './components/export-program';
export type { LossTrend, RunSummary, SpokenSetting } from './components/figure';
export { FanOut, type FanOutProps, type FanOutRule, type FanOutWay } from './components/fan-out';
export { FailureLab, type FailureLabProps } from './components/failure-lab';
export {
  MathFormula,
  layerFormulas,
  lossFormulas,
  toLaTeX,
  toText as formulaText,
  type Formula,
  type LayerFormulas,
  type LossFormulas,
  type MathFormulaProps,
  type StepNames,
} from './components/formula';
export {
  GradientCheck,
  type CheckedNumber,
  type GradientCheckProps,
  type MistakeKind,
  type PlantedMistake,
} from './components/gradient-check';
export {
  GradientAccumulation,
  type GradientAccumulationProps,
  type ParameterEntry,
} from './components/gradient-accumulation';
export { Goal, type GoalConditions, type GoalName, type GoalProps } from './components/goal';
export { ImportModel, type ImportModelProps } from './components/import-model';
export { LayerStack, type LayerStackProps, type LayerStackView } from './components/layer-stack';
export { LossChart, type LossChartProps } from './components/loss-chart';
export { NetworkGraph, type NetworkGraphProps } from './components/network-graph';
export { OptimizerRace, type OptimizerRaceProps } from './components/optimizer-race';
export type { RaceEntry, RaceEntryName, SurfaceName, SurfacePoint } from './trainer';
export { LossLandscape, type LossLandscapeProps } from './components/loss-landscape';
export { Pancake, type PancakeProps } from './components/pancake';
export { Playground, type PlaygroundPart, type PlaygroundProps } from './components/playground';
export {
  Predict,
  type Choice,
  type PredictProps,
  type Prediction,
  type Sketch,
} from './components/predict';
export { Set, type SetAction, type SetProps } from './components/set';
export {
  PancakeSharing,
  type PancakeSharingProps,
  type ShareItem,
  type ShareSetting,
} from './components/share';
export {
  Sonification,
  type SonificationPart,
  type SonificationProps,
} from './components/sonification';
export { Spoiler, type SpoilerProps } from './components/spoiler';
export {
  LinearBackward,
  LinearProduct,
  OuterProductSum,
  TensorGrid,
  type LinearBackwardProps,
  type LinearProductProps,
  type OuterProductSumProps,
  type TensorGridProps,
} from './components/tensor';
export {
  TrainerControls,
  type ControlLimits,
  type ControlName,
  type TrainerControlsProps,
} from './components/trainer-controls';
export { Value, type ParameterNumber, type ValueName, type ValueProps } from './components/value';
