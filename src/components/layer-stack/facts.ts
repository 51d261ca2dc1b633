// What the figure knows of a run before it draws: its structure, the chosen point, and both in words.
import { predictedClass, type Snapshot, type Trainer } from '../../trainer';
import type { LayerStackLabels } from './labels';
import { follow, type Slab } from './slabs';

/** What the slabs are made of, and whether the run goes on. */
export const structure = ({ status, phase, epoch }: Snapshot, { model, data, loss }: Trainer) => ({
  status,
  phase,
  model,
  data,
  loss,
  divergedAt: status === 'diverged' ? epoch : null,
});

/** The slabs, anew when anything that they are made of is another. */
export function begin(trainer: Trainer, sample: number, _madeOf: unknown[]): readonly Slab[] {
  return follow(trainer, within(sample, trainer.data.x.shape[0]!)).slabs;
}

/** The data may get smaller; the figure then follows its last point. */
export function within(sample: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.round(sample)));
}

/** A point's inputs and its target. */
export function pointOf({ x, y }: Trainer['data'], sample: number) {
  const size = x.size / x.shape[0]!;
  return {
    x: [...x.data.slice(sample * size, (sample + 1) * size)],
    target: y.data[sample * (y.size / y.shape[0]!)]!,
  };
}

/** In words: the point, what the model says of it, and its loss. */
export function report(trainer: Trainer, wanted: number, words: LayerStackLabels) {
  const { data } = trainer;
  const count = data.x.shape[0]!;
  const sample = within(wanted, count);
  const { trace, failure } = follow(trainer, sample);
  if (!trace) return { description: words.overflow(failure), failure };
  const said = trainer.predict(trace.x).data;
  const best = predictedClass(said, 0, said.length);
  const prediction =
    data.task === 'multiclass'
      ? words.predictedClass(best, said[best]!)
      : words.predictedNumber(said[0]!);
  const { x, target } = pointOf(data, sample);
  const facts = { sample, count, x, target, task: data.task, loss: trace.loss, prediction };
  return { description: words.description(facts), failure };
}
