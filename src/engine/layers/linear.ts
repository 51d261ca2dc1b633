// Linear: every output is a weighted sum of the inputs, plus a bias.
import { ensure, show } from '../errors';
import { kernelsOf } from '../kernels';
import { Layer, type Parameter } from '../layer';
import { createRng, type Rng } from '../random';
import type { Tensor, TensorLike } from '../tensor';

// 80 MB, and as much again for the gradients.
const mostWeights = 10_000_000;

/**
 * x ↦ x Wᵀ + b, from shape (B, I) to (B, O).
 *
 * backward, for a gradient dOut of shape (B, O):
 * grad_W += dOutᵀ x, a sum over the batch, (O, I);
 * grad_b += Σ dOut over the batch, (O);
 * dIn = dOut W, (B, I).
 */
export class Linear extends Layer {
  /** @internal */
  static readonly builtIn = true;

  /** W, shape (O, I). */
  readonly weight: Tensor;
  /** b, shape (O). */
  readonly bias: Tensor;
  private readonly gradWeight: Tensor;
  private readonly gradBias: Tensor;
  private input?: Tensor;
  private outputShape?: readonly number[];

  /**
   * Starts as in the notebook: weights from N(0, 1/I), biases from N(0, 0.1), where the second
   * number is the standard deviation.
   *
   * @param nIn I, the number of inputs
   * @param nOut O, the number of outputs
   * @param options.rng where to draw the parameters from
   * @throws PancakeError if a size is not a whole number of at least 1, or there are too many weights
   */
  constructor(
    readonly nIn: number,
    readonly nOut: number,
    options: { rng?: Rng } = {},
  ) {
    super();
    for (const [name, size] of [
      ['nIn', nIn],
      ['nOut', nOut],
    ] as const) {
      ensure(
        Number.isInteger(size) && size >= 1,
        () => `Linear got ${name} = ${show(size)}; it must be a whole number of at least 1`,
      );
    }
    ensure(
      nIn * nOut <= mostWeights,
      () =>
        `Linear(${nIn}, ${nOut}) would have ${nIn * nOut} weights; a page has room for ${mostWeights} a layer`,
    );
    this.weight = this.tensor([nOut, nIn]);
    this.bias = this.tensor([nOut]);
    this.gradWeight = this.gradient([nOut, nIn]);
    this.gradBias = this.gradient([nOut]);
    this.initialize(options.rng ?? createRng(0));
  }

  override get type(): string {
    return 'Linear';
  }
  override get formula(): string {
    return 'y = W x + b';
  }
  override describe(): string {
    return `Linear(${this.nIn}, ${this.nOut})`;
  }
  override options(): Record<string, unknown> {
    return { nIn: this.nIn, nOut: this.nOut };
  }
  override parameters(): Parameter[] {
    return [
      { name: 'weight', value: this.weight, grad: this.gradWeight },
      { name: 'bias', value: this.bias, grad: this.gradBias },
    ];
  }
  override initialize(rng: Rng): void {
    const { weight, bias, nIn } = this;
    for (let i = 0; i < weight.size; i++) weight.data[i] = rng.normal(0, 1 / nIn);
    for (let i = 0; i < bias.size; i++) bias.data[i] = rng.normal(0, 0.1);
  }

  forward(x: TensorLike): Tensor {
    const input = (this.input = this.accept(x, this.nIn));
    const output = this.matrix('output', input.shape[0]!, this.nOut);
    this.outputShape = output.shape;
    kernelsOf(output).linear(output, input, this.weight, this.bias);
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const gradient = this.acceptGradient(dOut, this.outputShape);
    const input = this.input!;
    const dIn = this.buffer('dIn', input.shape);
    const { weight, gradWeight, gradBias } = this;
    kernelsOf(dIn).linearBackward(dIn, gradWeight, gradBias, gradient, input, weight);
    return dIn;
  }
}
