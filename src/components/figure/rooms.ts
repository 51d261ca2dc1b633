// The figures' names, and about how high each is in a column of 680 CSS pixels: the room that is kept for one
// that is not there yet. Each stands for itself, so that a page pays for those of its figures.

/** What is known of a figure without its code. */
export interface Room {
  /** The component's name, as `data-pancake` has it. */
  name: string;
  /** About how high it is. */
  height: number;
  /** The element that its root is. @default 'figure' */
  tag?: 'div';
  /** Whether it shows no run, even if there is one around it. @default false */
  runless?: boolean;
}

export const activationPlotRoom: Room = { name: 'ActivationPlot', height: 460 };
export const chainRuleStepperRoom: Room = { name: 'ChainRuleStepper', height: 480, runless: true };
export const codeChallengeRoom: Room = {
  name: 'CodeChallenge',
  height: 1080,
  tag: 'div',
  runless: true,
};
export const compareRoom: Room = { name: 'Compare', height: 620, runless: true };
export const dataEditorRoom: Room = { name: 'DataEditor', height: 640 };
export const decisionBoundaryRoom: Room = { name: 'DecisionBoundary', height: 700 };
export const exportProgramRoom: Room = { name: 'ExportProgram', height: 420 };
export const failureLabRoom: Room = { name: 'FailureLab', height: 360 };
export const fanOutRoom: Room = { name: 'FanOut', height: 360, runless: true };
export const goalRoom: Room = { name: 'Goal', height: 60, tag: 'div' };
export const gradientAccumulationRoom: Room = { name: 'GradientAccumulation', height: 320 };
export const gradientCheckRoom: Room = { name: 'GradientCheck', height: 420 };
export const importModelRoom: Room = { name: 'ImportModel', height: 130 };
export const layerCodeRoom: Room = { name: 'LayerCode', height: 1090, runless: true };
export const layerStackRoom: Room = { name: 'LayerStack', height: 440 };
export const linearBackwardRoom: Room = { name: 'LinearBackward', height: 620, runless: true };
export const linearProductRoom: Room = { name: 'LinearProduct', height: 620, runless: true };
export const lossChartRoom: Room = { name: 'LossChart', height: 290 };
export const lossLandscapeRoom: Room = { name: 'LossLandscape', height: 700 };
export const networkGraphRoom: Room = { name: 'NetworkGraph', height: 400 };
export const optimizerRaceRoom: Room = { name: 'OptimizerRace', height: 720, runless: true };
export const outerProductSumRoom: Room = { name: 'OuterProductSum', height: 550, runless: true };
export const playgroundRoom: Room = { name: 'Playground', height: 1200 };
export const predictRoom: Room = { name: 'Predict', height: 160, tag: 'div' };
export const sonificationRoom: Room = { name: 'Sonification', height: 330 };
export const spoilerRoom: Room = { name: 'Spoiler', height: 50, tag: 'div' };
export const tensorGridRoom: Room = { name: 'TensorGrid', height: 120, runless: true };
export const trainerControlsRoom: Room = { name: 'TrainerControls', height: 80 };
