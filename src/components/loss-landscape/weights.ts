// The numbers of a model that can be chosen: where they are, what they do, and which to begin with.
import { Features, Linear, featureFormula, type Parameter, type Sequential } from '../../engine';
import { LossSlice, type ParameterPlace, type Trainer } from '../../trainer';

/** The two numbers of a landscape: one across, one up. */
export type WeightPair = readonly [across: ParameterPlace, up: ParameterPlace];

/** What is known of one number of a model. */
export interface WeightFacts extends ParameterPlace {
  /** Its position in the parameter: row and column for a matrix. */
  position: readonly number[];
  /** Which neuron it belongs to, from 1; null where it is not one of a linear layer's. */
  neuron: number | null;
  /** Whether that neuron is an output of the model, and whether the only one. */
  output: 'no' | 'one' | 'only';
  /** What it is a weight of: a neuron from 1, or an input's name; null for a bias. */
  from: number | string | { input: number } | null;
}

/** The numbers of one layer. */
export interface WeightGroup {
  /** The layer's place in the model. */
  layer: string;
  /** The layer as it is written: `Linear(2, 10)`. */
  describe: string;
  weights: WeightFacts[];
}

/** More than these cannot be listed: a menu of thousands is of no use and slow. */
export const mostListed = 1000;

/** All numbers of a model, by layer, as many as can be listed, and how many it has. */
export function listWeights(model: Sequential): { groups: WeightGroup[]; count: number } {
  const groups: WeightGroup[] = [];
  let count = 0;
  let listed = 0;
  for (const parameter of model.parameters()) {
    count += parameter.value.size;
    const layer = parameter.name.slice(0, parameter.name.indexOf('.'));
    if (groups.at(-1)?.layer !== layer) {
      groups.push({ layer, describe: model.layers[Number(layer)]!.describe(), weights: [] });
    }
    for (let place = 0; place < parameter.value.size && listed < mostListed; place++, listed++) {
      groups.at(-1)!.weights.push(describe(model, parameter, place));
    }
  }
  return { groups, count };
}

/** What is known of a number. */
export function factsOf(model: Sequential, { name, place }: ParameterPlace): WeightFacts {
  return describe(
    model,
    model.parameters().find((known) => known.name === name)!,
    place,
  );
}

/** Whether a model has such a number. */
export function hasNumber(model: Sequential, { name, place }: ParameterPlace): boolean {
  const size = model.parameters().find((known) => known.name === name)?.value.size ?? 0;
  return Number.isInteger(place) && place >= 0 && place < size;
}

/** A number's value now. */
export function valueOf(model: Sequential, { name, place }: ParameterPlace): number {
  return model.parameters().find((known) => known.name === name)!.value.data[place]!;
}

/** A number's key: `0.weight:3`. */
export function keyOf({ name, place }: ParameterPlace): string {
  return `${name}:${place}`;
}

/** The number of a key. */
export function fromKey(key: string): ParameterPlace {
  const colon = key.lastIndexOf(':');
  return { name: key.slice(0, colon), place: Number(key.slice(colon + 1)) };
}

// With more weights than these in the last layer, its first two must do.
const mostTried = 64;

/**
 * The two weights to begin with: those of the last layer on which the loss depends most, in the order
 * of the model; null if the model has no two numbers.
 */
export function defaultWeights(trainer: Trainer): WeightPair | null {
  const candidates = lastNumbers(trainer.model);
  if (candidates.length < 2) return null;
  const slopes = candidates.length <= mostTried ? slopesOf(trainer, candidates) : [];
  const steepest = candidates
    .map((place, i) => ({ place, i, slope: slopes[i] ?? 0 }))
    .sort((a, b) => b.slope - a.slope || a.i - b.i)
    .slice(0, 2)
    .sort((a, b) => a.i - b.i);
  return [steepest[0]!.place, steepest[1]!.place];
}

// The numbers of the last matrix, or of as many parameters from the last one back as make two.
function lastNumbers(model: Sequential): ParameterPlace[] {
  const parameters = model.parameters();
  const matrix = parameters.findLast(({ value }) => value.shape.length > 1 && value.size > 1);
  if (matrix) return placesIn(matrix);
  const numbers: ParameterPlace[] = [];
  for (let i = parameters.length - 1; i >= 0 && numbers.length < 2; i--) {
    numbers.unshift(...placesIn(parameters[i]!));
  }
  return numbers;
}

function placesIn({ name, value }: Parameter): ParameterPlace[] {
  return Array.from({ length: value.size }, (_, place) => ({ name, place }));
}

function slopesOf(trainer: Trainer, places: ParameterPlace[]): number[] {
  const ranges = { a: [0, 1], b: [0, 1] } as const;
  return places.map((a, i) => {
    const b = places[i === 0 ? 1 : 0]!;
    return Math.abs(new LossSlice(trainer, { a, b, ranges }).gradient()[0]) || 0;
  });
}

function describe(model: Sequential, parameter: Parameter, place: number): WeightFacts {
  const { name, value } = parameter;
  const position = positionOf(place, value.shape);
  const [at, kind, ...deeper] = name.split('.');
  const layer = model.layers[Number(at)];
  if (!(layer instanceof Linear) || deeper.length) {
    return { name, place, position, neuron: null, output: 'no', from: null };
  }
  const isLast = layer === model.layers.findLast((one) => one instanceof Linear);
  const output = !isLast ? 'no' : layer.nOut === 1 ? 'only' : 'one';
  const from = kind === 'weight' ? inputName(model, Number(at), position[1]!) : null;
  return { name, place, position, neuron: position[0]! + 1, output, from };
}

function inputName(
  model: Sequential,
  layer: number,
  column: number,
): Exclude<WeightFacts['from'], null> {
  const before = model.layers.slice(0, layer);
  if (before.some((one) => one instanceof Linear)) return column + 1;
  const features = before.findLast((one) => one instanceof Features);
  if (features) return featureFormula(features.names[column]!);
  const inputs = (model.layers[layer] as Linear).nIn;
  return inputs === 2 ? 'xy'[column]! : { input: column + 1 };
}

function positionOf(place: number, shape: readonly number[]): number[] {
  const position: number[] = [];
  let rest = place;
  for (let d = shape.length - 1; d >= 0; d--) {
    position.unshift(rest % shape[d]!);
    rest = Math.floor(rest / shape[d]!);
  }
  return position;
}
