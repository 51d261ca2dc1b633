// The main figures as a page shows them, for what has to hold of all of them.
import type { ReactElement } from 'react';
import {
  ActivationPlot,
  ChainRuleStepper,
  DataEditor,
  DecisionBoundary,
  FailureLab,
  FanOut,
  GradientCheck,
  LayerStack,
  LossChart,
  LossLandscape,
  NetworkGraph,
  OptimizerRace,
  Playground,
  Predict,
  TensorGrid,
  TrainerControls,
} from '../../src';
import { createTrainer, type Trainer, type TrainerOptions } from '../../src/engine-entry';

/** A small run: ten points to train with and two to test, three hidden neurons. */
export const smallRun: TrainerOptions = {
  data: 'moons',
  points: 12,
  model: [2, 3, 1],
  seed: 7,
};

/** The numbers of the `TensorGrid`. */
export const smallMatrix = [
  [1, -2, 0.5],
  [3, 0, -4],
];

/** Each main figure by its name. Those without a run take no notice of it. */
export const mainFigures = {
  DecisionBoundary: (trainer) => <DecisionBoundary trainer={trainer} />,
  LossChart: (trainer) => <LossChart trainer={trainer} />,
  LayerStack: (trainer) => <LayerStack trainer={trainer} />,
  NetworkGraph: (trainer) => <NetworkGraph trainer={trainer} />,
  DataEditor: (trainer) => <DataEditor trainer={trainer} />,
  ChainRuleStepper: () => <ChainRuleStepper defaultStep={6} />,
  TrainerControls: (trainer) => <TrainerControls trainer={trainer} show="all" />,
  TensorGrid: () => <TensorGrid tensor={smallMatrix} name="W" />,
  OptimizerRace: () => <OptimizerRace />,
  LossLandscape: (trainer) => <LossLandscape trainer={trainer} grid={12} />,
  FailureLab: (trainer) => <FailureLab trainer={trainer} />,
  Predict: () => <Predict question="How many corners has a square?" answer={4} />,
  Playground: () => <Playground {...smallRun} />,
} satisfies Record<string, (trainer: Trainer) => ReactElement>;

/** Others with much to press, by their names. */
export const moreFigures = {
  ActivationPlot: () => <ActivationPlot />,
  FanOut: () => <FanOut />,
  GradientCheck: (trainer) => <GradientCheck trainer={trainer} />,
} satisfies Record<string, (trainer: Trainer) => ReactElement>;

/** A small run after some epochs. */
export function trained(epochs = 0): Trainer {
  const trainer = createTrainer(smallRun);
  if (epochs) trainer.step('epoch', epochs);
  return trainer;
}
