// Settings: the options of a run, checked and made definite.
import {
  Loss,
  Optimizer,
  createLoss,
  createOptimizer,
  createSchedule,
  ensure,
  show,
  type Dataset,
  type Schedule,
  type Sequential,
} from '../engine';
import { resolveData } from './data';
import { defaultSpeed, type TrainerOptions } from './options';

/** The part of the options that each training step depends on. Never changed, only replaced. */
export interface Settings {
  /** What the author wrote. */
  readonly options: TrainerOptions;
  readonly learningRate: number;
  readonly schedule: Schedule | undefined;
  readonly batchSize: number | 'full';
  readonly shuffle: boolean;
  readonly zeroGrad: boolean;
  readonly optimizer: TrainerOptions['optimizer'];
  readonly optimizerOptions: TrainerOptions['optimizerOptions'];
  readonly l1: number;
  readonly l2: number;
  readonly loss: Loss<'mean' | 'sum'>;
  readonly train: Dataset;
  readonly test: Dataset | null;
}

const adaptive = ['adam', 'adamw', 'rmsprop', 'adagrad'];

/**
 * The settings that the options ask for.
 *
 * @param options what the author wrote
 * @param data the data to go on with; made from the options if not given
 * @throws PancakeError if an option makes no sense, by itself or beside the others
 */
export function resolveSettings(
  options: TrainerOptions,
  { train, test } = resolveData(options),
): Settings {
  const { optimizer = 'SGD', batchSize = 10, shuffle = true, l1 = 0, l2 = 0 } = options;
  const { zeroGrad = true } = options;
  checkPace(options);
  ensure(
    batchSize === 'full' || (Number.isInteger(batchSize) && batchSize >= 1),
    () => `batchSize is ${show(batchSize)}; it must be a whole number of at least 1, or 'full'`,
  );
  const isAdaptive = typeof optimizer === 'string' && adaptive.includes(optimizer.toLowerCase());
  const { learningRate = isAdaptive ? 0.01 : 0.1 } = options;
  ensure(
    typeof learningRate === 'number' && learningRate >= 0 && learningRate < Infinity,
    () => `learningRate is ${show(learningRate)}; it must be a finite number of at least 0`,
  );
  for (const [name, rate] of Object.entries({ l1, l2 })) {
    ensure(
      typeof rate === 'number' && rate >= 0 && rate < Infinity,
      () => `${name} is ${show(rate)}; it must be a finite rate of at least 0`,
    );
  }
  ensure(
    typeof zeroGrad === 'boolean',
    () => `zeroGrad is ${show(zeroGrad)}; it must be true or false`,
  );
  checkOptimizerOptions(options.optimizerOptions ?? {});
  return {
    options,
    learningRate,
    schedule: resolveSchedule(options.schedule),
    batchSize,
    shuffle,
    zeroGrad,
    optimizer,
    optimizerOptions: options.optimizerOptions,
    l1,
    l2,
    loss: resolveLoss(options, train),
    train,
    test,
  };
}

/** The optimizer that the settings ask for. */
export function buildOptimizer(model: Sequential, settings: Settings): Optimizer {
  const lr = settings.learningRate;
  const { optimizer = 'SGD' } = settings;
  const built =
    typeof optimizer === 'function'
      ? optimizer(model, { lr })
      : createOptimizer(optimizer, model, { ...settings.optimizerOptions, lr });
  ensure(
    built instanceof Optimizer,
    () => `optimizer returned ${show(built)}; it must return an Optimizer`,
  );
  return built;
}

function checkPace({ speed = defaultSpeed, stopWhen }: TrainerOptions): void {
  ensure(
    typeof speed === 'number' && speed > 0,
    () => `speed is ${show(speed)}; it must be a number of epochs a second above 0`,
  );
  if (stopWhen === undefined || typeof stopWhen === 'function') return;
  ensure(
    typeof stopWhen === 'object' && stopWhen !== null,
    () =>
      `stopWhen is ${show(stopWhen)}; it must be such as { epoch: 100 } or { loss: 0.01 }, or a function`,
  );
  for (const name of ['epoch', 'loss', 'accuracy'] as const) {
    const limit = stopWhen[name];
    ensure(
      limit === undefined || (typeof limit === 'number' && !Number.isNaN(limit)),
      () => `stopWhen.${name} is ${show(limit)}; it must be a number`,
    );
  }
}

function resolveLoss(options: TrainerOptions, train: Dataset): Settings['loss'] {
  const byTask = {
    binary: 'BinaryCrossEntropy',
    multiclass: 'CrossEntropy',
    regression: 'MeanSquaredError',
  } as const;
  const { loss: given = byTask[train.task], reduction = 'mean' } = options;
  const loss = given instanceof Loss ? given : createLoss(given, { reduction });
  ensure(
    (loss as Loss).reduction !== 'none',
    () =>
      `loss is ${loss.type} with the reduction 'none'; training needs one number, so use 'mean' or 'sum'`,
  );
  ensure(
    loss.tasks.includes(train.task),
    () => `loss is ${loss.type}, for ${loss.tasks.join(' or ')} data; this data is ${train.task}`,
  );
  return loss;
}

// What one optimizer does not know another one may: a run can change from one to the other.
function checkOptimizerOptions(options: object): void {
  const known = ['momentum', 'nesterov', 'weightDecay', 'betas', 'alpha', 'eps'];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  ensure(
    unknown === undefined,
    () => `optimizerOptions has ${show(unknown)}; it may have ${known.join(', ')}`,
  );
}

const schedulesMade = new WeakMap<object, Schedule>();

// The same data makes the same function, so that it is no change.
function resolveSchedule(schedule: TrainerOptions['schedule']): Schedule | undefined {
  if (schedule === undefined || typeof schedule === 'function') return schedule;
  ensure(
    typeof schedule === 'object' && schedule !== null,
    () => `schedule is ${show(schedule)}; it must be such as { name: 'cosine' }, or a function`,
  );
  const made = schedulesMade.get(schedule) ?? createSchedule(schedule);
  schedulesMade.set(schedule, made);
  return made;
}
