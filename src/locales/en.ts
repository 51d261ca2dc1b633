// The built-in English as one object: what a language is compared with, and what it falls back to.
import { defaultLabels as activationPlotLabels } from '../components/activation-plot/labels';
import { defaultLabels as answerLabels } from '../components/answer/labels';
import { defaultLabels as chainRuleStepperLabels } from '../components/chain-rule-stepper/labels';
import { defaultLabels as codeChallengeLabels } from '../components/code-challenge/labels';
import { defaultLabels as layerCodeLabels } from '../components/code/labels';
import { defaultLabels as compareLabels } from '../components/compare/labels';
import { defaultLabels as dataEditorLabels } from '../components/data-editor/labels';
import { defaultLabels as decisionBoundaryLabels } from '../components/decision-boundary/labels';
import { defaultLabels as exportProgramLabels } from '../components/export-program/labels';
import { defaultLabels as failureLabLabels } from '../components/failure-lab/labels';
import { defaultLabels as fanOutLabels } from '../components/fan-out/labels';
import { helpLabels } from '../components/figure/help-labels';
import { errorLabels } from '../components/figure/labels';
import { defaultLabels as copyLaTeXLabels, formulaLabels } from '../components/formula/labels';
import { defaultLabels as goalLabels } from '../components/goal/labels';
import { defaultLabels as gradientAccumulationLabels } from '../components/gradient-accumulation/labels';
import { defaultLabels as gradientCheckLabels } from '../components/gradient-check/labels';
import { defaultLabels as importModelLabels } from '../components/import-model/labels';
import { defaultLabels as layerStackLabels } from '../components/layer-stack/labels';
import { defaultLabels as lossChartLabels } from '../components/loss-chart/labels';
import { defaultLabels as lossLandscapeLabels } from '../components/loss-landscape/labels';
import { defaultLabels as networkGraphLabels } from '../components/network-graph/labels';
import { defaultLabels as optimizerRaceLabels } from '../components/optimizer-race/labels';
import { defaultLabels as pancakeLabels } from '../components/pancake/labels';
import { defaultLabels as playgroundLabels } from '../components/playground/labels';
import { defaultLabels as predictLabels } from '../components/predict/labels';
import { defaultLabels as setLabels } from '../components/set/labels';
import { defaultLabels as shareLabels } from '../components/share/labels';
import { defaultLabels as sonificationLabels } from '../components/sonification/labels';
import { defaultLabels as spoilerLabels } from '../components/spoiler/labels';
import { outerProductLabels, productLabels, tensorLabels } from '../components/tensor/labels';
import { defaultLabels as trainerControlsLabels } from '../components/trainer-controls/labels';
import { defaultLabels as valueLabels } from '../components/value/labels';
import type { Words } from './words';

/** All words in English. */
export const english: Words = {
  ActivationPlot: activationPlotLabels,
  Answer: answerLabels,
  ChainRuleStepper: chainRuleStepperLabels,
  CodeChallenge: codeChallengeLabels,
  Compare: compareLabels,
  CopyLaTeX: copyLaTeXLabels,
  DataEditor: dataEditorLabels,
  DecisionBoundary: decisionBoundaryLabels,
  ExportProgram: exportProgramLabels,
  FailureLab: failureLabLabels,
  FanOut: fanOutLabels,
  FigureError: errorLabels,
  FigureHelp: helpLabels,
  Goal: goalLabels,
  GradientAccumulation: gradientAccumulationLabels,
  GradientCheck: gradientCheckLabels,
  ImportModel: importModelLabels,
  LayerCode: layerCodeLabels,
  LayerStack: layerStackLabels,
  LinearBackward: productLabels,
  LinearProduct: productLabels,
  LossChart: lossChartLabels,
  LossLandscape: lossLandscapeLabels,
  MathFormula: formulaLabels,
  NetworkGraph: networkGraphLabels,
  OptimizerRace: optimizerRaceLabels,
  OuterProductSum: outerProductLabels,
  Pancake: pancakeLabels,
  Playground: playgroundLabels,
  Predict: predictLabels,
  Set: setLabels,
  Share: shareLabels,
  Sonification: sonificationLabels,
  Spoiler: spoilerLabels,
  TensorGrid: tensorLabels,
  TrainerControls: trainerControlsLabels,
  Value: valueLabels,
};
