// Residual: adds what a layer computes to what it was given.
import { NonFiniteError, ensure, show } from '../errors';
import { Layer, type Parameter } from '../layer';
import { sameShape, showShape, type Tensor, type TensorLike } from '../tensor';

/**
 * x ↦ x + f(x), for a layer f whose output has the shape of its input (He et al., 2015).
 *
 * backward: dIn = dOut + f's own dIn.
 */
export class Residual extends Layer {
  private shape?: readonly number[];

  /**
   * @param inner f; its parameters are named `inner.…`
   * @throws PancakeError if it is not a layer
   */
  constructor(readonly inner: Layer) {
    super();
    ensure(
      inner instanceof Layer,
      () => `Residual got ${show(inner)}; it takes the layer that it goes around`,
    );
  }

  override get type(): string {
    return 'Residual';
  }
  override get formula(): string {
    return 'y = x + f(x)';
  }
  override describe(): string {
    return `Residual(${this.inner.describe()})`;
  }
  override parameters(): Parameter[] {
    return this.inner.parameters().map((own) => ({ ...own, name: `inner.${own.name}` }));
  }
  override children(): readonly Layer[] {
    return [this.inner];
  }
  override memory(): { name: string; value: Tensor }[] {
    return this.inner.memory().map((own) => ({ ...own, name: `inner.${own.name}` }));
  }
  override view(): this {
    return Object.assign(super.view(), { inner: this.inner.view() });
  }

  forward(x: TensorLike): Tensor {
    const input = this.accept(x);
    const change = this.within(() => this.inner.forward(input));
    ensure(
      sameShape(change.shape, input.shape),
      () =>
        `${this.describe()}: the inner layer turned shape ${showShape(input.shape)} into ${showShape(change.shape)}; it must keep the shape, so that the two can be added`,
    );
    this.shape = input.shape;
    return this.add('output', input, change);
  }

  backward(dOut: TensorLike): Tensor {
    const gradient = this.acceptGradient(dOut, this.shape);
    return this.add(
      'dIn',
      gradient,
      this.within(() => this.inner.backward(gradient)),
    );
  }

  // A layer inside the inner one is named by its place there.
  private within(pass: () => Tensor): Tensor {
    try {
      return pass();
    } catch (error) {
      if (!(error instanceof NonFiniteError) || !this.inner.children().length) throw error;
      throw new NonFiniteError(error.message, `inner.${error.layer}`);
    }
  }

  private add(name: string, a: Tensor, b: Tensor): Tensor {
    const sum = this.buffer(name, a.shape);
    for (let i = 0; i < sum.size; i++) sum.data[i] = a.data[i]! + b.data[i]!;
    return sum;
  }
}
