// The trainer: everything between the engine and a page, without React.
export { Trainer, createTrainer } from './trainer';
export { isLarge, prepareData } from './data';
export { forAll, isToldByRun } from './fault';
export { browserFrames } from './frames';
export type { Drawer } from './frames';
export { frameLoop, type FrameLoop } from './shared-frames';
export { predictedClass } from './measure';
export { TrainerGroup, createGroup, type GroupSnapshot } from './group';
export { architectureOf } from './architecture';
export { diagnose } from './diagnose';
export { canHappen } from './diagnose/can-happen';
export { failureKinds } from './diagnose/finding';
export { failures } from './failures';
export { decodeRun, encodeRun } from './link';
export { putAside, replaceOptions } from './put-aside';
export { applyRemedy, remedyFor } from './remedies';
export { LossSlice } from './loss-slice';
export { WeightPath, weightPathOf } from './weight-path';
export { Plane, type PlaneValues } from './plane';
export { Race, createRace, hasLeft } from './race';
export { raceEntries } from './lane';
export { Surface, surfaceInfo, surfaceNames } from './surfaces';
export type { Architecture, HiddenLayer, Reshape } from './architecture';
export type { Mark, MarkKind } from './changes';
export type { Failure } from './failures';
export type { EncodedRun, LeftOut, RecordOptions, RunRecord } from './link';
export type { CameBack } from './put-aside';
export type { FailureKind, FailureSign, Finding } from './diagnose/finding';
export type { Branch } from './logbook';
export type { FrameSource, Player } from './frames';
export type { LossSource } from './loss-of-two';
export type { LossSliceOptions } from './loss-slice';
export type { ParameterPlace } from './parameter-place';
export type { Curve, History, HistoryEntry, Measurement } from './history';
export type {
  Initialization,
  OptimizerSettings,
  SplitDataset,
  StopRule,
  TrainerOptions,
} from './options';
export type { Phase } from './run';
export type { Rehearsal, RehearsalStage, RehearsedParameter } from './rehearsal';
export type { Lane, RaceEntry, RaceEntryName } from './lane';
export type { LaneState, RaceOptions, RaceSnapshot, RaceStatus } from './race-options';
export type { SurfaceInfo, SurfaceName, SurfacePoint, SurfaceRates } from './surfaces';
export type { SampleTrace } from './sample-trace';
export type { Fault } from './fault';
export type { Divergence, Snapshot, Status, StepUnit } from './snapshot';
