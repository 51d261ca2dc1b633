// What a program needs to know of a training run, and how it is told.
import type { Dataset } from '../datasets/dataset';
import { PancakeError, ensure, show } from '../errors';
import { Loss } from '../losses/loss';
import { createLoss, type LossName } from '../losses/create-loss';
import { createOptimizer, type OptimizerName } from '../optimizers/create-optimizer';
import { Optimizer } from '../optimizers/optimizer';
import { createSchedule, type Schedule, type ScheduleOptions } from '../schedules';
import { Sequential } from '../sequential';
import { Tensor } from '../tensor';
import { checkBuiltIn } from './built-in';

/** What `toPyTorch` and `toNumPy` may be asked for a run. */
export interface RunExportOptions {
  /** How many losses the program prints: that of the beginning, and one after each epoch. @default 10 */
  epochs?: number;
  /**
   * Whether the program begins with the weights of this moment, at the epoch at hand, and not with
   * those that the run began with. The optimizer begins without memory. @default false
   */
  currentWeights?: boolean;
}

/** How to train a model that has no trainer, for `toPyTorch` and `toNumPy`. */
export interface ModelExportOptions {
  /** The points to learn from. */
  data: Dataset;
  /** @default binary cross-entropy, cross-entropy or mean squared error, as the data asks */
  loss?: LossName | Loss;
  /** By name, or one with its options; what it remembers is left out. @default 'SGD' */
  optimizer?: OptimizerName | Optimizer;
  /** @default that of the optimizer; by name, 0.1 for SGD and 0.01 for the others */
  learningRate?: number;
  /** The factor on the learning rate at each epoch. @default 1 throughout */
  schedule?: Schedule | ScheduleOptions;
  /** Points to a step, or `'full'` for all of them. @default 'full' */
  batchSize?: number | 'full';
  /** For each epoch the order in which it takes the points, as their rows. @default that of the data */
  orders?: readonly ArrayLike<number>[];
  /** λ in λ Σ|w|, for the weights in matrices. @default 0 */
  l1?: number;
  /** λ in λ/2 Σw². @default 0 */
  l2?: number;
  /** How many losses the program prints: that of the beginning, and one after each epoch. @default 10 */
  epochs?: number;
}

/** A training run as a program needs to know it: everything said. */
export interface RunDescription {
  readonly model: Sequential;
  /** The values to begin with, in the order of `model.parameters()`. */
  readonly weights: readonly ArrayLike<number>[];
  readonly data: Dataset;
  readonly loss: Loss;
  /** Its kind and its options; its learning rate is given beside it. */
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  readonly schedule: Schedule | ScheduleOptions | undefined;
  readonly batchSize: number | 'full';
  /** The rows of the points in the order of each epoch; null for the order of the data. */
  readonly orders: readonly ArrayLike<number>[] | null;
  readonly zeroGrad: boolean;
  readonly l1: number;
  readonly l2: number;
  /** The epoch at which it begins. */
  readonly firstEpoch: number;
  /** How many losses are printed, that of the beginning included. */
  readonly epochs: number;
}

/** Something that can say how it trains: a `Trainer`. */
export interface Describable {
  describeRun(options: Required<RunExportOptions>): RunDescription;
}

/**
 * What a program is asked to do, checked.
 *
 * @param to the function that was called, for messages
 * @throws PancakeError if something is not this package's own, or makes no sense
 */
export function resolveRun(
  to: string,
  source: Describable | Sequential,
  options: RunExportOptions | ModelExportOptions,
): RunDescription {
  const { epochs = 10 } = options;
  ensure(
    Number.isInteger(epochs) && epochs >= 1,
    () => `${to} got epochs = ${show(epochs)}; it must be a whole number of at least 1`,
  );
  const run = describeSource(to, source, { ...options, epochs });
  checkBuiltIn(to, run);
  ensure(
    run.model.parameters().length > 0,
    () => `${to} got ${run.model.describe()}, which has no parameters; there is nothing to train`,
  );
  return run;
}

function describeSource(
  to: string,
  source: unknown,
  options: (RunExportOptions | ModelExportOptions) & { epochs: number },
): RunDescription {
  if (source instanceof Sequential) return describeModel(to, source, options as never);
  if (isDescribable(source)) {
    return source.describeRun({ currentWeights: false, ...(options as RunExportOptions) } as never);
  }
  throw new PancakeError(
    `${to} got ${show(source)}; it takes a trainer, or a Sequential with { data, loss, optimizer }`,
  );
}

function isDescribable(source: unknown): source is Describable {
  return typeof source === 'object' && source !== null && 'describeRun' in source;
}

function describeModel(
  to: string,
  model: Sequential,
  options: ModelExportOptions & { epochs: number },
): RunDescription {
  const { data, optimizer = 'SGD', schedule, batchSize = 'full', epochs } = options;
  const { l1 = 0, l2 = 0 } = options;
  ensure(
    (data as Dataset | undefined)?.x instanceof Tensor && data.y instanceof Tensor,
    () =>
      `${to} got data = ${show(data)}; beside a model it needs a Dataset, such as datasets.moons()`,
  );
  const rows = data.x.shape[0]!;
  ensure(
    batchSize === 'full' || (Number.isInteger(batchSize) && batchSize >= 1),
    () =>
      `${to} got batchSize = ${show(batchSize)}; it must be a whole number of at least 1, or 'full'`,
  );
  const { loss: given = byTask[data.task] } = options;
  const loss = given instanceof Loss ? given : createLoss(given, { reduction: 'mean' });
  ensure(
    loss.reduction !== 'none',
    () => `${to} got a loss with the reduction 'none'; training needs one number: 'mean' or 'sum'`,
  );
  const learningRate =
    options.learningRate ??
    (optimizer instanceof Optimizer ? optimizer.lr : /^sgd$/i.test(optimizer) ? 0.1 : 0.01);
  // Complains about what does not fit together before a program does.
  loss.evaluate(model.predict(data.x), data.y);
  if (typeof schedule === 'object') createSchedule(schedule);
  const orders = options.orders ?? null;
  orders?.forEach((order, epoch) => checkOrder(to, order, epoch, rows));
  ensure(
    !orders || orders.length >= epochs - 1,
    () => `${to} got orders for ${orders!.length} epochs; ${epochs} losses need ${epochs - 1}`,
  );
  return {
    model,
    weights: model.parameters().map(({ value }) => value.data.slice()),
    data,
    loss,
    optimizer:
      optimizer instanceof Optimizer
        ? optimizer
        : createOptimizer(optimizer, model, { lr: learningRate }),
    learningRate,
    schedule,
    batchSize: batchSize === 'full' || batchSize >= rows ? 'full' : batchSize,
    orders: orders?.slice(0, epochs - 1) ?? null,
    zeroGrad: true,
    l1,
    l2,
    firstEpoch: 0,
    epochs,
  };
}

const byTask = {
  binary: 'BinaryCrossEntropy',
  multiclass: 'CrossEntropy',
  regression: 'MeanSquaredError',
} as const;

function checkOrder(to: string, order: ArrayLike<number>, epoch: number, rows: number): void {
  const bad = Array.from(order).find((row) => !(Number.isInteger(row) && row >= 0 && row < rows));
  ensure(
    bad === undefined,
    () => `${to} got the row ${show(bad)} in orders[${epoch}]; the data has rows 0 to ${rows - 1}`,
  );
}
