// Exploding steps: each step overshoots, lands higher than before, and makes the next one larger.
import { Linear, Tensor, type Dataset, type Layer, type Loss } from '../../engine';
import type { Trainer } from '../trainer';
import { finding, stretchOf, type Evidence, type Finding } from './finding';

/**
 * A loss this many times that of guessing is a problem. A model that has learnt nothing yet is not
 * far from guessing, and one that has is below it: only steps that are too large lead far above.
 */
export const problemFactor = 3;

/** From this factor on it is worth watching: more than a coarse step of a healthy run adds. */
export const watchFactor = 1.5;

/**
 * A loss that grows by this factor in each of three epochs is worth watching wherever it is. Noise
 * of the batches makes a loss jump once and fall again; growth that feeds itself goes on.
 */
export const climbFactor = 1.5;
const climbEpochs = 3;

/** Whether the loss grows without bounds. */
export function findExploding({ trainer, epoch, from }: Evidence): Finding[] {
  const [losses, epochs] = stretchOf(trainer.curves, 'loss', from, epoch);
  const reference = Math.max(losses[0] ?? 0, lossOfGuessing(trainer));
  const measure = losses.at(-1)! / reference;
  const since = epochs[indexOfLeast(losses)]!;
  const found = { kind: 'exploding', measure, since } as const;

  if (trainer.now.status === 'diverged') {
    const { divergence } = trainer.getSnapshot();
    const named = Number.parseInt(divergence?.layer ?? '', 10);
    const place = Number.isInteger(named) ? named : placeOfLargest(trainer);
    const where = whereIn(trainer, place);
    return [finding({ ...found, ...where, severity: 'problem', sign: 'diverged' })];
  }
  const where = () => whereIn(trainer, placeOfLargest(trainer));
  if (measure >= watchFactor) {
    const severity = measure >= problemFactor ? 'problem' : 'watch';
    return [finding({ ...found, ...where(), severity, sign: 'lossRose' })];
  }
  if (climbs(losses, epochs))
    return [finding({ ...found, ...where(), severity: 'watch', sign: 'lossClimbs' })];
  return [];
}

function climbs(losses: Float64Array, epochs: Float64Array): boolean {
  if (losses.length <= climbEpochs) return false;
  // Of a very long run the epochs between are not known, and a factor over many of them says little.
  if (epochs.at(-1)! - epochs.at(-1 - climbEpochs)! > climbEpochs) return false;
  const last = losses.subarray(-climbEpochs - 1);
  return last.every((loss, i) => i === 0 || loss >= climbFactor * last[i - 1]!);
}

function indexOfLeast(losses: Float64Array): number {
  let least = 0;
  for (let i = 1; i < losses.length; i++) if (losses[i]! < losses[least]!) least = i;
  return least;
}

const guesses = new WeakMap<Dataset, WeakMap<Loss, number>>();

// The loss of a model that says the same of every point: one half, all classes alike, or the mean.
function lossOfGuessing({ data, loss, model }: Trainer): number {
  let ofData = guesses.get(data);
  if (!ofData) guesses.set(data, (ofData = new WeakMap()));
  let known = ofData.get(loss);
  if (known === undefined) {
    const shape = model.predict(data.x).shape;
    const { y, task } = data;
    const mean = y.data.reduce((sum, value) => sum + value, 0) / y.size;
    const isProbability = task === 'binary' && loss.type !== 'BinaryCrossEntropyWithLogits';
    const guess = task === 'regression' ? mean : isProbability ? 0.5 : 0;
    ofData.set(loss, (known = loss.evaluate(Tensor.full([...shape], guess), y)));
  }
  return known;
}

/**
 * The layer whose weights are the largest for its size: by how much it makes a typical signal larger,
 * which is their root mean square times √I.
 */
function placeOfLargest({ model }: Trainer): number | null {
  let place: number | null = null;
  let largest = 0;
  model.layers.forEach((layer, i) => {
    if (!isLinear(layer)) return;
    const gain = sizeOf(layer.weight.data) / Math.sqrt(layer.nOut);
    if (gain > largest) [place, largest] = [i, gain];
  });
  return place;
}

// The root of the sum of squares, where the squares themselves may be too large for a number.
function sizeOf(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  if (most === 0) return 0;
  let sum = 0;
  for (const value of values) sum += (value / most) ** 2;
  return most * Math.sqrt(sum);
}

// The layer, and its neuron with the largest weight.
function whereIn({ model }: Trainer, layer: number | null): Partial<Finding> {
  const linear = layer === null ? undefined : model.layers[layer];
  if (!isLinear(linear)) return { layer };
  const { data } = linear.weight;
  let largest = 0;
  for (let i = 1; i < data.length; i++) {
    if (Math.abs(data[i]!) > Math.abs(data[largest]!)) largest = i;
  }
  return { layer, units: [Math.floor(largest / linear.nIn)], of: linear.nOut };
}

function isLinear(layer: Layer | undefined): layer is Linear {
  return layer instanceof Linear;
}
