// Whether a loss and the end of a model fit: one wants logits, the other probabilities.
import { Sequential, type Layer } from '../../engine';

/** Why a loss for two classes does not fit what the model ends in, or null if it does. */
export function lossObstacle(
  type: string,
  model: Sequential,
): 'needsSums' | 'needsProbabilities' | null {
  const last = lastLayer(model).type;
  if (type === 'BinaryCrossEntropyWithLogits' && last === 'Sigmoid') return 'needsSums';
  if (type === 'BinaryCrossEntropy' && last !== 'Sigmoid' && last !== 'Softmax') {
    return 'needsProbabilities';
  }
  return null;
}

function lastLayer(layer: Layer): Layer {
  const last = layer instanceof Sequential ? layer.layers.at(-1) : undefined;
  return last ? lastLayer(last) : layer;
}
