// The log: what each training step looked at finds in the gradients, and what it adds to them.
import type { Rehearsal, Trainer } from '../../trainer';

/** A parameter's gradients in one training step. */
export interface LoggedParameter {
  /** As in `model.parameters()`: `0.weight`. */
  name: string;
  shape: readonly number[];
  /** What its gradient holds when the step begins: zeros, or what earlier steps left. */
  held: Float64Array;
  /** What it holds when the optimizer uses it. */
  used: Float64Array;
  /** How far the optimizer then moves the parameter. */
  moved: Float64Array;
}

/** One training step. */
export interface LoggedStep {
  /** Training steps before it. */
  step: number;
  /** Whether gradients are set to zero before it. */
  zeroGrad: boolean;
  parameters: readonly LoggedParameter[];
}

/** What the log has seen. */
export interface SeenSteps {
  /** The steps looked at, in order; the last one is the step to come. */
  steps: readonly LoggedStep[];
  /** Why the step to come cannot be taken: a number stops being finite. */
  failure: string | null;
}

const nothing: SeenSteps = { steps: [], failure: null };

/** The most steps that are kept. */
export const mostSteps = 24;

/**
 * Looks at the step to come whenever the run tells of a change, a few times a second at most. Between
 * two looks of a quick run there may be many steps.
 */
export class GradientLog {
  private seen = nothing;
  private version = -1;

  constructor(private readonly trainer: Trainer) {}

  readonly subscribe = (listener: () => void): (() => void) =>
    this.trainer.subscribe(() => {
      if (this.look()) listener();
    });

  readonly getSnapshot = (): SeenSteps => {
    if (this.version < 0) this.look();
    return this.seen;
  };

  private look(): boolean {
    const { trainer } = this;
    if (trainer.version === this.version) return false;
    this.version = trainer.version;
    const rehearsal = trainer.rehearse();
    if (rehearsal.failure) {
      this.seen = { ...this.seen, failure: rehearsal.failure.message };
      return true;
    }
    const next = logged(rehearsal, trainer.options.zeroGrad ?? true);
    const names = next.parameters.map(({ name, shape }) => `${name} ${shape.join()}`).join();
    // What lies ahead of a run that went back, and what another model did, is no history of this one.
    const before = this.seen.steps.filter(
      ({ step, parameters }) =>
        step < next.step &&
        parameters.map(({ name, shape }) => `${name} ${shape.join()}`).join() === names,
    );
    this.seen = { steps: [...before, next].slice(-mostSteps), failure: null };
    return true;
  }
}

function logged({ step, parameters }: Rehearsal, zeroGrad: boolean): LoggedStep {
  return {
    step,
    zeroGrad,
    parameters: parameters.map(({ name, before, after, gradient }) => ({
      name,
      shape: before.shape,
      held: gradient.cleared.data,
      used: gradient.used!.data,
      moved: after!.data.map((value, i) => value - before.data[i]!),
    })),
  };
}
