// The frame of every activation: a function of one number, applied to each entry.
import { isBuiltIn, kernelsOf, type Activation } from '../kernels';
import { Layer } from '../layer';
import type { Tensor, TensorLike } from '../tensor';

/**
 * Applies `value` to each entry, in a tensor of any shape.
 *
 * forward: out = f(in). backward: dIn = f'(in) · dOut, entry by entry.
 */
export abstract class Elementwise extends Layer implements Activation {
  /** f(x). */
  abstract value(x: number): number;

  /** f'(x), from what the layer remembers: the input x or the output f(x). */
  abstract slope(remembered: number): number;

  /** Which of the two the slope is written with. */
  protected abstract readonly remembers: 'input' | 'output';

  /** The kernel that computes the same as `value` and `slope`, of `activationKinds`, if any. */
  protected readonly kernel: number = -1;
  private readonly builtIn = isBuiltIn(this);

  protected input?: Tensor;
  protected output?: Tensor;

  /** The kernel to compute with: none for a reader's own class that extends one of ours. */
  get kind(): number {
    return this.builtIn ? this.kernel : -1;
  }
  /** The constant that the kernel needs to know. */
  get constant(): number {
    return 0;
  }
  override get elementwise(): boolean {
    return true;
  }

  forward(x: TensorLike): Tensor {
    const input = this.accept(x);
    const output = this.buffer('output', input.shape);
    kernelsOf(output).activate(this, output, input);
    if (this.remembers === 'input') this.input = input;
    else this.output = output;
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const kept = this.remembers === 'input' ? this.input : this.output;
    const gradient = this.acceptGradient(dOut, kept?.shape);
    const dIn = this.buffer('dIn', gradient.shape);
    kernelsOf(dIn).differentiate(this, dIn, gradient, kept!);
    return dIn;
  }
}
