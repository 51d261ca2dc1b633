// Softmax: turns a row of numbers into probabilities that add up to one.
import { ensure } from '../errors';
import * as loops from '../kernels/loops';
import { Layer } from '../layer';
import type { Tensor, TensorLike } from '../tensor';

/**
 * x ↦ yᵢ = e^xᵢ / Σⱼ e^xⱼ, along the last dimension.
 *
 * backward: dInᵢ = yᵢ (dOutᵢ − Σⱼ dOutⱼ yⱼ).
 */
export class Softmax extends Layer {
  private output?: Tensor;

  override get type(): string {
    return 'Softmax';
  }
  override get formula(): string {
    return 'yᵢ = e^xᵢ / Σⱼ e^xⱼ';
  }

  forward(x: TensorLike): Tensor {
    const input = this.accept(x);
    ensure(
      input.shape.length > 0,
      () => 'Softmax got a single number; it needs at least one dimension to add up along',
    );
    this.output = this.buffer('output', input.shape);
    loops.softmax(this.output.data, input.data, input.shape.at(-1)!);
    return this.output;
  }

  backward(dOut: TensorLike): Tensor {
    const gradient = this.acceptGradient(dOut, this.output?.shape);
    const y = this.output!;
    const dIn = this.buffer('dIn', y.shape);
    loops.softmaxBackward(dIn.data, gradient.data, y.data, y.shape.at(-1)!);
    return dIn;
  }
}
