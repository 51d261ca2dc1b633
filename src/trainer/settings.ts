// Settings: the options of a run, checked and made definite.
import {
  BinaryCrossEntropyWithLogits,
  Dropout,
  Features,
  type Layer,
  Linear,
  Loss,
  Optimizer,
  Sequential,
  Sigmoid,
  Tensor,
  createActivation,
  createLoss,
  createOptimizer,
  createRng,
  createSchedule,
  ensure,
  show,
  type Dataset,
  type Rng,
  type Schedule,
} from '../engine';
import { resolveData } from './data';
import { initialize } from './initialization';
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

const mostSizes = 100;
const mostWeights = 4_000_000;
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

/** Builds the model that the options ask for, and checks that it fits the data. */
export function buildModel(options: TrainerOptions, { train, loss }: Settings): Sequential {
  const rng = createRng(options.seed ?? 0);
  const inputs = options.features?.length ?? train.x.shape[1]!;
  const { model = [inputs, 10, 10, outputsFor(train)] } = options;
  const built =
    model instanceof Sequential
      ? model
      : typeof model === 'function'
        ? model(rng)
        : fromSizes(model, options, needsSigmoid(train, loss), rng);
  ensure(built instanceof Sequential, () => notAModel(model));
  checkFit(built, train);
  return built;
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

/** @throws PancakeError if the model does not take or give what the data needs */
function checkFit(model: Sequential, train: Dataset): void {
  const columns = train.x.shape[1]!;
  const outputs = outputsFor(train);
  const output = model.predict(new Tensor(train.x.data.slice(0, columns), [1, columns]));
  ensure(
    output.shape.length === 2 && output.shape[1] === outputs,
    () =>
      `model gives ${output.shape.at(-1)} outputs a point; ${
        train.task === 'multiclass'
          ? `the data has ${outputs} classes, so the last size must be ${outputs}`
          : 'the data needs one, so the last size must be 1'
      }`,
  );
}

/** Whether a model takes and gives what the data needs. */
export function fits(model: Sequential, train: Dataset): boolean {
  try {
    checkFit(model, train);
    return true;
  } catch {
    return false;
  }
}

/** How many outputs a model needs for the data. */
export function outputsFor({ task, classes }: Dataset): number {
  return task === 'multiclass' ? classes : 1;
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

// A probability is what the other losses for two classes compare with a label.
function needsSigmoid(train: Dataset, loss: Loss): boolean {
  return train.task === 'binary' && !(loss instanceof BinaryCrossEntropyWithLogits);
}

function notAModel(model: unknown): string {
  return `model is ${show(model)}; it must be layer sizes such as [2, 10, 10, 1], a Sequential, or a function that returns one`;
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

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length >= 2;
}

function fromSizes(
  sizes: readonly number[],
  { activation = 'ReLU', features, dropout = 0, initialization }: TrainerOptions,
  sigmoid: boolean,
  rng: Rng,
): Sequential {
  ensure(isSizes(sizes), () => notAModel(sizes));
  ensure(
    sizes.length <= mostSizes,
    () => `model lists ${sizes.length} sizes; a page has room for ${mostSizes}`,
  );
  const weights = sizes.slice(1).reduce((sum, size, i) => sum + size * sizes[i]!, 0);
  ensure(
    !(weights > mostWeights),
    () => `model is ${show(sizes)}, with ${weights} weights; a page has room for ${mostWeights}`,
  );
  const hidden = sizes.length - 2;
  ensure(
    typeof activation === 'string' || activation.length === hidden,
    () =>
      `activation lists ${activation.length} names; the model ${show(sizes)} has ${hidden} hidden layers and needs one for each`,
  );
  ensure(
    !features || sizes[0] === features.length,
    () =>
      `model is ${show(sizes)}; with ${features!.length} features its first size must be ${features!.length}`,
  );
  const layers: Layer[] = features ? [new Features(features)] : [];
  for (let i = 0; i <= hidden; i++) {
    layers.push(new Linear(sizes[i]!, sizes[i + 1]!, { rng }));
    if (i < hidden) {
      layers.push(createActivation(typeof activation === 'string' ? activation : activation[i]!));
      if (dropout) layers.push(new Dropout({ p: dropout }));
    }
  }
  if (sigmoid) layers.push(new Sigmoid());
  const model = new Sequential(layers);
  if (initialization) initialize(model, initialization, rng);
  return model;
}
