// The engine: everything that computes. No React, no DOM.
export { PancakeError, NonFiniteError, ensure, show } from './errors';
export { Tensor, sameShape, showShape, sizeOf } from './tensor';
export { findNonFinite } from './finite';
export { Arena, inArena, kernels, kernelsOf } from './kernels';
export { Buffers } from './buffers';
export { RandomStream, createRng, mixSeeds } from './random';
export { Layer } from './layer';
export { Sequential } from './sequential';
export { Dropout } from './layers/dropout';
export { ELU } from './layers/elu';
export { Features, featureFormula, featureNames } from './layers/features';
export { GELU } from './layers/gelu';
export { LayerNorm } from './layers/layer-norm';
export { LeakyReLU } from './layers/leaky-relu';
export { Linear } from './layers/linear';
export { Mul } from './layers/mul';
export { ReLU } from './layers/relu';
export { Residual } from './layers/residual';
export { Sigmoid } from './layers/sigmoid';
export { SiLU } from './layers/silu';
export { Sin } from './layers/sin';
export { Softmax } from './layers/softmax';
export { Softplus } from './layers/softplus';
export { Square } from './layers/square';
export { Tanh } from './layers/tanh';
export { activationNames, createActivation } from './layers/activations';
export { Loss } from './losses/loss';
export { BinaryCrossEntropy } from './losses/binary-cross-entropy';
export { BinaryCrossEntropyWithLogits } from './losses/binary-cross-entropy-with-logits';
export { CrossEntropy } from './losses/cross-entropy';
export { Huber } from './losses/huber';
export { MeanSquaredError } from './losses/mean-squared-error';
export { createLoss } from './losses/create-loss';
export { Optimizer } from './optimizers/optimizer';
export { AdaGrad } from './optimizers/adagrad';
export { Adam } from './optimizers/adam';
export { AdamW } from './optimizers/adamw';
export { RMSProp } from './optimizers/rmsprop';
export { SGD } from './optimizers/sgd';
export { createOptimizer } from './optimizers/create-optimizer';
export { createSchedule, schedules } from './schedules';
export { createDataset, createDatasetInParts, datasets } from './datasets';
export { fromCSV, readCSV, toCSV } from './datasets/csv';
export { fromPoints, split } from './datasets/points';
export { checkGradients } from './check-gradients';
export {
  chainFactors,
  factorTensor,
  foldFactors,
  layerCosts,
  multiplyFactors,
  sumCosts,
} from './chain';
export { numericalSlope } from './difference';
export { rowsOf, sampleOf, trace } from './trace';
export { fromJSON, fromStructure, loadParameters, structureOf, toJSON } from './serialize';
export { toNumPy } from './export/numpy';
export { toPyTorch } from './export/pytorch';
export { numpyLayer } from './export/numpy-layers';
export { numpyLoss } from './export/numpy-losses';
export { numpyOptimizer, numpyZeroGrad } from './export/numpy-optimizers';

export type { KernelChoice } from './kernels';
export type { NestedNumbers, TensorLike } from './tensor';
export type { Rng } from './random';
export type { LayerJSON, Parameter } from './layer';
export type { ActivationName } from './layers/activations';
export type { LossOptions, LossValue, Reduction, Task } from './losses/loss';
export type { HuberOptions } from './losses/huber';
export type { LossName } from './losses/create-loss';
export type { OptimizerOptions, OptimizerState } from './optimizers/optimizer';
export type { AdaGradOptions } from './optimizers/adagrad';
export type { AdamOptions } from './optimizers/adam';
export type { RMSPropOptions } from './optimizers/rmsprop';
export type { SGDOptions } from './optimizers/sgd';
export type { OptimizerName } from './optimizers/create-optimizer';
export type { FeatureName } from './layers/features';
export type { Schedule, ScheduleOptions } from './schedules';
export type { DatasetName } from './datasets';
export type { Dataset, DatasetOptions, Domain } from './datasets/dataset';
export type { CSVContents, CSVError, CSVProblem } from './datasets/csv';
export type { MulticlassOptions } from './datasets/multiclass';
export type { Generator } from './datasets/generate';
export type { LabelledPoint, PointsOptions } from './datasets/points';
export type {
  GradientCheck,
  GradientCheckEntry,
  GradientCheckOptions,
  GradientVerdict,
} from './check-gradients';
export type { ChainCosts, ChainFactor, LayerCosts } from './chain';
export type { Trace, TraceStep, TracedParameter } from './trace';
export type { LayerFactory, ModelJSON } from './serialize';
export type { LineRole, NumPyLine, NumPySubject } from './export/numpy-lines';
export type {
  Describable,
  ModelExportOptions,
  RunDescription,
  RunExportOptions,
} from './export/run-description';
