// The trainer: everything between the engine and a page, without React.
export { Trainer, createTrainer } from './trainer';
export { FrameLoop, browserFrames, frameLoop } from './frames';
export { predictedClass } from './measure';
export { Plane } from './plane';
export type { FrameSource } from './frames';
export type { Curve, History, HistoryEntry, Measurement } from './history';
export type { SplitDataset, StopRule, TrainerOptions } from './options';
export type { Phase } from './run';
export type { SampleTrace } from './sample-trace';
export type { Divergence, Snapshot, Status, StepUnit } from './snapshot';
