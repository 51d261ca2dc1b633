// The components as shells, for a browser: the code of each comes when its place comes near the viewport. What
// stands around an author's text, as <Pancake> does, is here at once, so that the text never waits.
import { useId, useState, type ComponentProps, type ComponentType } from 'react';
import {
  asSent,
  lazyFigure,
  activationPlotRoom,
  chainRuleStepperRoom,
  codeChallengeRoom,
  compareRoom,
  dataEditorRoom,
  decisionBoundaryRoom,
  exportProgramRoom,
  failureLabRoom,
  fanOutRoom,
  goalRoom,
  gradientAccumulationRoom,
  gradientCheckRoom,
  importModelRoom,
  layerCodeRoom,
  layerStackRoom,
  linearBackwardRoom,
  linearProductRoom,
  lossChartRoom,
  lossLandscapeRoom,
  networkGraphRoom,
  optimizerRaceRoom,
  outerProductSumRoom,
  playgroundRoom,
  predictRoom,
  sonificationRoom,
  spoilerRoom,
  tensorGridRoom,
  trainerControlsRoom,
  type LazyOptions,
} from '../components/figure';
import { pancakeOf, type RunProps } from '../components/pancake';
import { playgroundOf } from '../components/playground';
import { usePoster } from '../components/poster';
import { Later, TrainerContext, useBeforePaint, useLaterState, useLazyRun } from '../hooks';
import type { Trainer } from '../trainer';
import type * as whole from './server';

export { PancakeLanguage } from '../a11y';
export { AnswerHints } from '../components/answer';
export { PancakeSharing } from '../components/share';

type Whole = typeof whole;

function shell<Name extends keyof Whole>(
  options: LazyOptions<ComponentProps<Whole[Name]>>,
  load: () => Promise<Whole[Name]>,
  whileFar?: LazyOptions<never>['whileFar'],
): Whole[Name] {
  const loadAny = load as () => Promise<Whole[Name] & ComponentType<never>>;
  return lazyFigure({ ...options, whileFar }, loadAny);
}

export const ActivationPlot = shell<'ActivationPlot'>(
  activationPlotRoom,
  async () => (await import('../components/activation-plot')).ActivationPlot,
);
export const Answer = shell<'Answer'>(
  { name: 'Answer', inline: true, tag: 'span' },
  async () => (await import('../components/answer')).Answer,
);
export const ChainRuleStepper = shell<'ChainRuleStepper'>(
  chainRuleStepperRoom,
  async () => (await import('../components/chain-rule-stepper')).ChainRuleStepper,
);
export const CodeChallenge = shell<'CodeChallenge'>(
  codeChallengeRoom,
  async () => (await import('../components/code-challenge')).CodeChallenge,
);
export const Compare = shell<'Compare'>(
  compareRoom,
  async () => (await import('../components/compare')).Compare,
);
export const DataEditor = shell<'DataEditor'>(
  dataEditorRoom,
  async () => (await import('../components/data-editor')).DataEditor,
);
export const DecisionBoundary = shell<'DecisionBoundary'>(
  decisionBoundaryRoom,
  async () => (await import('../components/decision-boundary')).DecisionBoundary,
);
export const ExportProgram = shell<'ExportProgram'>(
  exportProgramRoom,
  async () => (await import('../components/export-program')).ExportProgram,
);
export const FailureLab = shell<'FailureLab'>(
  failureLabRoom,
  async () => (await import('../components/failure-lab')).FailureLab,
);
export const FanOut = shell<'FanOut'>(
  fanOutRoom,
  async () => (await import('../components/fan-out')).FanOut,
);
export const Goal = shell<'Goal'>(
  goalRoom,
  async () => (await import('../components/goal')).Goal,
  comeAtOnce,
);
export const GradientAccumulation = shell<'GradientAccumulation'>(
  gradientAccumulationRoom,
  async () => (await import('../components/gradient-accumulation')).GradientAccumulation,
);
export const GradientCheck = shell<'GradientCheck'>(
  gradientCheckRoom,
  async () => (await import('../components/gradient-check')).GradientCheck,
);
export const ImportModel = shell<'ImportModel'>(
  importModelRoom,
  async () => (await import('../components/import-model')).ImportModel,
);
export const LayerCode = shell<'LayerCode'>(
  layerCodeRoom,
  async () => (await import('../components/code')).LayerCode,
);
export const LayerStack = shell<'LayerStack'>(
  layerStackRoom,
  async () => (await import('../components/layer-stack')).LayerStack,
);
export const LinearBackward = shell<'LinearBackward'>(
  linearBackwardRoom,
  async () => (await import('../components/tensor')).LinearBackward,
);
export const LinearProduct = shell<'LinearProduct'>(
  linearProductRoom,
  async () => (await import('../components/tensor')).LinearProduct,
);
export const LossChart = shell<'LossChart'>(
  lossChartRoom,
  async () => (await import('../components/loss-chart')).LossChart,
);
export const LossLandscape = shell<'LossLandscape'>(
  lossLandscapeRoom,
  async () => (await import('../components/loss-landscape')).LossLandscape,
  followWeights,
);
export const MathFormula = shell<'MathFormula'>(
  { name: 'MathFormula', inline: true, tag: 'span' },
  async () => (await import('../components/formula')).MathFormula,
);
export const NetworkGraph = shell<'NetworkGraph'>(
  networkGraphRoom,
  async () => (await import('../components/network-graph')).NetworkGraph,
);
export const OptimizerRace = shell<'OptimizerRace'>(
  optimizerRaceRoom,
  async () => (await import('../components/optimizer-race')).OptimizerRace,
);
export const OuterProductSum = shell<'OuterProductSum'>(
  outerProductSumRoom,
  async () => (await import('../components/tensor')).OuterProductSum,
);
export const Predict = shell<'Predict'>(
  predictRoom,
  async () => (await import('../components/predict')).Predict,
);
export const Set = shell<'Set'>(
  { name: 'Set', inline: true, tag: 'span' },
  async () => (await import('../components/set')).Set,
);
export const Sonification = shell<'Sonification'>(
  sonificationRoom,
  async () => (await import('../components/sonification')).Sonification,
);
export const Spoiler = shell<'Spoiler'>(
  spoilerRoom,
  async () => (await import('../components/spoiler')).Spoiler,
);
export const TensorGrid = shell<'TensorGrid'>(
  tensorGridRoom,
  async () => (await import('../components/tensor')).TensorGrid,
);
export const TrainerControls = shell<'TrainerControls'>(
  trainerControlsRoom,
  async () => (await import('../components/trainer-controls')).TrainerControls,
);
export const Value = shell<'Value'>(
  { name: 'Value', inline: true, tag: ({ editable }) => (editable ? 'span' : 'data') },
  async () => (await import('../components/value')).Value,
);

const runCode = new Later(async () => {
  const { Linked, runWays } = await import('./run-code');
  return { ...runWays, Linked };
});

// The run is made when the first of its figures is there, by the code that came with it.
function Run(props: RunProps) {
  const isLinked = props.link !== undefined || props.linkKey !== undefined;
  return isLinked ? <LinkedRun {...props} /> : <UnlinkedRun {...props} />;
}

function UnlinkedRun({ options, children }: RunProps) {
  const run = useLazyRun(options, runCode);
  return <TrainerContext.Provider value={run}>{children}</TrainerContext.Provider>;
}

function LinkedRun({ options, children, ...links }: RunProps) {
  const run = useLazyRun(options, runCode);
  const id = useId();
  const { part } = useLaterState(runCode);
  // Links are opened in a run that has begun as it does without them: one that was opened rests.
  const [hasBegun, setBegun] = useState(false);
  useBeforePaint(() => setBegun(true), []);
  // What a server said of a link stays until there is code that can say it.
  const isPoster = usePoster();
  const [isSent] = useState(
    () =>
      isPoster &&
      typeof document === 'object' &&
      document.querySelector(`[data-link="${id}"]`) !== null,
  );
  const said = () => {
    if (hasBegun && part) return <part.Linked run={run} id={id} {...links} />;
    return isSent && <div {...asSent} />;
  };
  // Two children, as on a server, or the ids of what is inside would be others.
  return (
    <TrainerContext.Provider value={run}>
      {said()}
      {children}
    </TrainerContext.Provider>
  );
}

const DefaultControls = lazyFigure(
  trainerControlsRoom,
  async () => (await import('../components/trainer-controls')).DefaultControls,
);

function WholeFigure() {
  return (
    <div className="pancake-whole">
      <DecisionBoundary />
      <LossChart />
      <DefaultControls />
    </div>
  );
}

export const Pancake: Whole['Pancake'] = pancakeOf(Run, WholeFigure);

const PlaygroundLayout = lazyFigure(
  playgroundRoom,
  async () => (await import('../components/playground')).PlaygroundLayout,
);

export const Playground: Whole['Playground'] = playgroundOf(Pancake, PlaygroundLayout);

// A goal is reached wherever the reader is.
function comeAtOnce(_: Trainer, come: () => void): () => void {
  come();
  return () => {};
}

// The way of the weights goes on while nobody looks; without its code it begins when somebody does.
function followWeights(trainer: Trainer): () => void {
  let isOver = false;
  let end = () => {};
  void import('./run-code').then(
    ({ weightPathOf }) => {
      if (!isOver) end = weightPathOf(trainer).follow();
    },
    () => {},
  );
  return () => {
    isOver = true;
    end();
  };
}
