// Run: the training loop itself, cut into its smallest steps. Deterministic: the same options and
// the same calls give the same bits.
import {
  Layer,
  NonFiniteError,
  findNonFinite,
  mixSeeds,
  type Optimizer,
  type Parameter,
  type Sequential,
  type Tensor,
} from '../engine';
import { Batches } from './batches';
import { sameOptimizer, type ParameterEdit } from './changes';
import { GradientSum } from './gradient-sum';
import { addPenalty } from './penalty';
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
  optimizerSteps: number;
  /** The gradients that were added up without `zeroGrad`; null if the next step begins at zero. */
  gradients: readonly Float64Array[] | null;
  /** The parameters, each followed by what the optimizer remembers of it. */
  values: Float64Array;
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
  private readonly batches: Batches;
  private readonly drawsWhileTraining: boolean;
  private readonly lossValue = new Float64Array(1);
  private saved: readonly Tensor[] = [];
  private savedFor?: Optimizer;
  private readonly gradientSum: GradientSum;
  private flowing!: Tensor;

  constructor(
    readonly model: Sequential,
    private current: Settings,
    private readonly seed: number,
  ) {
    this.parameters = model.parameters();
    this.batches = new Batches(model.arena, seed);
    this.gradientSum = new GradientSum(this.parameters);
    this.drawsWhileTraining = draws(model);
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
    return this.epoch + this.batches.row / this.current.train.x.shape[0]!;
  }

  /** Whether no batch of this epoch is done yet. */
  get atEpochStart(): boolean {
    return this.batches.row === 0;
  }

  /** Puts other settings in force from here on. A new optimizer starts without memory. */
  apply(settings: Settings): void {
    const before = this.current;
    // First what may throw.
    if (!sameOptimizer(settings, before)) this.optimizer = buildOptimizer(this.model, settings);
    this.current = settings;
    if (settings.zeroGrad) this.gradientSum.end();
    // A batch half done belongs to the old settings.
    this.phase = between;
  }

  /** Sets one number of the model. */
  edit({ parameter, place, value }: ParameterEdit): void {
    this.parameters[parameter]!.value.data[place] = value;
    // A batch half done was computed with the number before.
    this.phase = between;
  }

  /**
   * A copy of all that the epochs to come depend on. Only between two epochs.
   *
   * @param into a state that is no longer needed, to be written over
   */
  save(into?: RunState): RunState {
    const tensors = this.stateTensors();
    let size = 0;
    for (let i = 0; i < tensors.length; i++) size += tensors[i]!.size;
    const fits = into?.values.length === size;
    const state = fits ? into : ({ values: new Float64Array(size) } as RunState);
    state.epoch = this.epoch;
    state.step = this.step;
    state.settings = this.current;
    state.optimizerSteps = this.optimizer.steps;
    state.gradients = this.gradientSum.save();
    let at = 0;
    for (let i = 0; i < tensors.length; i++) {
      state.values.set(tensors[i]!.data, at);
      at += tensors[i]!.size;
    }
    return state;
  }

  /** Goes back to what `save` gave. */
  restore({ epoch, step, settings, optimizerSteps, gradients, values }: RunState): void {
    Object.assign(this, { epoch, step, current: settings, phase: between });
    this.optimizer = buildOptimizer(this.model, settings);
    this.optimizer.steps = optimizerSteps;
    let at = 0;
    for (const { data } of this.stateTensors()) {
      data.set(values.subarray(at, at + data.length));
      at += data.length;
    }
    this.batches.row = 0;
    this.gradientSum.restore(gradients);
  }

  /** Goes on adding to these gradients, as without `zeroGrad`. */
  sumGradients(gradients: readonly Float64Array[]): void {
    this.gradientSum.restore(gradients);
  }

  /** Goes to the beginning of the training step at hand of another run of the same parameters. */
  goTo(other: Run, settings: Settings): void {
    this.apply(settings);
    this.optimizer.loadState(other.optimizer.saveState());
    Object.assign(this, { epoch: other.epoch, step: other.step });
    this.batches.row = other.batches.row;
    this.gradientSum.follow(other.gradientSum);
  }

  /** The rows of the training data in the batch at hand, in order. */
  get batchRows(): number[] {
    return this.batches.rows(this.current);
  }

  /** Gives what is random in the training step at hand its beginning again. */
  drawAgain(): void {
    const begun = this.phase !== between;
    if (begun && this.drawsWhileTraining) this.model.reseed(mixSeeds(this.seed, 2, this.step));
  }

  /**
   * Does the rest of the training step: zeroGrad (unless it is off), forward, loss, backward, update.
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
      // Anew in each step, so that a step that was begun and dropped leaves no trace.
      if (this.drawsWhileTraining) this.model.reseed(mixSeeds(this.seed, 2, this.step));
      this.flowing = this.batches.take(current, this.epoch);
      this.gradientSum.begin(this.optimizer);
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
      this.flowing = this.model.runLayer(layer, this.flowing, 'forward');
      this.phase = this.forwardPhases[layer]!;
      return;
    }
    const { loss } = this.current;
    loss.forwardInto(this.lossValue, 0, this.flowing, this.batches.y);
    if (!Number.isFinite(this.lossValue[0])) {
      throw new NonFiniteError(`${loss.type} gave ${this.lossValue[0]}`, 'loss');
    }
    this.phase = atLoss;
  }

  private goBackward(layer: number): void {
    if (layer >= 0) {
      this.flowing = this.model.runLayer(layer, this.flowing, 'backward');
      this.phase = this.backwardPhases[layer]!;
      return;
    }
    this.update();
    this.phase = between;
  }

  private update(): void {
    const { learningRate, schedule, l1, l2 } = this.current;
    const lr = schedule ? learningRate * schedule(this.epoch) : learningRate;
    if (lr !== this.optimizer.lr) this.optimizer.lr = lr;
    if (l1 || l2) addPenalty(this.parameters, this.current);
    this.optimizer.step();
    if (!this.optimizer.isFinite) this.complain();
    this.gradientSum.finish(this.current.zeroGrad);
    this.step++;
    if (this.batches.finish(this.current)) this.epoch++;
  }

  // The gradients come into being from the last layer down, the values are updated from the first.
  private complain(): void {
    for (const parameter of [...this.parameters].reverse()) this.ensureFinite(parameter, 'grad');
    for (const parameter of this.parameters) this.ensureFinite(parameter, 'value');
  }

  private ensureFinite(parameter: Parameter, what: 'value' | 'grad'): void {
    const at = findNonFinite(parameter[what]);
    if (at < 0) return;
    const place = parameter.name.slice(0, parameter.name.lastIndexOf('.'));
    throw new NonFiniteError(
      `${what === 'grad' ? 'the gradient of ' : ''}${parameter.name} became ${parameter[what].data[at]}`,
      place,
    );
  }

  // What a saved state consists of, in order.
  private stateTensors(): readonly Tensor[] {
    const { optimizer } = this;
    if (this.savedFor !== optimizer) {
      const slots = optimizer.remembered();
      this.saved = this.parameters.flatMap(({ value }, i) => [value, ...(slots[i] ?? [])]);
      this.savedFor = optimizer;
    }
    return this.saved;
  }
}

// Whether a layer draws random numbers while it trains, as Dropout does.
function draws(layer: Layer): boolean {
  return layer.reseed !== Layer.prototype.reseed || layer.children().some(draws);
}
