// AdamW: Adam with the pull towards zero kept apart from the gradient.
import type { Layer, Parameter } from '../layer';
import { Adam, type AdamOptions } from './adam';

/**
 * AdamW (Loshchilov and Hutter, 2019), in PyTorch's definition: w ← w − lr · λ w, then a step of Adam
 * without weight decay. λ is 0.01 if not given.
 */
export class AdamW extends Adam {
  /** @internal */
  static override readonly builtIn = true;

  /** @throws PancakeError if an option is out of range */
  constructor(model: Layer | readonly Parameter[], options: AdamOptions = {}) {
    super(model, { ...options, weightDecay: options.weightDecay ?? 0.01 });
  }

  override get type(): string {
    return 'AdamW';
  }

  override get decay(): number {
    return 0;
  }
  override get keep(): number {
    return 1 - this.lr * this.weightDecay;
  }
}
