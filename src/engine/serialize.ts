// Models as JSON, exact to the last bit, and back with every part checked.
import { PancakeError, ensure, show } from './errors';
import { ownParameters, type Layer, type LayerJSON } from './layer';
import { Dropout } from './layers/dropout';
import { ELU } from './layers/elu';
import { Features } from './layers/features';
import { GELU } from './layers/gelu';
import { LayerNorm } from './layers/layer-norm';
import { LeakyReLU } from './layers/leaky-relu';
import { Linear } from './layers/linear';
import { Mul } from './layers/mul';
import { ReLU } from './layers/relu';
import { Residual } from './layers/residual';
import { Sigmoid } from './layers/sigmoid';
import { SiLU } from './layers/silu';
import { Sin } from './layers/sin';
import { Softmax } from './layers/softmax';
import { Softplus } from './layers/softplus';
import { Square } from './layers/square';
import { Tanh } from './layers/tanh';
import { lookUp } from './names';
import type { Rng } from './random';
import { Sequential } from './sequential';
import { findNonFinite } from './finite';
import { Tensor, sameShape, showShape, type TensorLike } from './tensor';

/** A saved model. */
export interface ModelJSON {
  format: 'react-pancake';
  version: 1;
  model: LayerJSON;
}

/** Makes a layer from its options and, if it is made of others, from those. */
export type LayerFactory = (options: never, layers: Layer[]) => Layer;

// What is written over at once needs no draws, of which a file may ask for millions.
const still: Rng = { next: () => 0, normal: () => 0, int: () => 0, shuffle: (array) => array };

const factories: Record<string, LayerFactory> = {
  Linear: ({ nIn, nOut }: { nIn: number; nOut: number }) => new Linear(nIn, nOut, { rng: still }),
  Mul: () => new Mul(),
  Square: () => new Square(),
  ReLU: () => new ReLU(),
  LeakyReLU: (options) => new LeakyReLU(options),
  Tanh: () => new Tanh(),
  Sigmoid: () => new Sigmoid(),
  Softplus: () => new Softplus(),
  ELU: (options) => new ELU(options),
  SiLU: () => new SiLU(),
  GELU: () => new GELU(),
  Features: ({ names }: { names: string[] }) => new Features(names),
  Sin: () => new Sin(),
  Softmax: () => new Softmax(),
  Dropout: (options) => new Dropout(options),
  LayerNorm: ({ features, ...options }: { features: number; eps?: number }) =>
    new LayerNorm(features, options),
  Residual: (_, [inner]) => new Residual(inner!),
  Sequential: (_, layers) => new Sequential(layers),
};

/** How many layers may lie inside one another. */
const deepest = 100;

/**
 * A model as plain data: its layers, their options, and every parameter.
 *
 * @throws PancakeError if a parameter is not finite, which JSON cannot hold
 */
export function toJSON(model: Layer): ModelJSON {
  for (const { name, value } of model.parameters()) {
    const at = findNonFinite(value);
    ensure(at < 0, () => `toJSON: ${name} holds ${value.data[at]}; every number must be finite`);
  }
  return { format: 'react-pancake', version: 1, model: model.toJSON() };
}

/**
 * A model from what `toJSON` gave, as an object or as text.
 *
 * @param options.layers how to make layers of one's own, by type: `{ Cube: () => new Cube() }`
 * @throws PancakeError naming the place, if something is missing, unknown or of the wrong shape
 */
export function fromJSON(
  json: unknown,
  options: { layers?: Record<string, LayerFactory> } = {},
): Sequential {
  const data = opened(json, 'fromJSON');
  const model = build(data, 'model', { ...factories, ...options.layers });
  return model instanceof Sequential ? model : new Sequential([model]);
}

/**
 * A model's layers without its parameters, as plain data.
 *
 * @throws PancakeError if one of them is not of this package
 */
export function structureOf(model: Sequential): LayerJSON {
  const bare = (layer: Layer): LayerJSON => {
    const children = layer.children().map(bare);
    const json: LayerJSON = { type: layer.type, options: layer.options(), parameters: {} };
    return children.length ? { ...json, layers: children } : json;
  };
  const json = bare(model);
  checkSame(model, fromStructure(json));
  return json;
}

/**
 * A model of these layers, with parameters as their constructors draw them.
 *
 * @throws PancakeError naming the place, if something is missing or unknown
 */
export function fromStructure(json: unknown): Sequential {
  const model = build(json, 'model', factories, { withParameters: false });
  ensure(
    model instanceof Sequential,
    () => `model is ${model.describe()}; it must be a Sequential`,
  );
  return model;
}

function checkSame(layer: Layer, made: Layer): void {
  ensure(
    layer.constructor === made.constructor,
    () => `${layer.type} is a layer of your own; only those of this package can be held as data`,
  );
  const inside = made.children();
  layer.children().forEach((child, i) => checkSame(child, inside[i]!));
}

/**
 * Gives a model the parameters that `toJSON` saved of one with the same layers.
 *
 * @param user who asks, for the message
 * @throws PancakeError naming the place, if the layers or their shapes differ; then nothing is changed
 */
export function loadParameters(model: Layer, json: unknown, user: string): void {
  const found: [value: Tensor, given: Tensor][] = [];
  matchParameters(model, opened(json, user), 'model', found, user);
  for (const [value, given] of found) value.data.set(given.data);
}

function matchParameters(
  layer: Layer,
  json: unknown,
  place: string,
  found: [Tensor, Tensor][],
  user: string,
): void {
  ensure(isRecord(json), () => `${user}: ${place} is ${show(json)}; it must be a layer`);
  const { type, parameters = {}, layers = [] } = json;
  ensure(
    type === layer.type,
    () => `${user}: ${place} is saved as ${show(type)}; the model has ${layer.describe()} there`,
  );
  const children = layer.children();
  ensure(
    Array.isArray(layers) && layers.length === children.length,
    () => `${user}: ${place}.layers is ${show(layers)}; the model has ${children.length} there`,
  );
  children.forEach((child, i) =>
    matchParameters(child, layers[i], `${place}.layers[${i}]`, found, user),
  );
  for (const { name, value } of ownParameters(layer)) {
    const at = `${user}: ${place}.parameters.${name}`;
    ensure(isRecord(parameters) && Object.hasOwn(parameters, name), () => `${at} is missing`);
    const given = named(at, () => Tensor.from(parameters[name] as TensorLike));
    ensure(
      sameShape(given.shape, value.shape) && findNonFinite(given) < 0,
      () =>
        `${at} has the shape ${showShape(given.shape)}; ${layer.describe()} needs finite numbers of the shape ${showShape(value.shape)}`,
    );
    found.push([value, given]);
  }
}

// What is inside of what toJSON gave.
function opened(json: unknown, user: string): unknown {
  const data = typeof json === 'string' ? parse(json, user) : json;
  ensure(
    isRecord(data) && data['format'] === 'react-pancake',
    () => `${user} got ${show(data)}; it must be what toJSON gave`,
  );
  ensure(
    data['version'] === 1,
    () => `${user} got version ${show(data['version'])}; this package reads version 1`,
  );
  return data['model'];
}

function parse(text: string, user: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PancakeError(`${user} got text that is not JSON: ${(error as Error).message}`);
  }
}

function build(
  json: unknown,
  place: string,
  known: Record<string, LayerFactory>,
  { withParameters = true, depth = 0 } = {},
): Layer {
  ensure(
    depth <= deepest,
    () => `fromJSON: there are more than ${deepest} layers inside one another`,
  );
  ensure(isRecord(json), () => `${place} is ${show(json)}; it must be a layer`);
  const { type, options = {}, parameters = {}, layers = [] } = json;
  const factory = lookUp(`${place}.type`, known, type);
  ensure(isRecord(options), () => `${place}.options is ${show(options)}; it must be an object`);
  ensure(
    isRecord(parameters),
    () => `${place}.parameters is ${show(parameters)}; it must be an object`,
  );
  ensure(Array.isArray(layers), () => `${place}.layers is ${show(layers)}; it must be an array`);
  const inner = Array.from(layers, (one: unknown, i) =>
    build(one, `${place}.layers[${i}]`, known, { withParameters, depth: depth + 1 }),
  );
  const layer = named(place, () => factory(options as never, inner));
  ensure(
    layer.children().length === inner.length,
    () =>
      `${place}.layers holds ${inner.length}; ${layer.describe()} has ${layer.children().length} inside`,
  );

  for (const { name, value } of withParameters ? ownParameters(layer) : []) {
    const at = `${place}.parameters.${name}`;
    ensure(Object.hasOwn(parameters, name), () => `${at} is missing`);
    const given = named(at, () => Tensor.from(parameters[name] as TensorLike));
    ensure(
      sameShape(given.shape, value.shape),
      () =>
        `${at} has the shape ${showShape(given.shape)}; ${layer.describe()} needs ${showShape(value.shape)}`,
    );
    ensure(findNonFinite(given) < 0, () => `${at} holds a number that is not finite`);
    value.data.set(given.data);
  }
  return layer;
}

// What goes wrong while a part is made is told with the part's place.
function named<T>(place: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new PancakeError(`${place}: ${(error as Error).message}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
