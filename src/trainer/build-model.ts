// The model that the options ask for, and whether a model fits the data.
import {
  BinaryCrossEntropyWithLogits,
  Dropout,
  Features,
  Linear,
  Sequential,
  Sigmoid,
  Tensor,
  createActivation,
  createRng,
  ensure,
  show,
  type Dataset,
  type Layer,
  type Loss,
  type Rng,
} from '../engine';
import { initialize } from './initialization';
import type { TrainerOptions } from './options';
import type { Settings } from './settings';

const mostSizes = 100;
const mostWeights = 4_000_000;

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

// A probability is what the other losses for two classes compare with a label.
function needsSigmoid(train: Dataset, loss: Loss): boolean {
  return train.task === 'binary' && !(loss instanceof BinaryCrossEntropyWithLogits);
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

function notAModel(model: unknown): string {
  return `model is ${show(model)}; it must be layer sizes such as [2, 10, 10, 1], a Sequential, or a function that returns one`;
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

// How many outputs a model needs for the data.
function outputsFor({ task, classes }: Dataset): number {
  return task === 'multiclass' ? classes : 1;
}
