// A model of this engine that starts from the problem's weights.
import * as engine from '../../../dist/engine.js';

/**
 * @param {import('../problems.mjs').Problem} problem
 * @param {{ kernels?: 'plain' | 'wasm' }} options which kernels, where the engine has a choice
 */
export function buildModel({ layers }, { kernels } = {}) {
  if (kernels) engine.kernels.use(kernels);
  const stack = layers.flatMap(({ nIn, nOut, weight, bias }, l) => {
    const linear = new engine.Linear(nIn, nOut);
    linear.weight.data.set(weight);
    linear.bias.data.set(bias);
    return l < layers.length - 1 ? [linear, new engine.ReLU()] : [linear];
  });
  return new engine.Sequential(stack);
}
