// How many numbers a point has on its way through a model, without computing any of them.
import { ensure } from '../errors';
import type { Layer } from '../layer';
import { Features } from '../layers/features';
import { LayerNorm } from '../layers/layer-norm';
import { Linear } from '../layers/linear';

/** How many features a model takes; undefined for one that takes any number of them. */
export function inputWidth(layer: Layer): number | undefined {
  if (layer instanceof Linear) return layer.nIn;
  if (layer instanceof LayerNorm) return layer.features;
  if (layer instanceof Features) return 2;
  // Up to the first that cares, all others keep the width.
  for (const child of layer.children()) {
    const width = inputWidth(child);
    if (width !== undefined) return width;
  }
  return undefined;
}

/**
 * How many numbers a layer makes of so many; undefined if nobody knows.
 *
 * @throws PancakeError if it takes another number of them
 */
export function widthAfter(layer: Layer, width: number | undefined): number | undefined {
  const wanted = layer.children().length ? undefined : inputWidth(layer);
  ensure(
    wanted === undefined || width === undefined || wanted === width,
    () => `takes ${wanted} features and is given ${width}`,
  );
  if (layer instanceof Linear) return layer.nOut;
  if (layer instanceof Features) return layer.names.length;
  return width ?? wanted;
}
