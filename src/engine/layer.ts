// Layer: what a function must do to be part of a model. A reader's own layer extends it.
import { Buffers } from './buffers';
import { NonFiniteError, PancakeError, ensure, show } from './errors';
import { findNonFinite } from './finite';
import { currentArena, kernelsOf, verified } from './kernels';
import { mixSeeds, type Rng } from './random';
import { Tensor, sameShape, showPosition, showShape, type TensorLike } from './tensor';

/** A trainable tensor and the place where its gradient adds up. Both are handed out by reference. */
export interface Parameter {
  /** `weight`, or `0.weight` inside a `Sequential`. */
  name: string;
  value: Tensor;
  /** dObjective/dValue, of the same shape; `backward` adds to it, `zeroGrad` clears it. */
  grad: Tensor;
}

/** How a layer is written in JSON. */
export interface LayerJSON {
  type: string;
  options: Record<string, unknown>;
  /** The values of the layer's own parameters, by name. */
  parameters: Record<string, unknown>;
  /** The layers inside, for those that hold others. */
  layers?: LayerJSON[];
}

/**
 * A function that can be trained: it computes forward, remembers what its derivative needs, and
 * computes backward by the chain rule.
 *
 * To write one, extend this class with `forward` and `backward`, and with `parameters` if it has
 * any. Keep what `backward` needs in ordinary properties (`this.input = x`): they are how a model
 * can predict for a picture, or be traced, without forgetting the batch that it is training on.
 * Private `#fields` cannot be used for that.
 *
 * The tensors that the layers of this package return are reused by their next calls; `clone()` one
 * to keep it.
 */
export abstract class Layer {
  /** Whether `forward` behaves as in training; only layers such as `Dropout` care. */
  training = true;

  /** The memory of the model that the layer is made for. */
  readonly arena = currentArena();
  private buffers = new Buffers(this.arena);
  private onlooker: this | undefined;

  /** The output for a batch. Remembers what `backward` will need. */
  abstract forward(x: TensorLike): Tensor;

  /**
   * The chain rule: from dObjective/dOut, adds to the gradient of each parameter and returns
   * dObjective/dIn.
   */
  abstract backward(dOut: TensorLike): Tensor;

  /** The trainable tensors and their gradients, by reference, in a fixed order. */
  parameters(): Parameter[] {
    return [];
  }

  /** The layer's kind: `Linear`. The same in every build, however class names are shortened. */
  get type(): string {
    return this.constructor.name;
  }

  /** The layer's formula in plain text, for figures: `y = x²`. */
  get formula(): string {
    return `y = ${this.type}(x)`;
  }

  /** Whether each output depends on the input at the same place only. */
  get elementwise(): boolean {
    return false;
  }

  /** The layer as a reader would write it: `Linear(2, 10)`. */
  describe(): string {
    return this.type;
  }

  /** What `toJSON` writes of the constructor's arguments. */
  options(): Record<string, unknown> {
    return {};
  }

  /** The layers inside, for a layer that is made of others. */
  children(): readonly Layer[] {
    return [];
  }

  /** Draws new parameters. */
  initialize(rng: Rng): void {
    for (const child of this.children()) child.initialize(rng);
  }

  /** Gives layers that draw while training, such as `Dropout`, a new random stream. */
  reseed(seed: number): void {
    this.children().forEach((child, i) => child.reseed(mixSeeds(seed, i)));
  }

  /** Switches between acting as in training and acting as in use, for this layer and all inside. */
  train(training = true): this {
    this.training = training;
    for (const child of this.children()) child.train(training);
    return this;
  }

  /** Sets every gradient to zero. */
  zeroGrad(): void {
    for (const { grad } of this.parameters()) kernelsOf(grad).clear(grad);
  }

  /** The output for a batch, as when the model is used: remembers nothing and drops nothing. */
  predict(x: TensorLike): Tensor {
    return this.inUse().forward(Tensor.from(x));
  }

  /**
   * A second self that shares this layer's parameters and gradients but remembers on its own, so
   * that a pass through it leaves this layer's memory as it was. It does not act as in training.
   */
  view(): this {
    const view = Object.create(this) as this;
    view.buffers = new Buffers(this.arena);
    view.onlooker = undefined;
    view.training = false;
    return view;
  }

  /** What the last `forward` left for `backward`, by property name. */
  memory(): { name: string; value: Tensor }[] {
    const trained = new Set(this.parameters().flatMap(({ value, grad }) => [value, grad]));
    return Object.entries(this)
      .filter((entry): entry is [string, Tensor] => entry[1] instanceof Tensor)
      .filter(([, value]) => !trained.has(value))
      .map(([name, value]) => ({ name, value }));
  }

  /** The layer in JSON; a layer made of others leaves their parameters to them. */
  toJSON(): LayerJSON {
    const json: LayerJSON = { type: this.type, options: this.options(), parameters: {} };
    const children = this.children();
    if (children.length) json.layers = children.map((child) => child.toJSON());
    for (const { name, value } of ownParameters(this)) json.parameters[name] = value.toArray();
    return json;
  }

  /** The lasting second self that computes for pictures. */
  protected inUse(): this {
    return (this.onlooker ??= this.view());
  }

  /** A tensor of zeros for a parameter, where the kernels can reach it. */
  protected tensor(shape: readonly number[]): Tensor {
    return this.arena.tensor(shape);
  }

  /** The same for the gradient of a parameter. */
  protected gradient(shape: readonly number[]): Tensor {
    return this.arena.tensor(shape, 'grad');
  }

  /** A tensor of this shape to write a result into, reused from call to call. */
  protected buffer(name: string, shape: readonly number[]): Tensor {
    return this.buffers.take(name, shape);
  }

  /** The same for a shape of rows and columns. */
  protected matrix(name: string, rows: number, columns: number): Tensor {
    return this.buffers.takeMatrix(name, rows, columns);
  }

  /**
   * The input as a tensor.
   *
   * @param features what its last dimension must be, if that matters
   * @throws PancakeError if the last dimension is another
   * @throws NonFiniteError if a number is NaN or infinite
   */
  protected accept(x: TensorLike, features?: number): Tensor {
    const input = Tensor.from(x);
    const { shape } = input;
    if (features !== undefined && !(shape.length === 2 && shape[1] === features)) {
      throw new PancakeError(
        `${this.describe()} got an input of shape ${showShape(shape)}; ` +
          (shape.length === 2
            ? `its last dimension must be ${features}`
            : `it must have two dimensions, [batch, ${features}]`),
      );
    }
    this.checkFinite(input, 'input');
    return input;
  }

  /**
   * The incoming gradient as a tensor.
   *
   * @throws PancakeError if there was no `forward` yet, or the shape is not that of the output
   */
  protected acceptGradient(dOut: TensorLike, shape: readonly number[] | undefined): Tensor {
    if (!shape) {
      throw new PancakeError(
        `${this.describe()}: backward was called before forward; call forward first, so that the layer has something to differentiate`,
      );
    }
    const gradient = Tensor.from(dOut);
    if (!sameShape(gradient.shape, shape)) {
      throw new PancakeError(
        `${this.describe()} got a gradient of shape ${showShape(gradient.shape)}; it must have the shape of the output, ${showShape(shape)}`,
      );
    }
    this.checkFinite(gradient, 'gradient');
    return gradient;
  }

  /** @throws NonFiniteError if a number is NaN or infinite */
  protected checkFinite(tensor: Tensor, what: string): void {
    if (tensor === verified.handed) return;
    const at = findNonFinite(tensor);
    if (at < 0) return;
    throw new NonFiniteError(
      `${this.describe()} got ${tensor.data[at]} in its ${what} at ${showPosition(at, tensor.shape)}; every number must be finite`,
      this.describe(),
    );
  }
}

/** The parameters that belong to the layer itself, not to those inside it. */
export function ownParameters(layer: Layer): Parameter[] {
  const inside = new Set(
    layer.children().flatMap((child) => child.parameters().map(({ value }) => value)),
  );
  return layer.parameters().filter(({ value }) => !inside.has(value));
}

/**
 * What a layer returned, as a tensor: one that a reader wrote may return anything.
 *
 * @param like a tensor whose shape it must have
 * @throws PancakeError if it is no tensor, or of another shape
 */
export function checkResult(
  layer: Layer,
  way: 'forward' | 'backward',
  result: unknown,
  like?: Tensor,
): Tensor {
  ensure(
    result instanceof Tensor,
    () => `${layer.describe()}: ${way} returned ${show(result)}; it must return a Tensor`,
  );
  ensure(
    !like || sameShape(result.shape, like.shape),
    () =>
      `${layer.describe()}: ${way} returned a gradient of shape ${showShape(result.shape)}; it must have the shape of the input, ${showShape(like!.shape)}`,
  );
  return result;
}
