// What a picture shows, and the lines and the scale that go with it.
import type { Dataset } from '../../engine';
import type { NeuronPlace } from '../../hooks';
import type { Trainer } from '../../trainer';
import type { BarScale } from './color-bar';
import { valueBound, valueTicks } from './layout';
import type { Overlay } from './overlays';
import type { Picture } from './paint';
import { givesShares } from './places';

/**
 * The values at which lines are drawn; for several classes the classes themselves, each with the line
 * around it. A decision has the one line only, and so has a neuron: where it turns.
 *
 * @param contours those that the author asked for
 */
export function thresholdsFor(
  trainer: Trainer,
  data: Dataset,
  overlay: Overlay,
  neuron: NeuronPlace | null,
  contours: readonly number[] | undefined,
): readonly number[] {
  if (neuron) return [givesShares(trainer.model.layers[neuron.layer]) ? 0.5 : 0];
  if (data.task === 'multiclass') return Array.from({ length: data.classes }, (_, k) => k);
  if (data.task === 'regression') return contours ?? valueTicks(valueBound(data));
  return overlay === 'probability' ? (contours ?? [0.25, 0.5, 0.75]) : [0.5];
}

/**
 * What the colour bar shows.
 *
 * @param bound where the colours of regression end
 * @param neuronBound where those of the neuron end
 */
export function barScale(
  trainer: Trainer,
  { overlay, neuron }: Picture,
  data: Dataset,
  bound: number,
  neuronBound: number | null,
): BarScale {
  const shares = { low: 0, high: 1, ticks: [0, 0.5, 1] };
  if (neuron) {
    if (givesShares(trainer.model.layers[neuron.layer])) return { kind: 'diverging', ...shares };
    const end = neuronBound ?? 1;
    return { kind: 'diverging', low: -end, high: end, ticks: [-end, -end / 2, 0, end / 2, end] };
  }
  if (data.task === 'regression') {
    return { kind: 'diverging', low: -bound, high: bound, ticks: valueTicks(bound) };
  }
  if (overlay === 'uncertainty') return { kind: 'uncertainty', ...shares };
  if (overlay === 'hard' || data.task === 'multiclass') {
    return { kind: 'classes', classes: data.classes };
  }
  return { kind: 'diverging', ...shares };
}
