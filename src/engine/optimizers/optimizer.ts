// Optimizer: turns gradients into better parameters, one step at a time.
import { Buffers } from '../buffers';
import { PancakeError, ensure, show } from '../errors';
import { currentArena, isBuiltIn, kernelsOf } from '../kernels';
import { Layer, type Parameter } from '../layer';
import type { Tensor } from '../tensor';
import { spanOf, spansOf, type Span } from './spans';

/** The options of every optimizer. */
export interface OptimizerOptions {
  /** The learning rate: how far a step goes. At least 0. */
  lr: number;
}

/** What an optimizer can be put back to: its steps and its memory of each parameter. */
export interface OptimizerState {
  steps: number;
  slots: Float64Array[][];
}

/**
 * Holds a model's parameters and changes them by their gradients:
 * `zeroGrad()`, forward, backward, `step()`.
 */
export abstract class Optimizer {
  /** What it trains, by reference. */
  readonly parameters: readonly Parameter[];
  /** How many steps it took. */
  steps = 0;

  private rate: number;
  private readonly buffers: Buffers;
  private readonly spans: readonly Span[];
  // What it remembers, for each span and for each parameter.
  private spanSlots: Tensor[][] | undefined;
  private slots: Tensor[][] = [];

  /**
   * @param model the layer, or its parameters
   * @throws PancakeError if the learning rate is not a finite number of at least 0
   */
  constructor(model: Layer | readonly Parameter[], options: OptimizerOptions) {
    this.parameters = model instanceof Layer ? model.parameters() : model;
    this.buffers = new Buffers(model instanceof Layer ? model.arena : currentArena());
    this.rate = this.checkRate(options.lr);
    // A reader's own optimizer may treat each parameter as a whole.
    this.spans = isBuiltIn(this)
      ? spansOf(this.parameters)
      : this.parameters.map((parameter) => spanOf([parameter]));
  }

  /** The optimizer's kind: `SGD`. The same in every build. */
  abstract get type(): string;
  /** What it remembers of each parameter, such as `momentum`; each of the parameter's shape. */
  abstract get memory(): readonly string[];

  /**
   * One step for one parameter, in place. The optimizers of this package, which treat every number
   * by itself, do it for all parameters at once that lie side by side.
   *
   * @param value the parameter
   * @param grad its gradient, not to be changed
   * @param slots what it remembers, in the order of `memory`, zeros before the first step
   */
  protected abstract update(value: Tensor, grad: Tensor, slots: readonly Tensor[]): void;

  /** The learning rate; may be changed between steps. */
  get lr(): number {
    return this.rate;
  }
  set lr(lr: number) {
    this.rate = this.checkRate(lr);
  }

  /** Sets every gradient to zero. */
  zeroGrad(): void {
    for (let i = 0; i < this.spans.length; i++) {
      const { grad } = this.spans[i]!;
      kernelsOf(grad).clear(grad);
    }
  }

  /** Changes every parameter by its gradient. */
  step(): void {
    const slots = (this.spanSlots ??= this.makeSlots());
    this.steps++;
    for (let i = 0; i < this.spans.length; i++) {
      const { value, grad } = this.spans[i]!;
      this.update(value, grad, slots[i]!);
    }
  }

  /** Whether every parameter is a finite number. */
  get isFinite(): boolean {
    for (let i = 0; i < this.spans.length; i++) {
      const { value } = this.spans[i]!;
      if (!kernelsOf(value).finite(value)) return false;
    }
    return true;
  }

  /** What it remembers of one parameter, by name: `{ momentum: Tensor }`. */
  memoryOf(place: number): Record<string, Tensor> {
    const slots = this.remembered()[place] ?? [];
    return Object.fromEntries(this.memory.map((name, i) => [name, slots[i]!]));
  }

  /** A copy of all that it remembers. */
  saveState(): OptimizerState {
    const slots = this.remembered().map((own) => own.map((slot) => slot.data.slice()));
    return { steps: this.steps, slots };
  }

  /**
   * Puts back what `saveState` gave.
   *
   * @throws PancakeError if the state is not of the size of what this optimizer remembers
   */
  loadState({ steps, slots }: OptimizerState): void {
    const own = this.remembered();
    const fits = own.every(
      (tensors, i) =>
        tensors.length === slots[i]?.length &&
        tensors.every(({ size }, j) => size === slots[i]![j]!.length),
    );
    ensure(
      fits && own.length === slots.length,
      () => `${this.type} got the state of another optimizer; it takes what its saveState gave`,
    );
    this.steps = steps;
    own.forEach((tensors, i) => tensors.forEach(({ data }, j) => data.set(slots[i]![j]!)));
  }

  /** What it remembers of each parameter, by reference, in the order of `memory`. */
  remembered(): readonly (readonly Tensor[])[] {
    this.spanSlots ??= this.makeSlots();
    return this.slots;
  }

  private makeSlots(): Tensor[][] {
    const all = this.spans.map(({ value }, i) =>
      this.memory.map((name) => this.buffers.take(`${i}.${name}`, value.shape).fill(0)),
    );
    const places = this.spans.flatMap(({ starts }, i) => starts.map((start) => ({ i, start })));
    this.slots = this.parameters.map(({ value }, p) => {
      const { i, start } = places[p]!;
      return all[i]!.map((slot) => this.buffers.view(slot, start, value.shape));
    });
    return all;
  }

  private checkRate(lr: number): number {
    if (typeof lr === 'number' && lr >= 0 && lr < Infinity) return lr;
    throw new PancakeError(
      `${this.type} got the learning rate ${show(lr)}; it must be a finite number of at least 0`,
    );
  }
}

/** @throws PancakeError unless low <= value < high */
export function checkOption(
  type: string,
  name: string,
  value: number,
  low: number,
  high = Infinity,
): number {
  ensure(
    typeof value === 'number' && value >= low && value < high,
    () =>
      `${type} got ${name} = ${show(value)}; it must be a number of at least ${low}${high < Infinity ? ` and below ${high}` : ''}`,
  );
  return value;
}
