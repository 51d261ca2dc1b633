// Loss: how wrong a prediction is, and in which direction it should change.
import { Buffers } from '../buffers';
import { NonFiniteError, PancakeError, ensure, show } from '../errors';
import { findNonFinite } from '../finite';
import { currentArena, isBuiltIn, kernelsOf, verified, type Comparison } from '../kernels';
import { Tensor, sameShape, showPosition, showShape, type TensorLike } from '../tensor';

/** What becomes of the losses of a batch: their average, their sum, or each for itself. */
export type Reduction = 'mean' | 'sum' | 'none';

/** A number, or under `none` a tensor with a loss for each prediction. */
export type LossValue<R extends Reduction> = R extends 'none' ? Tensor : number;

/** What a data set asks of a model. */
export type Task = 'binary' | 'multiclass' | 'regression';

/** The options of every loss. */
export interface LossOptions<R extends Reduction = Reduction> {
  /** @default 'mean' */
  reduction?: R;
}

/**
 * A loss: `forward(pred, target)` gives its value, `backward()` gives dLoss/dPred of the last
 * forward. Under `none`, backward differentiates the sum of the losses.
 */
export abstract class Loss<R extends Reduction = Reduction> {
  /** How the losses of a batch become one. */
  readonly reduction: R;

  private readonly arena = currentArena();
  private buffers = new Buffers(this.arena);
  private onlooker: this | undefined;
  private pred?: Tensor;
  private target?: Tensor;

  /** @throws PancakeError if the reduction is unknown */
  constructor(options: LossOptions<R> = {}) {
    this.reduction = (options.reduction ?? 'mean') as R;
    ensure(
      ['mean', 'sum', 'none'].includes(this.reduction),
      () =>
        `${this.type} got the reduction ${show(this.reduction)}; it must be 'mean', 'sum' or 'none'`,
    );
  }

  /** The loss's kind: `BinaryCrossEntropy`. The same in every build. */
  abstract get type(): string;
  /** The loss of one prediction p with target t, in plain text. */
  abstract get formula(): string;
  /** The tasks that it can judge. */
  abstract get tasks(): readonly Task[];

  /** The loss of each prediction, unreduced, written to `out`. */
  protected abstract each(pred: Tensor, target: Tensor, out: Tensor): void;
  /** The derivative of each of those losses by its prediction, over `count`, written to `out`. */
  protected abstract eachSlope(pred: Tensor, target: Tensor, out: Tensor, count: number): void;
  /** The shape of the targets, and of the unreduced losses, for predictions of this shape. */
  protected targetShape(pred: readonly number[]): readonly number[] {
    return pred;
  }
  protected hasTargetShape(pred: readonly number[], target: readonly number[]): boolean {
    return sameShape(pred, target);
  }
  /** Complains about predictions of a shape that the loss cannot judge, whatever the targets are. */
  protected checkPrediction(_pred: Tensor): void {}
  /** Complains about predictions or targets that make no sense. */
  protected check(_pred: Tensor, _target: Tensor): void {}

  /** What the model's output means to a reader: a probability, or the number itself. */
  toPrediction(output: Tensor): Tensor {
    return output;
  }

  /** The loss as a reader would write it. */
  describe(): string {
    return this.reduction === 'mean' ? this.type : `${this.type}(${this.reduction})`;
  }

  /**
   * The loss of a batch. Remembers it for `backward`.
   *
   * @throws PancakeError if the shapes do not fit or a target makes no sense
   * @throws NonFiniteError if a number is NaN or infinite
   */
  forward(pred: TensorLike, target: TensorLike): LossValue<R> {
    verified.written = null;
    const losses = this.compare(Tensor.from(pred), Tensor.from(target));
    if (this.reduction === 'none') return losses as LossValue<R>;
    this.reduce(scratch, 0, losses);
    return scratch[0] as LossValue<R>;
  }

  /**
   * The same for a loop that must not make an object, not even a number: writes the value to a
   * place in `values`. Under `none`, that is the sum. Nobody may have written to `pred` since a model
   * gave it.
   */
  forwardInto(values: Float64Array, place: number, pred: Tensor, target: Tensor): void {
    this.reduce(values, place, this.compare(pred, target));
  }

  /**
   * dLoss/dPred of the last `forward`, of the shape of its predictions.
   *
   * @throws PancakeError if there was no `forward` yet
   */
  backward(): Tensor {
    if (!this.pred || !this.target) {
      throw new PancakeError(
        `${this.type}: backward was called before forward; call forward first, so that there is a loss to differentiate`,
      );
    }
    const dPred = this.buffer('dPred', this.pred.shape);
    const count = this.reduction === 'mean' ? this.target.size : 1;
    this.eachSlope(this.pred, this.target, dPred, count);
    return dPred;
  }

  /** The loss of a batch, without touching what `backward` remembers. */
  evaluate(pred: TensorLike, target: TensorLike): LossValue<R> {
    return this.view().forward(pred, target);
  }

  /** `forwardInto`, without touching what `backward` remembers. */
  evaluateInto(values: Float64Array, place: number, pred: Tensor, target: Tensor): void {
    this.view().forwardInto(values, place, pred, target);
  }

  /** dLoss/dPred of a batch, without touching what `backward` remembers. */
  gradient(pred: TensorLike, target: TensorLike): Tensor {
    const view = this.view();
    view.forward(pred, target);
    return view.backward();
  }

  /** A tensor of this shape to write a result into, reused from call to call. */
  protected buffer(name: string, shape: readonly number[]): Tensor {
    return this.buffers.take(name, shape);
  }

  private compare(pred: Tensor, target: Tensor): Tensor {
    if (pred !== verified.written) this.checkFinite(pred, 'prediction');
    this.checkFinite(target, 'target');
    this.checkPrediction(pred);
    if (!this.hasTargetShape(pred.shape, target.shape)) {
      throw new PancakeError(
        `${this.type} got predictions of shape ${showShape(pred.shape)} and targets of shape ${showShape(target.shape)}; the targets must have the shape ${showShape(this.targetShape(pred.shape))}`,
      );
    }
    if (target.size === 0) {
      throw new PancakeError(`${this.type} got an empty batch; it needs at least one prediction`);
    }
    this.check(pred, target);
    this.pred = pred;
    this.target = target;
    const losses = this.buffer('losses', target.shape);
    this.each(pred, target, losses);
    return losses;
  }

  private reduce(values: Float64Array, place: number, losses: Tensor): void {
    kernelsOf(losses).sum(values, place, losses);
    if (this.reduction === 'mean') values[place]! /= losses.size;
  }

  private view(): this {
    if (!this.onlooker) {
      this.onlooker = Object.create(this) as this;
      this.onlooker.buffers = new Buffers(this.arena);
    }
    return this.onlooker;
  }

  private checkFinite(tensor: Tensor, what: string): void {
    const at = findNonFinite(tensor);
    if (at < 0) return;
    throw new NonFiniteError(
      `${this.type} got ${tensor.data[at]} as a ${what} at ${showPosition(at, tensor.shape)}; every number must be finite`,
      'loss',
    );
  }
}

const scratch = new Float64Array(1);

/** A loss that compares each prediction with the target at the same place. */
export abstract class PointwiseLoss<R extends Reduction = Reduction>
  extends Loss<R>
  implements Comparison
{
  /** The loss of the prediction p, given the target t. */
  abstract value(p: number, t: number): number;
  /** Its derivative by p. */
  abstract slope(p: number, t: number): number;
  /** The kernel that computes the same as `value` and `slope`, of `lossKinds`, if any. */
  protected readonly kernel: number = -1;
  private readonly builtIn = isBuiltIn(this);

  /** The kernel to compute with: none for a reader's own class that extends one of ours. */
  get kind(): number {
    return this.builtIn ? this.kernel : -1;
  }

  protected each(pred: Tensor, target: Tensor, out: Tensor): void {
    kernelsOf(out).assess(this, out, pred, target);
  }
  protected eachSlope(pred: Tensor, target: Tensor, out: Tensor, count: number): void {
    kernelsOf(out).assessSlope(this, out, pred, target, count);
  }
}
