// The figures' names, and about how high each is in a column of 680 CSS pixels: the room that is kept for one
// that is not there yet. Each stands for itself, so that a page pays for those of its figures.

/** Heights in columns as wide as {@link columns}. */
export type Heights = readonly [number, number, number, number];

/** What is known of a figure without its code. */
export interface Room {
  /** The component's name, as `data-pancake` has it. */
  name: string;
  /** About how high it is. */
  height: number;
  /** The same in columns of 320, 480, 680 and 1000 pixels, where it depends on that. */
  heights?: Heights;
  /** The element that its root is. @default 'figure' */
  tag?: 'div';
  /** Whether it shows no run, even if there is one around it. @default false */
  runless?: boolean;
}

export const activationPlotRoom: Room = {
  name: 'ActivationPlot',
  height: 459,
  heights: [548, 530, 459, 441],
};
export const chainRuleStepperRoom: Room = {
  name: 'ChainRuleStepper',
  height: 477,
  heights: [858, 760, 477, 397],
  runless: true,
};
export const codeChallengeRoom: Room = {
  name: 'CodeChallenge',
  height: 1080,
  tag: 'div',
  runless: true,
};
export const compareRoom: Room = { name: 'Compare', height: 620, runless: true };
export const dataEditorRoom: Room = {
  name: 'DataEditor',
  height: 768,
  heights: [859, 839, 768, 728],
};
export const decisionBoundaryRoom: Room = {
  name: 'DecisionBoundary',
  height: 692,
  heights: [351, 492, 692, 1012],
};
export const exportProgramRoom: Room = { name: 'ExportProgram', height: 420 };
export const failureLabRoom: Room = {
  name: 'FailureLab',
  height: 294,
  heights: [418, 381, 294, 280],
};
export const fanOutRoom: Room = { name: 'FanOut', height: 360, runless: true };
export const goalRoom: Room = { name: 'Goal', height: 60, tag: 'div' };
export const gradientAccumulationRoom: Room = { name: 'GradientAccumulation', height: 320 };
export const gradientCheckRoom: Room = {
  name: 'GradientCheck',
  height: 973,
  heights: [1506, 1432, 973, 955],
};
export const importModelRoom: Room = { name: 'ImportModel', height: 130 };
export const layerCodeRoom: Room = { name: 'LayerCode', height: 1090, runless: true };
export const layerStackRoom: Room = {
  name: 'LayerStack',
  height: 438,
  heights: [616, 579, 438, 438],
};
export const linearBackwardRoom: Room = { name: 'LinearBackward', height: 620, runless: true };
export const linearProductRoom: Room = { name: 'LinearProduct', height: 620, runless: true };
export const lossChartRoom: Room = { name: 'LossChart', height: 266 };
export const lossLandscapeRoom: Room = {
  name: 'LossLandscape',
  height: 701,
  heights: [515, 599, 701, 683],
};
export const networkGraphRoom: Room = {
  name: 'NetworkGraph',
  height: 655,
  heights: [813, 709, 655, 637],
};
export const optimizerRaceRoom: Room = {
  name: 'OptimizerRace',
  height: 875,
  heights: [730, 783, 875, 1115],
  runless: true,
};
export const outerProductSumRoom: Room = { name: 'OuterProductSum', height: 550, runless: true };
export const playgroundRoom: Room = {
  name: 'Playground',
  height: 2710,
  heights: [3402, 3620, 2710, 1659],
};
export const predictRoom: Room = { name: 'Predict', height: 160, tag: 'div' };
export const sonificationRoom: Room = { name: 'Sonification', height: 330 };
export const spoilerRoom: Room = { name: 'Spoiler', height: 50, tag: 'div' };
export const tensorGridRoom: Room = { name: 'TensorGrid', height: 120, runless: true };
export const trainerControlsRoom: Room = {
  name: 'TrainerControls',
  height: 72,
  heights: [130, 104, 72, 58],
};

const columns = [320, 480, 680, 1000] as const;

/** The height in a column of any width, from those on both sides of it. */
export function heightIn(width: number, heights: Heights): number {
  let i = 0;
  while (i < 2 && width > columns[i + 1]!) i++;
  const share = (width - columns[i]!) / (columns[i + 1]! - columns[i]!);
  const within = Math.min(1, Math.max(0, share));
  return heights[i]! + within * (heights[i + 1]! - heights[i]!);
}
