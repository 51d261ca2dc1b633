// What a rehearsed training step has come to at one of its stages: which numbers are known, and where.
import { sampleOf, type Tensor } from '../../engine';
import type { Rehearsal, Trainer } from '../../trainer';
import type { Column } from './paint';
import type { Slab } from './slabs';
import type { StageFacts } from './slow-labels';

/** A rehearsed step, up to and with one of its stages, from 0. */
export interface Moment {
  rehearsal: Rehearsal;
  stage: number;
}

/** The numbers of a slab for the whole batch; null where the step has not come to. */
export type BatchNumbers = Record<Column, Tensor | null>;

const latest = new WeakMap<Trainer, { version: number; rehearsal: Rehearsal }>();

/** The next training step, rehearsed at most once in each state of the run. */
export function rehearsalOf(trainer: Trainer): Rehearsal {
  const { version } = trainer;
  const known = latest.get(trainer);
  if (known?.version === version) return known.rehearsal;
  const rehearsal = trainer.rehearse();
  latest.set(trainer, { version, rehearsal });
  return rehearsal;
}

/** The key of the slab below one, where what it takes comes from. */
export function below(slabs: readonly Slab[], key: string): string {
  const at = slabs.findIndex((slab) => slab.key === key);
  return slabs[Math.max(0, at - 1)]!.key;
}

/** The numbers that are known at this moment, by slab. */
export function numbersAt(
  slabs: readonly Slab[],
  { rehearsal, stage }: Moment,
): Map<string, BatchNumbers> {
  const known = new Map<string, BatchNumbers>();
  for (const { key } of slabs) known.set(key, { value: null, gradient: null });
  const set = (key: string, column: Column, numbers: Tensor | null) => {
    const slab = known.get(key);
    if (slab) slab[column] = numbers;
  };
  set('input', 'value', rehearsal.x);
  for (const part of rehearsal.stages.slice(0, stage + 1)) {
    if (part.kind === 'forward') set(part.path, 'value', part.output);
    if (part.kind === 'loss') set(below(slabs, 'loss'), 'gradient', part.gradient);
    if (part.kind === 'backward') set(below(slabs, part.path), 'gradient', part.gradIn);
  }
  return known;
}

/** The slabs with the numbers of one point of the batch, as far as the step has come. */
export function slabsAt(slabs: readonly Slab[], moment: Moment, position: number): Slab[] {
  const known = numbersAt(slabs, moment);
  const hasLoss = moment.rehearsal.stages
    .slice(0, moment.stage + 1)
    .some(({ kind }) => kind === 'loss');
  return slabs.map((slab) => {
    const pending = { value: !hasLoss, gradient: !hasLoss };
    if (slab.key === 'loss') {
      return { ...slab, values: Float64Array.of(moment.rehearsal.loss), pending };
    }
    const { value, gradient } = known.get(slab.key)!;
    return {
      ...slab,
      values: value ? sampleOf(value, position).data : slab.values,
      gradients: gradient ? sampleOf(gradient, position).data : slab.gradients,
      pending: { value: !value, gradient: !gradient },
    };
  });
}

/** Which slabs a stage is at: that of its layer, or all that have parameters. */
export function activeKeys(slabs: readonly Slab[], { rehearsal, stage }: Moment): string[] {
  const part = rehearsal.stages[stage];
  if (!part) return [];
  if (part.path !== null) return [part.path];
  if (part.kind === 'loss') return ['loss'];
  return slabs.filter(({ parameterCount }) => parameterCount > 0).map(({ key }) => key);
}

/** What travels at a stage: the numbers of one point, from a slab's column to another's. */
export interface Trip {
  column: Column;
  from: string;
  to: string;
  numbers: Float64Array;
}

/** The trip of a stage, or null if nothing travels. */
export function tripOf(
  slabs: readonly Slab[],
  { rehearsal, stage }: Moment,
  position: number,
): Trip | null {
  const part = rehearsal.stages[stage];
  const row = (tensor: Tensor) => sampleOf(tensor, position).data;
  if (part?.kind === 'forward') {
    const from = below(slabs, part.path);
    return { column: 'value', from, to: part.path, numbers: row(part.input) };
  }
  if (part?.kind === 'loss') {
    const from = below(slabs, 'loss');
    return { column: 'value', from, to: 'loss', numbers: row(part.prediction) };
  }
  if (part?.kind === 'backward') {
    const to = below(slabs, part.path);
    return { column: 'gradient', from: part.path, to, numbers: row(part.gradOut) };
  }
  return null;
}

/** The size of the largest gradient of a slab's parameters, or of their largest change at the end. */
export function parameterSize(
  slab: Slab,
  { rehearsal, stage }: Moment,
): { kind: 'gradient' | 'change'; size: number } | null {
  const own = rehearsal.parameters.filter(({ path }) => path === slab.key);
  if (!own.length) return null;
  if (rehearsal.stages[stage]?.kind === 'update') return { kind: 'change', size: changeOf(own) };
  const added = isDone(rehearsal, stage, slab.key);
  const tensors = own.map(({ gradient }) => (added && gradient.added) || gradient.cleared);
  return { kind: 'gradient', size: Math.max(...tensors.map(({ data }) => largest(data))) };
}

/** Whether the way back has come through a layer. */
export function isDone({ stages }: Rehearsal, stage: number, path: string): boolean {
  return stages.slice(0, stage + 1).some((part) => part.kind === 'backward' && part.path === path);
}

/** What is said of a stage. */
export function factsOf(trainer: Trainer, slabs: readonly Slab[], moment: Moment): StageFacts {
  const { rehearsal, stage } = moment;
  const part = rehearsal.stages[stage]!;
  const slab = slabs.find(({ key }) => key === part.path);
  const arriving =
    part.kind === 'forward' ? part.output : part.kind === 'backward' ? part.gradIn : null;
  const isLast = stage === rehearsal.stages.length - 1;
  const loss = part.kind === 'loss' ? part.value : null;
  return {
    kind: part.kind,
    of: {
      zeroGrad: 'zeroGrad',
      loss: trainer.loss.describe(),
      update: rehearsal.optimizer,
      forward: slab?.description ?? '',
      backward: slab?.description ?? '',
    }[part.kind],
    step: rehearsal.step + 1,
    points: rehearsal.rows.length,
    low: arriving ? arriving.data.reduce((a, b) => Math.min(a, b), Infinity) : loss,
    high: arriving ? arriving.data.reduce((a, b) => Math.max(a, b), -Infinity) : loss,
    parameters: rehearsal.parameters
      .filter(({ path }) => path === part.path)
      .map(({ name }) => name.slice(name.lastIndexOf('.') + 1)),
    learningRate: rehearsal.learningRate,
    change: changeOf(rehearsal.parameters),
    cleared: rehearsal.parameters.every(({ gradient }) => largest(gradient.cleared.data) === 0),
    failure: isLast && rehearsal.failure ? rehearsal.failure.message : null,
  };
}

function changeOf(parameters: Rehearsal['parameters']): number {
  return parameters.reduce(
    (most, { before, after }) =>
      after
        ? after.data.reduce((max, one, i) => Math.max(max, Math.abs(one - before.data[i]!)), most)
        : most,
    0,
  );
}

function largest(numbers: Float64Array): number {
  return numbers.reduce((max, one) => Math.max(max, Math.abs(one)), 0);
}
