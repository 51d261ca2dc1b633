// The slabs of the stack: the input, a slab a layer, and the loss, with one sample's numbers.
import type { TraceStep } from '../../engine';
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
}

/** The slabs for a sample, first the input, last the loss. */
export function slabsOf(trainer: Trainer, { steps, loss, x }: SampleTrace): Slab[] {
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
    gradients: steps[0]?.gradIn.data ?? new Float64Array(x.size),
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
