// One number of a model: its name and place, where it lies, and all numbers of a model as one list.
import { ensure, show, type Parameter } from '../engine';

/** One number of a model. */
export interface ParameterPlace {
  /** The parameter's name, such as `0.weight`. */
  name: string;
  /** The number's place in it, row by row, from 0. */
  place: number;
}

/** Where a number of a model lies in memory. */
export interface NumberInMemory {
  data: Float64Array;
  at: number;
  /** Whether this number is the same one. */
  is: (data: Float64Array, at: number) => boolean;
}

/**
 * Where a number lies.
 *
 * @param which what it is called, for the message
 * @throws PancakeError if there is no such number
 */
export function findNumber(
  parameters: readonly Parameter[],
  which: string,
  wanted: ParameterPlace,
): NumberInMemory {
  const { name, place } = wanted;
  const value = parameters.find((known) => known.name === name)?.value;
  ensure(
    value,
    () =>
      `LossSlice got ${which} = ${show(name)}; the model has ${parameters.map((known) => known.name).join(', ') || 'no parameters'}`,
  );
  ensure(
    Number.isInteger(place) && place >= 0 && place < value.size,
    () =>
      `LossSlice got the place ${show(place)} for ${which}; ${name} has places from 0 to ${value.size - 1}`,
  );
  const { data } = value;
  return { data, at: place, is: (other, at) => other === data && at === place };
}

/** The place of the layer that a number belongs to: 2 for `2.0.weight`. */
export function layerOf({ name }: ParameterPlace): number {
  return Number(name.slice(0, name.indexOf('.')));
}

/** How many numbers there are. */
export function sizeOfAll(parameters: readonly Parameter[]): number {
  return parameters.reduce((sum, { value }) => sum + value.size, 0);
}

/** Copies all numbers to a list, from a place in it on. */
export function copyOut(parameters: readonly Parameter[], to: Float64Array, from = 0): void {
  let at = from;
  for (const { value } of parameters) {
    to.set(value.data, at);
    at += value.size;
  }
}

/** Gives all numbers the values in a list. */
export function copyIn(parameters: readonly Parameter[], from: Float64Array): void {
  let at = 0;
  for (const { value } of parameters) {
    value.data.set(from.subarray(at, at + value.size));
    at += value.size;
  }
}
