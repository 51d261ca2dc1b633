// Where a finding is: what a reader calls the layer, and where other figures show its neurons.
import type { Trainer } from '../../trainer';

/** A place in the model's layers, as a reader would call it. */
export type LayerName =
  /** A hidden layer, counted from 1, with its activation. */
  | { readonly kind: 'hidden'; readonly number: number; readonly activation: string | null }
  | { readonly kind: 'output' }
  /** In a model of other parts: its place in `model.layers`. */
  | { readonly kind: 'place'; readonly place: number; readonly type: string };

/** What the layer at a place of the model is called. */
export function layerName({ model, architecture }: Trainer, place: number): LayerName {
  if (!architecture) return { kind: 'place', place, type: model.layers[place]?.type ?? '' };
  const { hidden, outputPlace } = architecture;
  if (place >= outputPlace) return { kind: 'output' };
  const at = Math.max(
    0,
    hidden.findLastIndex((layer) => layer.place <= place),
  );
  return { kind: 'hidden', number: at + 1, activation: hidden[at]!.activation };
}

/**
 * Where other figures show the neurons of a layer: after all that is done to each of them by itself,
 * up to the next layer that learns.
 */
export function shownPlace({ model: { layers } }: Trainer, place: number): number {
  let shown = place;
  while (layers[shown + 1]?.elementwise && !layers[shown + 1]!.parameters().length) shown++;
  return shown;
}
