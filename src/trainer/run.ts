// Run: the training loop itself, cut into its smallest steps. Deterministic: the same options and
// the same calls give the same bits.
import {
  NonFiniteError,
  Tensor,
  createRng,
  findNonFinite,
  mixSeeds,
  type Optimizer,
  type OptimizerState,
  type Parameter,
  type Sequential,
} from '../engine';
import { buildOptimizer, type Settings } from './settings';

/** What a training step is doing. `layer` is a place in the model, from 0. */
export type Phase =
  | { kind: 'forward' | 'backward'; layer: number }
  | { kind: 'loss'; layer: null }
  | { kind: 'between'; layer: null };

/** A run between two epochs. */
export interface RunState {
  epoch: number;
  step: number;
  settings: Settings;
  parameters: Float64Array[];
  optimizer: OptimizerState;
}

/** Between two training steps. */
export const between: Phase = { kind: 'between', layer: null };

const atLoss: Phase = { kind: 'loss', layer: null };

/** One model in training. */
export class Run {
  /** Finished epochs. */
  epoch = 0;
  /** Finished training steps, each one a batch. */
  step = 0;
  /** What was done last, within a training step. */
  phase: Phase = between;

  optimizer: Optimizer;
  readonly parameters: readonly Parameter[];

  private readonly forwardPhases: readonly Phase[];
  private readonly backwardPhases: readonly Phase[];
  private row = 0;
  private order = new Uint32Array(0);
  private orderedEpoch = -1;
  private flowing: Tensor | null = null;
  private batch: { x: Tensor; y: Tensor } | null = null;

  constructor(
    readonly model: Sequential,
    private current: Settings,
    private readonly seed: number,
  ) {
    this.parameters = model.parameters();
    this.optimizer = buildOptimizer(model, current);
    this.forwardPhases = model.layers.map((_, layer) => ({ kind: 'forward', layer }));
    this.backwardPhases = model.layers.map((_, layer) => ({ kind: 'backward', layer }));
  }

  /** The settings in force. */
  get settings(): Settings {
    return this.current;
  }

  /** Epochs, the finished part of this one included. */
  get progress(): number {
    return this.epoch + this.row / this.current.train.x.shape[0]!;
  }

  /** Whether no batch of this epoch is done yet. */
  get atEpochStart(): boolean {
    return this.row === 0;
  }

  /** Puts other settings in force from here on. A new optimizer starts without memory. */
  apply(settings: Settings): void {
    const { optimizer, train } = this.current;
    this.current = settings;
    if (settings.optimizer !== optimizer) this.optimizer = buildOptimizer(this.model, settings);
    if (settings.train !== train) this.orderedEpoch = -1;
    // A batch half done belongs to the old settings.
    this.phase = between;
  }

  /** A copy of all that the epochs to come depend on. Only between two epochs. */
  save(): RunState {
    const parameters = this.parameters.map(({ value }) => value.data.slice());
    const { epoch, step, current: settings } = this;
    return { epoch, step, settings, parameters, optimizer: this.optimizer.saveState() };
  }

  /** Goes back to what `save` gave. */
  restore({ epoch, step, settings, parameters, optimizer }: RunState): void {
    Object.assign(this, { epoch, step, current: settings, phase: between });
    this.parameters.forEach(({ value }, i) => value.data.set(parameters[i]!));
    this.optimizer = buildOptimizer(this.model, settings);
    this.optimizer.loadState(optimizer);
    this.row = 0;
    this.orderedEpoch = -1;
  }

  /**
   * Does the rest of the training step: zeroGrad, forward, loss, backward, update.
   *
   * @throws NonFiniteError naming the layer where a number stopped being finite
   */
  stepBatch(): void {
    do this.stepLayer();
    while (this.phase !== between);
  }

  /** Does the smallest part of a training step: one layer forward or backward, the loss, or the update. */
  stepLayer(): void {
    const { model, phase, current } = this;
    const last = model.layers.length - 1;
    if (phase === between) {
      this.batch = this.nextBatch();
      this.optimizer.zeroGrad();
      this.flowing = this.batch.x;
      this.goForward(0, last);
    } else if (phase.kind === 'forward') {
      this.goForward(phase.layer + 1, last);
    } else if (phase.kind === 'loss') {
      this.flowing = current.loss.backward();
      this.goBackward(last);
    } else if (phase.kind === 'backward') {
      this.goBackward(phase.layer - 1);
    }
  }

  private goForward(layer: number, last: number): void {
    if (layer <= last) {
      this.flowing = this.model.runLayer(layer, this.flowing!, 'forward');
      this.phase = this.forwardPhases[layer]!;
      return;
    }
    const value = this.current.loss.forward(this.flowing!, this.batch!.y);
    if (!Number.isFinite(value)) {
      throw new NonFiniteError(`${this.current.loss.type} gave ${value}`, 'loss');
    }
    this.phase = atLoss;
  }

  private goBackward(layer: number): void {
    if (layer >= 0) {
      this.flowing = this.model.runLayer(layer, this.flowing!, 'backward');
      this.phase = this.backwardPhases[layer]!;
      return;
    }
    this.checkFinite('grad');
    this.update();
    this.phase = between;
  }

  private update(): void {
    const { learningRate, schedule, train } = this.current;
    this.optimizer.lr = learningRate * (schedule?.(this.epoch) ?? 1);
    this.optimizer.step();
    this.checkFinite('value');
    this.step++;
    this.row += this.batch!.y.shape[0]!;
    if (this.row < train.x.shape[0]!) return;
    this.row = 0;
    this.epoch++;
  }

  private nextBatch(): { x: Tensor; y: Tensor } {
    const { train, batchSize, shuffle } = this.current;
    const [count, columns] = train.x.shape as [number, number];
    if (this.orderedEpoch !== this.epoch) this.startEpoch(count);
    // Anew in each step, so that a step that was begun and dropped leaves no trace.
    this.model.reseed(mixSeeds(this.seed, 2, this.step));
    const wanted = batchSize === 'full' ? count : batchSize;
    if (wanted >= count && this.row === 0) return train;

    this.row = Math.min(this.row, count - 1);
    const size = Math.min(wanted, count - this.row);
    const targets = train.y.size / count;
    const x = this.buffer('x', size, columns);
    const y = this.buffer('y', size, targets);
    for (let i = 0; i < size; i++) {
      const from = shuffle ? this.order[this.row + i]! : this.row + i;
      for (let c = 0; c < columns; c++) x.data[i * columns + c] = train.x.data[from * columns + c]!;
      for (let c = 0; c < targets; c++) y.data[i * targets + c] = train.y.data[from * targets + c]!;
    }
    return { x, y };
  }

  // The order in an epoch depends on the seed and the epoch alone, so that an epoch can be trained
  // again from its parameters.
  private startEpoch(count: number): void {
    this.orderedEpoch = this.epoch;
    if (this.order.length !== count) this.order = new Uint32Array(count);
    for (let i = 0; i < count; i++) this.order[i] = i;
    createRng(mixSeeds(this.seed, 1, this.epoch)).shuffle(this.order);
  }

  private readonly buffers = new Map<string, Tensor>();

  private buffer(name: 'x' | 'y', rows: number, columns: number): Tensor {
    const { y } = this.current.train;
    const shape = name === 'y' && y.shape.length === 1 ? [rows] : [rows, columns];
    const key = `${name} ${shape.join()}`;
    let tensor = this.buffers.get(key);
    if (!tensor) this.buffers.set(key, (tensor = Tensor.zeros(shape)));
    return tensor;
  }

  private checkFinite(what: 'value' | 'grad'): void {
    // The gradients come into being from the last layer down, the values are updated from the first.
    const count = this.parameters.length;
    for (let i = 0; i < count; i++) {
      const parameter = this.parameters[what === 'grad' ? count - 1 - i : i]!;
      const at = findNonFinite(parameter[what]);
      if (at < 0) continue;
      const place = parameter.name.slice(0, parameter.name.lastIndexOf('.'));
      throw new NonFiniteError(
        `${what === 'grad' ? 'the gradient of ' : ''}${parameter.name} became ${parameter[what].data[at]}`,
        place,
      );
    }
  }
}
