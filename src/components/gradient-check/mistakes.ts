// Mistakes to plant: a model whose way back has a known bug in one layer, beside the one that is right.
import { Residual, Sequential, Tensor, rowsOf, type Layer, type TensorLike } from '../../engine';
import { leavesOf } from './leaves';

/** The mistakes that can be planted, in the order of the list. */
export const mistakeKinds = ['sign', 'factor', 'batch', 'overwrite'] as const;

/**
 * A mistake in a layer's way back. `sign`: a minus too many. `factor`: a 2 too many. `batch`: the
 * gradient is that of the first sample, and not the sum over the batch. `overwrite`: `=` where `+=`
 * should be, so that of the samples only the last one is left, and of the two ways through a
 * `Residual` only the one through its inner layer.
 */
export type MistakeKind = (typeof mistakeKinds)[number];

/** A mistake, and where it is. */
export interface PlantedMistake {
  kind: MistakeKind;
  /** The layer's number, from 1. */
  layer: number;
}

/** Whether a layer can have this mistake so that it shows, in a batch of so many samples. */
export function canHave(layer: Layer, kind: MistakeKind, samples: number): boolean {
  if (kind === 'sign' || kind === 'factor') return true;
  if (kind === 'overwrite' && layer instanceof Residual) return true;
  return layer.parameters().length > 0 && samples > 1;
}

/** What a mistake makes wrong: the gradients of the layer's parameters, or the one that it hands down. */
export function alters(layer: Layer, kind: MistakeKind): 'parameters' | 'input' {
  const isAround = kind === 'overwrite' && layer instanceof Residual;
  return layer.parameters().length > 0 && !isAround ? 'parameters' : 'input';
}

/** The mistake if the model has a layer for it, or null. */
export function possible(
  model: Layer,
  mistake: PlantedMistake | null,
  samples: number,
): PlantedMistake | null {
  const leaf = mistake && leavesOf(model)[mistake.layer - 1];
  return leaf && canHave(leaf.layer, mistake.kind, samples) ? mistake : null;
}

/**
 * The model with a mistake in one layer. It shares the parameters of the one given, which is left as
 * it is. Made for `checkGradients`, which puts the gradients back.
 */
export function withMistake(model: Layer, { kind, layer }: PlantedMistake): Layer {
  const target = leavesOf(model)[layer - 1]!.layer;
  const replace = (one: Layer): Layer => {
    if (one === target) return mistaken(one, kind);
    if (!(one instanceof Sequential)) return one;
    return Object.assign(one.view(), { layers: one.layers.map(replace) });
  };
  return replace(model);
}

// Remembers its input as the layers of the package do: in a property of whoever is called.
interface Remembering {
  given?: Tensor;
}

function mistaken(layer: Layer, kind: MistakeKind): Layer {
  const isOfInput = alters(layer, kind) === 'input';
  return Object.assign(Object.create(layer) as Layer, {
    forward(this: Layer & Remembering, x: TensorLike) {
      this.given = Tensor.from(x);
      return layer.forward.call(this, x);
    },
    backward(this: Layer & Remembering, dOut: TensorLike) {
      const gradients = layer.parameters().map(({ grad }) => grad);
      const before = gradients.map((grad) => grad.clone());
      const dIn = layer.backward.call(this, dOut).clone();
      const factor = kind === 'sign' ? -1 : 2;
      if (kind === 'sign' || kind === 'factor') {
        if (isOfInput) return scaled(dIn, factor);
        gradients.forEach(({ data }, g) => {
          const old = before[g]!.data;
          data.forEach((value, i) => (data[i] = old[i]! + factor * (value - old[i]!)));
        });
        return dIn;
      }
      if (isOfInput) return minus(dIn, Tensor.from(dOut));
      gradients.forEach(({ data }, g) => data.set(before[g]!.data));
      const given = this.given!;
      const row = [kind === 'batch' ? 0 : given.shape[0]! - 1];
      const alone = layer.view();
      alone.forward(rowsOf(given, row));
      alone.backward(rowsOf(Tensor.from(dOut), row));
      return dIn;
    },
  });
}

function scaled(tensor: Tensor, factor: number): Tensor {
  tensor.data.forEach((value, i) => (tensor.data[i] = factor * value));
  return tensor;
}

function minus(tensor: Tensor, other: Tensor): Tensor {
  tensor.data.forEach((value, i) => (tensor.data[i] = value - other.data[i]!));
  return tensor;
}
