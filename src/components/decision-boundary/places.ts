// The layers of a model as a reader counts them, and the neuron that a figure follows.
import { NonFiniteError, Tensor, type Layer, type Sequential } from '../../engine';
import type { NeuronPlace } from '../../hooks';
import type { Trainer } from '../../trainer';

/** A place in the model's layers, as a reader would call it. */
export interface LayerName {
  /** The features chosen by hand, a hidden layer, or what the model ends with. */
  kind: 'features' | 'hidden' | 'output';
  /** Which hidden layer, from 1; for a model of other parts, which layer of the stack. */
  number: number;
  /** `ReLU`, `Linear`. */
  type: string;
}

/** What the layer at a place of the model is called. */
export function layerName(trainer: Trainer, place: number): LayerName {
  const { model, architecture } = trainer;
  const type = model.layers[place]?.type ?? '';
  if (!architecture) return { kind: 'hidden', number: place + 1, type };
  const { features, hidden, outputPlace } = architecture;
  if (features && place === 0) return { kind: 'features', number: 0, type };
  if (place >= outputPlace) return { kind: 'output', number: hidden.length + 1, type };
  return { kind: 'hidden', number: hidden.findLastIndex((one) => one.place <= place) + 1, type };
}

const known = new WeakMap<Sequential, readonly number[]>();

/** How many units each of the model's layers gives; nothing if it gives no finite numbers. */
export function unitCounts({ model, data }: Trainer): readonly number[] {
  let counts = known.get(model);
  if (!counts) {
    const inputs = data.x.shape[1]!;
    try {
      const first = Tensor.zeros([1, inputs]);
      first.data.set(data.x.data.subarray(0, inputs));
      counts = model.activations(first).map(({ size }) => size);
    } catch (error) {
      if (!(error instanceof NonFiniteError)) throw error;
      return [];
    }
    known.set(model, counts);
  }
  return counts;
}

/** The neuron, if the model has it: an edit may have taken it away. */
export function neuronIn(trainer: Trainer, wanted: NeuronPlace | null): NeuronPlace | null {
  if (!wanted) return null;
  const { layer, unit } = wanted;
  const count = unitCounts(trainer)[layer] ?? 0;
  return Number.isInteger(unit) && unit >= 0 && unit < count ? wanted : null;
}

/** Whether a layer gives shares, from 0 to 1. */
export function givesShares(layer: Layer | undefined): boolean {
  return layer?.type === 'Sigmoid' || layer?.type === 'Softmax';
}

/**
 * The place whose output crosses zero where this layer's neurons turn: a ReLU is zero over half of
 * the plane, and only what goes into it crosses.
 */
export function crossingPlace({ layers }: Sequential, place: number): number {
  return layers[place]?.type === 'ReLU' && place > 0 ? place - 1 : place;
}
