// The layers of a model one after the other, those of a `Sequential` inside it included.
import { Sequential, type Layer } from '../../engine';

/** A layer of the model that is not made of a row of others. */
export interface Leaf {
  layer: Layer;
  /** The layer's place in the model, as in a parameter's prefix: `0`, `2.1`; '' for the model itself. */
  path: string;
}

/** The layers of a model, first to last. */
export function leavesOf(model: Layer, path = ''): Leaf[] {
  if (!(model instanceof Sequential)) return [{ layer: model, path }];
  return model.layers.flatMap((layer, i) => leavesOf(layer, path === '' ? `${i}` : `${path}.${i}`));
}
