// LayerNorm: brings each point's features to mean 0 and variance 1, then scales and shifts them.
import { ensure, show } from '../errors';
import { Layer, type Parameter } from '../layer';
import type { Rng } from '../random';
import type { Tensor, TensorLike } from '../tensor';

/**
 * x ↦ g n + b with n = (x − mean) / √(variance + ε), where mean and variance are taken over the
 * features of each point; from shape (B, F) to (B, F) (Ba, Kiros and Hinton, 2016).
 *
 * backward, with d = g · dOut: grad_g += Σ dOut n and grad_b += Σ dOut over the batch;
 * dIn = (d − mean(d) − n mean(d n)) / √(variance + ε).
 */
export class LayerNorm extends Layer {
  /** g, shape (F), ones at first. */
  readonly weight: Tensor;
  /** b, shape (F), zeros at first. */
  readonly bias: Tensor;
  /** ε, which keeps the root away from zero. */
  readonly eps: number;
  private readonly gradWeight: Tensor;
  private readonly gradBias: Tensor;
  private normalized?: Tensor;
  private scale?: Tensor;

  /**
   * @param features F, the number of features
   * @param options.eps ε, 1e-5 if not given
   * @throws PancakeError if `features` is not a whole number of at least 1, or eps is not above 0
   */
  constructor(
    readonly features: number,
    { eps = 1e-5 }: { eps?: number } = {},
  ) {
    super();
    ensure(
      Number.isInteger(features) && features >= 1,
      () => `LayerNorm got features = ${show(features)}; it must be a whole number of at least 1`,
    );
    ensure(
      typeof eps === 'number' && eps > 0 && eps < Infinity,
      () => `LayerNorm got eps = ${show(eps)}; it must be a finite number above 0`,
    );
    this.eps = eps;
    this.weight = this.tensor([features]).fill(1);
    this.bias = this.tensor([features]);
    this.gradWeight = this.gradient([features]);
    this.gradBias = this.gradient([features]);
  }

  override get type(): string {
    return 'LayerNorm';
  }
  override get formula(): string {
    return 'y = g · (x − mean) / √(variance + ε) + b';
  }
  override describe(): string {
    return `LayerNorm(${this.features})`;
  }
  override options(): Record<string, unknown> {
    return { features: this.features, eps: this.eps };
  }
  override parameters(): Parameter[] {
    return [
      { name: 'weight', value: this.weight, grad: this.gradWeight },
      { name: 'bias', value: this.bias, grad: this.gradBias },
    ];
  }
  override initialize(_rng: Rng): void {
    this.weight.fill(1);
    this.bias.fill(0);
  }

  forward(x: TensorLike): Tensor {
    const { features: F, weight, bias } = this;
    const input = this.accept(x, F);
    const n = (this.normalized = this.buffer('normalized', input.shape)); // (B, F)
    const scale = (this.scale = this.buffer('scale', [input.shape[0]!])); // (B)
    const output = this.buffer('output', input.shape); // (B, F)
    for (let b = 0, row = 0; row < input.size; b++, row += F) {
      let mean = 0;
      for (let f = 0; f < F; f++) mean += input.data[row + f]! / F;
      let variance = 0;
      for (let f = 0; f < F; f++) {
        const away = input.data[row + f]! - mean;
        variance += (away * away) / F;
      }
      scale.data[b] = 1 / Math.sqrt(variance + this.eps);
      for (let f = 0; f < F; f++) {
        n.data[row + f] = (input.data[row + f]! - mean) * scale.data[b]!;
        output.data[row + f] = weight.data[f]! * n.data[row + f]! + bias.data[f]!;
      }
    }
    return output;
  }

  backward(dOut: TensorLike): Tensor {
    const { features: F, weight, gradWeight, gradBias, normalized: n, scale } = this;
    const gradient = this.acceptGradient(dOut, n?.shape);
    const dIn = this.buffer('dIn', gradient.shape);
    for (let b = 0, row = 0; row < gradient.size; b++, row += F) {
      let meanOfD = 0;
      let meanOfDN = 0;
      for (let f = 0; f < F; f++) {
        const [g, x] = [gradient.data[row + f]!, n!.data[row + f]!];
        gradWeight.data[f]! += g * x;
        gradBias.data[f]! += g;
        meanOfD += (g * weight.data[f]!) / F;
        meanOfDN += (g * weight.data[f]! * x) / F;
      }
      for (let f = 0; f < F; f++) {
        const d = gradient.data[row + f]! * weight.data[f]!;
        dIn.data[row + f] = (d - meanOfD - n!.data[row + f]! * meanOfDN) * scale!.data[b]!;
      }
    }
    return dIn;
  }
}
