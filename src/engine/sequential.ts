// Sequential: the pancake stack. One layer's output is the next one's input.
import { NonFiniteError, PancakeError, ensure, show } from './errors';
import { findNonFinite } from './finite';
import { isBuiltIn, verified } from './kernels';
import { Layer, type Parameter } from './layer';
import { Tensor, showPosition, type TensorLike } from './tensor';

/**
 * The composition of its layers: x ↦ fₙ(… f₂(f₁(x))). Backward runs through them in reverse.
 * A `Sequential` is a layer itself and may stand inside another; an empty one is the identity.
 *
 * Its parameters carry their layer's place: `0.weight`, `2.0.bias`.
 */
export class Sequential extends Layer {
  /** The layers, first to last. */
  readonly layers: readonly Layer[];

  private outputs?: Tensor[];
  private readonly builtIn: readonly boolean[];

  /**
   * @param layers the layers, first to last
   * @throws PancakeError if one of them is not a `Layer`, or stands in two places
   */
  constructor(layers: readonly Layer[]) {
    super();
    const given: unknown = layers;
    ensure(
      Array.isArray(given),
      () => `Sequential got ${show(given)}; it takes an array of layers`,
    );
    layers.forEach((layer, i) =>
      ensure(
        layer instanceof Layer,
        () => `Sequential got ${show(layer)} at place ${i}; every entry must be a Layer`,
      ),
    );
    checkDistinct(layers);
    this.layers = [...layers];
    this.builtIn = layers.map(isBuiltIn);
  }

  override get type(): string {
    return 'Sequential';
  }
  override get formula(): string {
    return this.layers.reduce((inner, _, i) => `f${i + 1}(${inner})`, 'x').replace(/^/, 'y = ');
  }
  override describe(): string {
    return `Sequential(${this.layers.map((layer) => layer.describe()).join(', ')})`;
  }

  override parameters(): Parameter[] {
    return this.layers.flatMap((layer, i) =>
      layer.parameters().map((parameter) => ({ ...parameter, name: `${i}.${parameter.name}` })),
    );
  }
  override children(): readonly Layer[] {
    return this.layers;
  }
  override view(): this {
    const layers = this.layers.map((layer) => layer.view());
    return Object.assign(super.view(), { layers, outputs: undefined });
  }

  forward(x: TensorLike): Tensor {
    let value = this.accept(x);
    verified.written = value;
    for (let i = 0; i < this.layers.length; i++) {
      value = this.runLayer(i, value, 'forward');
    }
    verified.written = verified.handed = null;
    return value;
  }

  /**
   * The output of every layer for a batch, first to last, as when the model is used: remembers
   * nothing and drops nothing. The tensors, and the list, are used again by the next call.
   *
   * @throws NonFiniteError naming the layer by its place, if a number is NaN or infinite
   */
  activations(x: TensorLike): readonly Tensor[] {
    const view = this.inUse();
    let value = view.accept(x);
    verified.written = value;
    view.outputs ??= [];
    for (let i = 0; i < view.layers.length; i++) {
      value = view.outputs[i] = view.runLayer(i, value, 'forward');
    }
    verified.written = verified.handed = null;
    return view.outputs;
  }

  backward(dOut: TensorLike): Tensor {
    let gradient = Tensor.from(dOut);
    this.checkFinite(gradient, 'gradient');
    verified.written = gradient;
    for (let i = this.layers.length - 1; i >= 0; i--) {
      gradient = this.runLayer(i, gradient, 'backward');
    }
    verified.written = verified.handed = null;
    return gradient;
  }

  /**
   * Runs one layer, forward or backward: the single step of which a whole pass is made.
   *
   * @throws NonFiniteError naming the layer by its place, if it turned finite numbers into others
   */
  runLayer(place: number, given: Tensor, way: 'forward' | 'backward'): Tensor {
    const layer = this.layers[place]!;
    verified.handed = given === verified.written ? given : null;
    verified.written = null;
    let result: Tensor;
    try {
      result = way === 'forward' ? layer.forward(given) : layer.backward(given);
    } catch (error) {
      verified.handed = null;
      // From inside a layer that is made of others: seen from here, it lies one level deeper.
      if (!(error instanceof NonFiniteError) || !layer.children().length) throw error;
      throw new NonFiniteError(
        `${error.message}, inside place ${place}`,
        `${place}.${error.layer}`,
      );
    }
    // One of this package's layers whose last word was a kernel's.
    if (result === verified.written && this.builtIn[place]) return result;
    if (!(result instanceof Tensor)) {
      throw new PancakeError(
        `${layer.describe()} at place ${place}: ${way} returned ${show(result)}; it must return a Tensor`,
      );
    }
    const at = findNonFinite(result);
    if (at < 0) return (verified.written = result);
    throw new NonFiniteError(
      `${layer.describe()} at place ${place} gave ${result.data[at]} ${way === 'forward' ? 'as its output' : 'as its gradient'} at ${showPosition(at, result.shape)}`,
      String(place),
    );
  }
}

// A layer remembers one input: in two places it would forget the first, and its gradient be wrong.
function checkDistinct(layers: readonly Layer[]): void {
  const seen = new Set<Layer>();
  const visit = (layer: Layer) => {
    ensure(
      !seen.has(layer),
      () => `Sequential got the same ${layer.describe()} in two places; make one for each place`,
    );
    seen.add(layer);
    layer.children().forEach(visit);
  };
  layers.forEach(visit);
}
