// The frame of every activation: a function of one number, applied to each entry.
import { Layer } from '../layer';
import type { Tensor, TensorLike } from '../tensor';

/**
 * Applies `value` to each entry, in a tensor of any shape.
 *
 * forward: out = f(in). backward: dIn = f'(in) · dOut, entry by entry.
 */
export abstract class Elementwise extends Layer {
  /** f(x). */
  protected abstract value(x: number): number;

  /** f'(x), from what the layer remembers: the input x or the output f(x). */
  protected abstract slope(remembered: number): number;

  /** Which of the two the slope is written with. */
  protected abstract readonly remembers: 'input' | 'output';

  protected input?: Tensor;
  protected output?: Tensor;

  override get elementwise(): boolean {
    return true;
  }

  forward(x: TensorLike): Tensor {
    const input = this.accept(x);
    const output = this.buffer('output', input.shape);
    const [from, to] = [input.data, output.data];
    for (let i = 0; i < to.length; i++) to[i] = this.value(from[i]!);
    this[this.remembers] = this.remembers === 'input' ? input : output;
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const kept = this[this.remembers];
    const gradient = this.acceptGradient(dOut, kept?.shape);
    const dIn = this.buffer('dIn', gradient.shape);
    const [at, from, to] = [kept!.data, gradient.data, dIn.data];
    for (let i = 0; i < to.length; i++) to[i] = this.slope(at[i]!) * from[i]!;
    return dIn;
  }
}
