// How weights begin, where an author wants another beginning than a layer's own.
import { Linear, PancakeError, show, type Rng, type Sequential } from '../engine';
import type { Initialization } from './options';

const deviations: Readonly<Record<string, (nIn: number, nOut: number) => number>> = {
  zeros: () => 0,
  xavier: (nIn, nOut) => Math.sqrt(2 / (nIn + nOut)),
  he: (nIn) => Math.sqrt(2 / nIn),
};

/**
 * Draws the weights of every linear layer anew, from N(0, σ) with σ² = 2 / (I + O) for `xavier` (Glorot
 * and Bengio, 2010) and 2 / I for `he` (He et al., 2015); biases are zero. `default` leaves all as it is.
 *
 * @throws PancakeError if there is no such beginning
 */
export function initialize(model: Sequential, how: Initialization, rng: Rng): void {
  if (how === 'default') return;
  const deviation =
    typeof how === 'string' && Object.hasOwn(deviations, how) ? deviations[how] : undefined;
  if (!deviation) {
    throw new PancakeError(
      `initialization is ${show(how)}; it must be 'default', 'zeros', 'xavier' or 'he'`,
    );
  }
  for (const layer of model.layers) {
    if (!(layer instanceof Linear)) continue;
    const { weight, bias, nIn, nOut } = layer;
    const std = deviation(nIn, nOut);
    for (let i = 0; i < weight.size; i++) weight.data[i] = std ? rng.normal(0, std) : 0;
    bias.fill(0);
  }
}
