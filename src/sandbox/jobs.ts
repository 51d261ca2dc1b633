// What a program in the sandbox can be asked to do. What comes back is for the asker to check.

/** A number, or lists of them. */
export type Numbers = number | readonly Numbers[];

/** Values of parameters by name. */
export type NamedNumbers = Readonly<Record<string, Numbers>>;

/** Makes a layer, sets its parameters, and calls it. */
export interface LayerJob {
  kind: 'layer';
  name: string;
  args: readonly number[];
  values: NamedNumbers;
  steps: readonly { call: 'forward' | 'backward'; given: Numbers }[];
}

/** Makes an optimizer of some parameters, then for each gradient: zeroGrad, add it, step. */
export interface OptimizerJob {
  kind: 'optimizer';
  name: string;
  options: { lr: number };
  values: readonly { name: string; value: Numbers }[];
  gradients: readonly (readonly Numbers[])[];
}

/** Calls a training loop of a perceptron, and notes every call that it makes. */
export interface LoopJob {
  kind: 'loop';
  name: string;
  x: Numbers;
  y: Numbers;
  lr: number;
  epochs: number;
  log: { values: NamedNumbers };
}

/** A layer of a model to train: the reader's, where its name is one that the program defines. */
export interface LayerToTrain {
  type: string;
  args: readonly number[];
  values: NamedNumbers;
}

/** Puts a model together for `EpochsJob`. */
export interface BeginJob {
  kind: 'begin';
  layers: readonly LayerToTrain[];
  /** The name of the reader's training loop, or of the optimizer; else ours. */
  loop?: string;
  optimizer?: string;
  x: Numbers;
  y: Numbers;
  lr: number;
}

/** Trains on: gives all parameters after each epoch, in one list. */
export interface EpochsJob {
  kind: 'epochs';
  count: number;
}

export type Job = LayerJob | OptimizerJob | LoopJob | BeginJob | EpochsJob;
