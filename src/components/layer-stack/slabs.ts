// The slabs of the stack: the input, a slab a layer, and the loss, with one sample's numbers.
import { NonFiniteError, type TraceStep } from '../../engine';
import type { Phase, SampleTrace, Trainer } from '../../trainer';

/** One slab, with what flows up into it and back down. */
export interface Slab {
  /** `input`, the layer's path, or `loss`. */
  key: string;
  /** `Linear(2, 10)`, as a reader would write it. */
  description: string;
  formula: string;
  /** The number of units before and after. */
  shape: readonly [number, number];
  /** How many trainable numbers it has. */
  parameterCount: number;
  /** Its values, one a unit. */
  values: Float64Array;
  /** dLoss by each of those values. */
  gradients: Float64Array;
  /** The step of the trace, for a layer. */
  step: TraceStep | null;
  /** Which of its numbers a training step in slow motion has not come to. */
  pending?: { value: boolean; gradient: boolean };
}

/** One sample followed through the model; without a trace if a number on the way is not finite. */
export type Followed =
  | { trace: SampleTrace; slabs: readonly Slab[]; failure: null }
  | { trace: null; slabs: readonly Slab[]; failure: string };

const latest = new WeakMap<Trainer, { version: number; sample: number; followed: Followed }>();

/** Follows a sample through the model, at most once in each state of the run. */
export function follow(trainer: Trainer, sample: number): Followed {
  const { version } = trainer;
  const known = latest.get(trainer);
  if (known?.version === version && known.sample === sample) return known.followed;
  const followed = trace(trainer, sample);
  latest.set(trainer, { version, sample, followed });
  return followed;
}

// Weights can be finite and yet so large that a gradient is not.
function trace(trainer: Trainer, sample: number): Followed {
  try {
    const traced = trainer.trace(sample);
    return { trace: traced, slabs: slabsOf(trainer, traced), failure: null };
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    return { trace: null, slabs: [], failure: error.message };
  }
}

// First the input, last the loss.
function slabsOf(trainer: Trainer, { steps, loss, x, y }: SampleTrace): Slab[] {
  const layers = steps.map((step): Slab => ({
    key: step.path,
    description: step.description,
    formula: step.formula,
    shape: [step.input.size, step.output.size],
    parameterCount: step.parameters.reduce((sum, { value }) => sum + value.size, 0),
    values: step.output.data,
    gradients: step.gradOut.data,
    step,
  }));
  const plain = { formula: '', parameterCount: 0, step: null };
  const bottom: Slab = {
    ...plain,
    key: 'input',
    description: 'input',
    shape: [x.size, x.size],
    values: x.data,
    // Without a layer the input is the output, and its gradient that of the loss.
    gradients: (steps[0]?.gradIn ?? trainer.loss.gradient(x, y)).data,
  };
  const top: Slab = {
    ...plain,
    key: 'loss',
    description: trainer.loss.describe(),
    formula: trainer.loss.formula,
    shape: [layers.at(-1)?.shape[1] ?? x.size, 1],
    values: Float64Array.of(loss),
    // The way back begins with dLoss/dLoss.
    gradients: Float64Array.of(1),
  };
  return [bottom, ...layers, top];
}

/** Which slab a training step is at, and how far through the step that is. */
export function workingSlab(
  phase: Phase,
  trainer: Trainer,
  slabs: readonly Slab[],
): { key: string; step: number; count: number } | null {
  const layers = trainer.model.layers.length;
  const count = 2 * layers + 1;
  if (phase.kind === 'between') return null;
  if (phase.kind === 'loss') return { key: 'loss', step: layers + 1, count };
  const step = phase.kind === 'forward' ? phase.layer + 1 : 2 * layers + 1 - phase.layer;
  // A Sequential inside is one step of the run, but several slabs: its last or its first.
  const place = String(phase.layer);
  const inside = slabs.filter(({ key }) => key === place || key.startsWith(`${place}.`));
  const slab = phase.kind === 'forward' ? inside.at(-1) : inside[0];
  return { key: slab?.key ?? place, step, count };
}
