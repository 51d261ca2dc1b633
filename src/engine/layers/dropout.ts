// Dropout: in training, silences a random part of its inputs, so that no unit relies on another.
import { ensure, show } from '../errors';
import { Layer } from '../layer';
import { RandomStream, createRng, type Rng } from '../random';
import type { Tensor, TensorLike } from '../tensor';

/**
 * In training, x ↦ x m / (1 − p), where each entry of m is 0 with probability p and 1 otherwise, drawn
 * anew in each forward; in use, the identity (Srivastava et al., 2014, in the inverted form).
 *
 * backward: dIn = dOut m / (1 − p).
 */
export class Dropout extends Layer {
  /** The probability with which an input is silenced. */
  readonly p: number;
  private rng: Rng;
  private own?: RandomStream;
  private mask?: Tensor;

  /**
   * @param options.p the probability, from 0 to below 1; 0.5 if not given
   * @param options.rng where to draw from
   * @throws PancakeError if p is out of range
   */
  constructor({ p = 0.5, rng = createRng(0) }: { p?: number; rng?: Rng } = {}) {
    super();
    ensure(
      typeof p === 'number' && p >= 0 && p < 1,
      () => `Dropout got p = ${show(p)}; it must be a probability of at least 0 and below 1`,
    );
    this.p = p;
    this.rng = rng;
  }

  override get type(): string {
    return 'Dropout';
  }
  override get formula(): string {
    return this.training ? 'y = x · m / (1 − p)' : 'y = x';
  }
  override get elementwise(): boolean {
    return true;
  }
  override describe(): string {
    return `Dropout(${this.p})`;
  }
  override options(): Record<string, unknown> {
    return { p: this.p };
  }
  override reseed(seed: number): void {
    // Before every training step: the same stream again, not a new one.
    if (this.rng === this.own) this.own.restart(seed);
    else this.rng = this.own = new RandomStream(seed);
  }

  forward(x: TensorLike): Tensor {
    const input = this.accept(x);
    const mask = (this.mask = this.buffer('mask', input.shape));
    const output = this.buffer('output', input.shape);
    for (let i = 0; i < input.size; i++) {
      const silenced = this.training && this.rng.next() < this.p;
      mask.data[i] = silenced ? 0 : this.training ? 1 / (1 - this.p) : 1;
      output.data[i] = input.data[i]! * mask.data[i]!;
    }
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const gradient = this.acceptGradient(dOut, this.mask?.shape);
    const dIn = this.buffer('dIn', gradient.shape);
    for (let i = 0; i < dIn.size; i++) dIn.data[i] = this.mask!.data[i]! * gradient.data[i]!;
    return dIn;
  }
}
