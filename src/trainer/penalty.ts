// Regularisation: a penalty on large weights, added to the gradients before each step.
import type { Parameter } from '../engine';
import type { Settings } from './settings';

/**
 * Adds the gradient of λ₁ Σ|w| + λ₂/2 Σw² over all weights: λ₁ sign(w) + λ₂ w. Biases are not
 * weights; weights are what stands in a matrix.
 */
export function addPenalty(
  parameters: readonly Parameter[],
  { l1, l2 }: Pick<Settings, 'l1' | 'l2'>,
): void {
  for (let p = 0; p < parameters.length; p++) {
    const { value, grad } = parameters[p]!;
    if (value.shape.length < 2) continue;
    for (let i = 0; i < value.data.length; i++) {
      const weight = value.data[i]!;
      grad.data[i]! += l2 * weight + (weight > 0 ? l1 : weight < 0 ? -l1 : 0);
    }
  }
}
