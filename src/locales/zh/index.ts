// Simplified Chinese.
import type { WholeLanguage } from '../words';
import { activationPlot } from './activation-plot';
import { answer } from './answer';
import { chainRuleStepper } from './chain-rule-stepper';
import { codeChallenge } from './code-challenge';
import { dataEditor } from './data-editor';
import { decisionBoundary } from './decision-boundary';
import { compare, exportProgram, importModel } from './export-compare';
import { failureLab } from './failure-lab';
import { gradientCheck } from './gradient-check';
import { figureHelp } from './figure-help';
import { fanOut, gradientAccumulation } from './gradients';
import { layerCode } from './layer-code';
import { layerStack } from './layer-stack';
import { lossChart } from './loss-chart';
import { networkGraph } from './network-graph';
import { lossLandscape, optimizerRace } from './race-landscape';
import { pancake, share } from './share';
import { copyLaTeX, figureError, goal, mathFormula, playground, predict, spoiler } from './small';
import { sonification } from './sonification';
import { outerProductSum, product, tensorGrid } from './tensor';
import { trainerControls } from './trainer-controls';
import { set, value } from './value-set';

/** Simplified Chinese, for `<PancakeLanguage language={zh}>`. */
export const zh: WholeLanguage = {
  tag: 'zh-Hans',
  words: {
    ActivationPlot: activationPlot,
    Answer: answer,
    ChainRuleStepper: chainRuleStepper,
    CodeChallenge: codeChallenge,
    Compare: compare,
    CopyLaTeX: copyLaTeX,
    DataEditor: dataEditor,
    DecisionBoundary: decisionBoundary,
    ExportProgram: exportProgram,
    FailureLab: failureLab,
    FanOut: fanOut,
    FigureError: figureError,
    FigureHelp: figureHelp,
    Goal: goal,
    GradientAccumulation: gradientAccumulation,
    GradientCheck: gradientCheck,
    ImportModel: importModel,
    LayerCode: layerCode,
    LayerStack: layerStack,
    LinearBackward: product,
    LinearProduct: product,
    LossChart: lossChart,
    LossLandscape: lossLandscape,
    MathFormula: mathFormula,
    NetworkGraph: networkGraph,
    OptimizerRace: optimizerRace,
    OuterProductSum: outerProductSum,
    Pancake: pancake,
    Playground: playground,
    Predict: predict,
    Set: set,
    Share: share,
    Sonification: sonification,
    Spoiler: spoiler,
    TensorGrid: tensorGrid,
    TrainerControls: trainerControls,
    Value: value,
  },
};
