// Rehearsal: everything that the next training step will do, number by number, without doing it.
import { NonFiniteError, Sequential, rowsOf, type Layer, type Tensor } from '../engine';
import { Run } from './run';
import type { Divergence } from './snapshot';

/** A part of a training step. Every tensor is a copy; `path` is as in a parameter's prefix. */
export type RehearsalStage =
  | {
      /** The batch is taken and the gradients are set to zero. */
      kind: 'zeroGrad';
      path: null;
    }
  | {
      kind: 'forward';
      path: string;
      /** Shape (B, I). */
      input: Tensor;
      /** Shape (B, O). */
      output: Tensor;
    }
  | {
      kind: 'loss';
      path: null;
      /** The batch's loss. */
      value: number;
      /** What the model gave. */
      prediction: Tensor;
      /** dLoss/dPrediction, where the way back begins; null if the loss is not finite. */
      gradient: Tensor | null;
    }
  | {
      kind: 'backward';
      path: string;
      /** dLoss/dOut, which came from above. */
      gradOut: Tensor;
      /** dLoss/dIn, which goes below. */
      gradIn: Tensor;
    }
  | {
      /** The optimizer changes the parameters. */
      kind: 'update';
      path: null;
    };

/** What a training step does to one parameter. Every tensor is a copy of the parameter's shape. */
export interface RehearsedParameter {
  /** As in `model.parameters()`: `0.weight`. */
  name: string;
  /** The path of its layer: `0`. */
  path: string;
  /** The parameter before the step. */
  before: Tensor;
  /** The parameter after it; null if the step fails before. */
  after: Tensor | null;
  gradient: {
    /** What the step before left. */
    left: Tensor;
    /** When the way forward begins: zeros after `zeroGrad`. */
    cleared: Tensor;
    /** After the way back through its layer; null if the step fails before. */
    added: Tensor | null;
    /** What the optimizer is given: `added`, and the penalty on large weights if there is one. */
    used: Tensor | null;
  };
  /** What the optimizer remembers of it, in the order of `optimizer.memory`. */
  slots: readonly { name: string; before: Tensor; after: Tensor | null }[];
}

/** The next training step, as it will be. */
export interface Rehearsal {
  /** The training steps before it. */
  step: number;
  /** The batch: rows of the training data, in the order in which they are taken. */
  rows: readonly number[];
  x: Tensor;
  y: Tensor;
  /** The batch's loss before the step; NaN if the step fails before it is known. */
  loss: number;
  /** The learning rate of this step. */
  learningRate: number;
  /** The optimizer's kind: `Adam`. */
  optimizer: string;
  /** The parts of the step, in the order in which the trainer does them. */
  stages: readonly RehearsalStage[];
  parameters: readonly RehearsedParameter[];
  /** Where a number stops being finite, and the step with it; null if it goes well. */
  failure: Divergence | null;
}

const onlookers = new WeakMap<Run, Onlooker>();

/** Does the run's next training step, or the one at hand from its beginning, and takes it back. */
export function rehearse(run: Run): Rehearsal {
  let onlooker = onlookers.get(run);
  if (!onlooker) onlookers.set(run, (onlooker = new Onlooker(run)));
  return onlooker.rehearse();
}

// The training loop itself, on a view of the model that remembers on its own and writes down what
// passes through its layers: the same code and memory, so that the numbers are the same bits.
class Onlooker {
  private readonly view: Sequential;
  private readonly aside: Run;
  private readonly paths: readonly string[];
  private stages: RehearsalStage[] = [];
  private parameters: RehearsedParameter[] = [];

  constructor(private readonly run: Run) {
    this.view = run.model.view().train();
    const leaves = leavesOf(this.view, '');
    this.paths = leaves.map(({ path }) => path);
    for (const { layer, path } of leaves) this.listen(layer, path);
    this.aside = new Run(this.view, run.settings, run.settings.options.seed ?? 0);
  }

  rehearse(): Rehearsal {
    const { run, aside } = this;
    const { settings } = run;
    const values = run.parameters.map(({ value }) => value.data.slice());
    const grads = run.parameters.map(({ grad }) => grad.data.slice());
    const loss = this.listenToLoss(settings.loss);
    let failure: Divergence | null = null;
    let rows: number[] = [];
    this.stages = [];
    try {
      aside.goTo(run, { ...settings, loss });
      this.parameters = this.describeParameters();
      // The first part takes the batch.
      aside.stepLayer();
      rows = aside.batchRows;
      aside.stepBatch();
    } catch (error) {
      if (!(error instanceof NonFiniteError)) throw error;
      failure = { layer: error.layer, message: error.message };
      rows = aside.batchRows;
    } finally {
      if (this.isThrough) this.noteUpdate();
      run.parameters.forEach(({ value, grad }, i) => {
        value.data.set(values[i]!);
        grad.data.set(grads[i]!);
      });
      run.drawAgain();
    }
    const { train } = settings;
    return {
      step: run.step,
      rows,
      x: rowsOf(train.x, rows),
      y: rowsOf(train.y, rows),
      loss: this.lossStage?.value ?? NaN,
      learningRate: aside.optimizer.lr,
      optimizer: aside.optimizer.type,
      stages: this.stages,
      parameters: this.parameters,
      failure,
    };
  }

  // Whether the way back is done, so that the optimizer got its turn.
  private get isThrough(): boolean {
    const back = this.stages.filter(({ kind }) => kind === 'backward').length;
    return back === this.paths.length && this.lossStage?.gradient != null;
  }

  private get lossStage() {
    return this.stages.find((stage) => stage.kind === 'loss');
  }

  private listen(layer: Layer, path: string): void {
    const forward = layer.forward.bind(layer);
    const backward = layer.backward.bind(layer);
    layer.forward = (x) => {
      this.noteZeroGrad();
      const input = (x as Tensor).clone();
      const output = forward(x);
      this.stages.push({ kind: 'forward', path, input, output: output.clone() });
      return output;
    };
    layer.backward = (dOut) => {
      const gradOut = (dOut as Tensor).clone();
      const gradIn = backward(dOut);
      this.stages.push({ kind: 'backward', path, gradOut, gradIn: gradIn.clone() });
      this.eachGradient((parameter, grad) => {
        if (parameter.path === path) parameter.gradient.added = grad.clone();
      });
      return gradIn;
    };
  }

  // The loss too, without touching what the run's own needs for its way back.
  private listenToLoss(given: Run['settings']['loss']): Run['settings']['loss'] {
    const loss = Object.create(given) as typeof given;
    const forwardInto = given.forwardInto.bind(loss);
    const backward = given.backward.bind(loss);
    loss.forwardInto = (values, place, pred, target) => {
      this.noteZeroGrad();
      const prediction = pred.clone();
      forwardInto(values, place, pred, target);
      this.stages.push({
        kind: 'loss',
        path: null,
        value: values[place]!,
        prediction,
        gradient: null,
      });
    };
    loss.backward = () => {
      const gradient = backward();
      if (this.lossStage) this.lossStage.gradient = gradient.clone();
      return gradient;
    };
    return loss;
  }

  private describeParameters(): RehearsedParameter[] {
    const { optimizer, parameters } = this.aside;
    return parameters.map(({ name, value, grad }, i) => ({
      name,
      path: this.paths.find((path) => name.startsWith(`${path}.`)) ?? '',
      before: value.clone(),
      after: null,
      gradient: { left: grad.clone(), cleared: grad.clone(), added: null, used: null },
      slots: Object.entries(optimizer.memoryOf(i)).map(([slot, kept]) => ({
        name: slot,
        before: kept.clone(),
        after: null,
      })),
    }));
  }

  private eachGradient(call: (parameter: RehearsedParameter, grad: Tensor) => void): void {
    this.aside.parameters.forEach(({ grad }, i) => call(this.parameters[i]!, grad));
  }

  private noteZeroGrad(): void {
    if (this.stages.length) return;
    this.stages.push({ kind: 'zeroGrad', path: null });
    this.eachGradient((parameter, grad) => {
      parameter.gradient.cleared = grad.clone();
    });
  }

  private noteUpdate(): void {
    const { optimizer, parameters } = this.aside;
    this.stages.push({ kind: 'update', path: null });
    this.parameters = this.parameters.map((known, i) => {
      const { value, grad } = parameters[i]!;
      const kept = optimizer.memoryOf(i);
      return {
        ...known,
        after: value.clone(),
        gradient: { ...known.gradient, used: grad.clone() },
        slots: known.slots.map((slot) => ({ ...slot, after: kept[slot.name]!.clone() })),
      };
    });
  }
}

// The layers that do something themselves, first to last, with their paths.
function leavesOf(layer: Layer, path: string): { layer: Layer; path: string }[] {
  if (!(layer instanceof Sequential)) return [{ layer, path }];
  return layer.layers.flatMap((inner, i) =>
    leavesOf(inner, path === '' ? String(i) : `${path}.${i}`),
  );
}
