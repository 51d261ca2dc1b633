// The gradient over all training data, for figures that show where the weights are pulled.
import type { Sequential } from '../engine';
import type { Settings } from './settings';

/**
 * dLoss/dParameter over all training points at once, for the model as it is now, in the order of
 * `model.parameters()`. Nothing of the run is disturbed: gradients that a training step has added up
 * so far are put back.
 *
 * @throws NonFiniteError if a number is not finite
 */
export function gradientsOf(model: Sequential, { train, loss }: Settings): Float64Array[] {
  const parameters = model.parameters();
  const before = parameters.map(({ grad }) => grad.data.slice());
  try {
    model.zeroGrad();
    const view = model.view();
    const output = view.forward(train.x);
    view.backward(loss.gradient(output, train.y));
    return parameters.map(({ grad }) => grad.data.slice());
  } finally {
    parameters.forEach(({ grad }, i) => grad.data.set(before[i]!));
  }
}
