// Mul: one trainable number, the smallest layer that can learn.
import { ensure } from '../errors';
import { Layer, type Parameter } from '../layer';
import { createRng, type Rng } from '../random';
import type { Tensor, TensorLike } from '../tensor';
import * as loops from '../kernels/loops';

/**
 * x ↦ k x, with one trainable number k.
 *
 * backward: dIn = k · dOut, and grad_k += Σ in · dOut over every entry of the batch.
 */
export class Mul extends Layer {
  /** The factor, shape [1]. */
  readonly k = this.tensor([1]);
  private readonly gradK = this.gradient([1]);
  private input?: Tensor;

  /**
   * @param options.k the factor to start from; drawn from [0.499, 0.501) if not given
   * @param options.rng where to draw it from
   */
  constructor(options: { k?: number; rng?: Rng } = {}) {
    super();
    const { k } = options;
    ensure(k === undefined || Number.isFinite(k), () => `Mul got k = ${k}; it must be finite`);
    if (k === undefined) this.initialize(options.rng ?? createRng(0));
    else this.k.data[0] = k;
  }

  override get type(): string {
    return 'Mul';
  }
  override get formula(): string {
    return 'y = k · x';
  }
  override get elementwise(): boolean {
    return true;
  }
  override parameters(): Parameter[] {
    return [{ name: 'k', value: this.k, grad: this.gradK }];
  }
  override initialize(rng: Rng): void {
    this.k.data[0] = 0.499 + 0.002 * rng.next();
  }

  forward(x: TensorLike): Tensor {
    const input = (this.input = this.accept(x));
    const output = this.buffer('output', input.shape);
    loops.scale(output.data, input.data, this.k.data[0]!);
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const gradient = this.acceptGradient(dOut, this.input?.shape);
    this.gradK.data[0]! += loops.dot(this.input!.data, gradient.data);
    const dIn = this.buffer('dIn', gradient.shape);
    loops.scale(dIn.data, gradient.data, this.k.data[0]!);
    return dIn;
  }
}
