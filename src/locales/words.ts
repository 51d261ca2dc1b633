// What a language has to say: the labels of every component, by the component's name.
import type { Language as AnyLanguage } from '../a11y';
import type { ActivationPlotLabels } from '../components/activation-plot/labels';
import type { AnswerLabels } from '../components/answer/labels';
import type { ChainRuleStepperLabels } from '../components/chain-rule-stepper/labels';
import type { CodeChallengeLabels } from '../components/code-challenge/labels';
import type { LayerCodeLabels } from '../components/code/labels';
import type { CompareLabels } from '../components/compare/labels';
import type { DataEditorLabels } from '../components/data-editor/labels';
import type { DecisionBoundaryLabels } from '../components/decision-boundary/labels';
import type { ExportProgramLabels } from '../components/export-program/labels';
import type { FailureLabLabels } from '../components/failure-lab/labels';
import type { FanOutLabels } from '../components/fan-out/labels';
import type { FigureErrorLabels, FigureHelpLabels } from '../components/figure/labels';
import type { CopyLaTeXLabels, FormulaLabels } from '../components/formula/labels';
import type { GoalLabels } from '../components/goal/labels';
import type { GradientAccumulationLabels } from '../components/gradient-accumulation/labels';
import type { ImportModelLabels } from '../components/import-model/labels';
import type { GradientCheckLabels } from '../components/gradient-check/labels';
import type { LayerStackLabels } from '../components/layer-stack/labels';
import type { LossChartLabels } from '../components/loss-chart/labels';
import type { LossLandscapeLabels } from '../components/loss-landscape/labels';
import type { NetworkGraphLabels } from '../components/network-graph/labels';
import type { OptimizerRaceLabels } from '../components/optimizer-race/labels';
import type { PancakeLabels } from '../components/pancake/labels';
import type { PlaygroundLabels } from '../components/playground/labels';
import type { PredictLabels } from '../components/predict/labels';
import type { SetLabels } from '../components/set/labels';
import type { ShareLabels } from '../components/share/labels';
import type { SonificationLabels } from '../components/sonification/labels';
import type { SpoilerLabels } from '../components/spoiler/labels';
import type { OuterProductLabels, ProductLabels, TensorLabels } from '../components/tensor/labels';
import type { TrainerControlsLabels } from '../components/trainer-controls/labels';
import type { ValueLabels } from '../components/value/labels';

/** The labels of all components: a language that has all of them leaves no English. */
export interface Words {
  ActivationPlot: ActivationPlotLabels;
  Answer: AnswerLabels;
  ChainRuleStepper: ChainRuleStepperLabels;
  CodeChallenge: CodeChallengeLabels;
  Compare: CompareLabels;
  CopyLaTeX: CopyLaTeXLabels;
  DataEditor: DataEditorLabels;
  DecisionBoundary: DecisionBoundaryLabels;
  ExportProgram: ExportProgramLabels;
  FailureLab: FailureLabLabels;
  FanOut: FanOutLabels;
  FigureError: FigureErrorLabels;
  FigureHelp: FigureHelpLabels;
  Goal: GoalLabels;
  GradientAccumulation: GradientAccumulationLabels;
  GradientCheck: GradientCheckLabels;
  ImportModel: ImportModelLabels;
  LayerCode: LayerCodeLabels;
  LayerStack: LayerStackLabels;
  LinearBackward: ProductLabels;
  LinearProduct: ProductLabels;
  LossChart: LossChartLabels;
  LossLandscape: LossLandscapeLabels;
  MathFormula: FormulaLabels;
  NetworkGraph: NetworkGraphLabels;
  OptimizerRace: OptimizerRaceLabels;
  OuterProductSum: OuterProductLabels;
  Pancake: PancakeLabels;
  Playground: PlaygroundLabels;
  Predict: PredictLabels;
  Set: SetLabels;
  Share: ShareLabels;
  Sonification: SonificationLabels;
  Spoiler: SpoilerLabels;
  TensorGrid: TensorLabels;
  TrainerControls: TrainerControlsLabels;
  Value: ValueLabels;
}

/** Some of the words; what is missing stays English. */
export type SomeWords = { readonly [Name in keyof Words]?: Readonly<Partial<Words[Name]>> };

/** A language of the components: one that comes along, or one of your own. */
export interface Language extends AnyLanguage {
  words: SomeWords;
}

/** A language with all words, as those that come along are. */
export interface WholeLanguage extends AnyLanguage {
  words: { readonly [Name in keyof Words]: Readonly<Words[Name]> };
}
