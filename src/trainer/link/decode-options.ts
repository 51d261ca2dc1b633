// The options in a link: each of them is of the kind that it should be; the trainer checks the rest.
import {
  Huber,
  createLoss,
  type ActivationName,
  type FeatureName,
  type Loss,
  type LossName,
} from '../../engine';
import type { Reshape } from '../architecture';
import type { TrainerOptions } from '../options';
import type { Entry } from './checks';
import { limits } from './limits';

type HeldOption = Exclude<keyof TrainerOptions, 'posterEpoch' | 'weights'>;

const infinite = { max: Infinity };
const hiddenLayers = 20;

// How each option is read. What comes out is of the option's kind, its name or range left to the trainer.
const readers: { [Name in HeldOption]-?: (entry: Entry) => unknown } = {
  model: readSizes,
  activation: (entry) => namesOf(entry, hiddenLayers),
  features: (entry) => entry.list({ max: 20 }).map((one) => one.name()),
  dropout: (entry) => entry.number(),
  initialization: (entry) => entry.name(),
  data: (entry) => entry.name(),
  points: (entry) => entry.whole({ min: 1, max: limits.points }),
  noise: (entry) => entry.number(),
  testRatio: (entry) => entry.number(),
  loss: readLoss,
  reduction: (entry) => entry.oneOf(['mean', 'sum']),
  optimizer: (entry) => entry.name(),
  optimizerOptions: readOptimizerOptions,
  learningRate: (entry) => entry.number(),
  schedule: readSchedule,
  l1: (entry) => entry.number(),
  l2: (entry) => entry.number(),
  batchSize: (entry) => (entry.value === 'full' ? 'full' : entry.whole({ min: 1 })),
  zeroGrad: (entry) => entry.flag(),
  shuffle: (entry) => entry.flag(),
  seed: (entry) => entry.number(),
  dataSeed: (entry) => entry.number(),
  autoplay: (entry) => entry.flag(),
  speed: (entry) => entry.number(infinite),
  stopWhen: readStopRule,
};

const names = Object.keys(readers) as HeldOption[];

/** @throws PancakeError naming the option that is not what it should be */
export function readOptions(entry: Entry): TrainerOptions {
  const fields = entry.fields(names);
  return Object.fromEntries(
    names.flatMap((name) => (fields[name].isThere ? [[name, readers[name](fields[name])]] : [])),
  );
}

/** A change of options; null stands for the default. */
export function readChange(entry: Entry): TrainerOptions {
  const fields = entry.fields(names);
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = fields[name];
      if (field.value === undefined) return [];
      return [[name, field.value === null ? undefined : readers[name](field)]];
    }),
  );
}

/** A change of the model's shape, or null if the entry is something else. */
export function readReshape(entry: Entry): Reshape | null {
  const { value } = entry;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind')) return null;
  const fields = entry.fields([
    ...(['kind', 'at', 'units', 'activation', 'layer', 'unit', 'features', 'p'] as const),
  ]);
  const { at, units, activation, layer, unit, features, p } = fields;
  const kind = fields.kind.oneOf([
    ...(['addLayer', 'removeLayer', 'addNeuron', 'removeNeuron'] as const),
    ...(['setActivation', 'setFeatures', 'setDropout'] as const),
  ]);
  const activationName = () =>
    activation.value === null ? null : (activation.name() as ActivationName);
  switch (kind) {
    case 'addLayer':
      return {
        kind,
        at: at.whole({ max: hiddenLayers }),
        ...(units.isThere ? { units: units.whole({ min: 1, max: limits.units }) } : {}),
        ...(activation.value === undefined ? {} : { activation: activationName() }),
      };
    case 'removeLayer':
      return { kind, at: at.whole() };
    case 'addNeuron':
      return { kind, layer: layer.whole() };
    case 'removeNeuron':
      return { kind, layer: layer.whole(), unit: unit.whole() };
    case 'setActivation':
      return { kind, layer: layer.whole(), activation: activationName() };
    case 'setFeatures':
      return {
        kind,
        features: features.list({ max: 20 }).map((one) => one.name() as FeatureName),
      };
    case 'setDropout':
      return { kind, p: p.number() };
  }
}

function readSizes(entry: Entry): number[] {
  const sizes = entry
    .list({ min: 2, max: hiddenLayers + 2 })
    .map((size) => size.whole({ min: 1, max: limits.units }));
  const parameters = sizes.slice(1).reduce((sum, size, i) => sum + (sizes[i]! + 1) * size, 0);
  return parameters <= limits.parameters
    ? sizes
    : entry.fail(`sizes of a model of at most ${limits.parameters} parameters`);
}

function namesOf(entry: Entry, max: number): string | string[] {
  return Array.isArray(entry.value) ? entry.list({ max }).map((one) => one.name()) : entry.name();
}

function readLoss(entry: Entry): string | Loss {
  if (typeof entry.value === 'string') return entry.name();
  const { type, reduction, delta } = entry.fields(['type', 'reduction', 'delta']);
  const how = { reduction: reduction.oneOf(['mean', 'sum']) };
  return delta.isThere
    ? new Huber({ ...how, delta: delta.number() })
    : createLoss(type.name() as LossName, how);
}

function readOptimizerOptions(entry: Entry): object {
  const fields = entry.fields(['momentum', 'nesterov', 'weightDecay', 'betas', 'alpha', 'eps']);
  const read = (name: string, field: Entry): unknown => {
    if (name === 'nesterov') return field.flag();
    if (name === 'betas') return field.list({ min: 2, max: 2 }).map((one) => one.number());
    return field.number();
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.isThere ? [[name, read(name, field)]] : [],
    ),
  );
}

function readSchedule(entry: Entry): object {
  const { name, ...rest } = entry.fields(['name', 'stepSize', 'gamma', 'epochs', 'end']);
  return {
    name: name.name(),
    ...Object.fromEntries(
      Object.entries(rest).flatMap(([key, field]) =>
        field.isThere ? [[key, field.number()]] : [],
      ),
    ),
  };
}

function readStopRule(entry: Entry): object {
  const fields = entry.fields(['epoch', 'loss', 'accuracy']);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) =>
      field.isThere ? [[key, field.number({ min: -Infinity, max: Infinity })]] : [],
    ),
  );
}
