// What the figure shows: the engine's check, sorted into layers, with names for every number.
import {
  NonFiniteError,
  Tensor,
  checkGradients,
  ensure,
  show,
  type GradientCheckEntry,
  type GradientVerdict,
  type Layer,
  type GradientCheckOptions,
  type Loss,
} from '../../engine';
import { derivative, parameterName, placeIn, placeText } from '../formula';
import { leavesOf } from './leaves';
import { affordable, spread } from './spread';

/** What is checked. */
export interface CheckSource {
  model: Layer;
  x: Tensor;
  /** The objective. @default the sum of the outputs */
  loss?: Loss<'mean' | 'sum'> | undefined;
  target?: Tensor | undefined;
}

/** A number's derivative by the rule and by measurement, with its name. */
export interface ShownEntry extends GradientCheckEntry {
  /** Names the number among all: `0.weight 3`. */
  key: string;
  /** The number's place in its tensor, row by row. */
  place: number;
  /** `W1[0, 3]` */
  label: string;
  /** The term of its gradient: `dL_dW1`. */
  term: string;
}

/** A tensor, and how many of its numbers were checked. */
export interface CheckedTensor {
  /** `W1` */
  name: string;
  checked: number;
  size: number;
}

/** The input, or a layer that has parameters. */
export interface LayerReport {
  /** The layer's number, from 1; 0 for the input. */
  number: number;
  /** `Linear(2, 10)`; '' for the input. */
  description: string;
  /** Those with the largest error first. */
  entries: readonly ShownEntry[];
  tensors: readonly CheckedTensor[];
  maxError: number;
  counts: Readonly<Record<GradientVerdict, number>>;
}

/** All that was found. */
export interface CheckReport {
  /** In the order of the model, the input first. */
  layers: readonly LayerReport[];
  counts: Readonly<Record<GradientVerdict, number>>;
  /** How many numbers were checked, and how many there are. */
  checked: number;
  size: number;
  /** The one that is furthest off: of those that are wrong, if there are any. */
  worst: ShownEntry | null;
  /** The one to look at first: the worst if it is wrong, else the steepest. */
  telling: ShownEntry | null;
  /** What is differentiated: `L` for a loss, `S` for the sum of the outputs. */
  objective: string;
}

/** How thoroughly to check. */
export interface CheckSettings {
  eps: number;
  tolerance: number;
  /** The most numbers of a tensor that are checked. */
  maxEntries: number;
}

/**
 * The check of a model, or in words why it cannot be made.
 *
 * @throws PancakeError if a setting makes no sense
 */
export function report(
  source: CheckSource,
  { eps, tolerance, maxEntries }: CheckSettings,
): CheckReport | { failure: string } {
  const { model, x } = source;
  ensure(
    Number.isInteger(maxEntries) && maxEntries >= 1,
    () =>
      `GradientCheck got maxEntries = ${show(maxEntries)}; it must be a whole number of at least 1`,
  );
  const most = Math.min(maxEntries, affordable(model, x));
  const places = new Map<string, readonly number[]>();
  const entries = (name: string, size: number) => {
    const chosen = spread(most, size);
    places.set(name, chosen);
    return chosen;
  };
  const found = inWords(() =>
    checkGradients(model, x, { eps, tolerance, entries, ...objectiveOf(source) }),
  );
  if ('failure' in found) return found;
  const wild = found.entries.find(({ analytic, numeric }) => !Number.isFinite(analytic + numeric));
  if (wild) return { failure: `${wild.name} has the slope ${wild.analytic}` };
  return inLayers(source, found.entries, places);
}

/**
 * The error of one number's gradient at other ε, NaN where the objective is not finite.
 *
 * @param epsilons the ε to measure with
 */
export function errorsBy(
  source: CheckSource,
  { name, place }: Pick<ShownEntry, 'name' | 'place'>,
  epsilons: readonly number[],
): number[] {
  const { model, x } = source;
  const entries = (tensor: string) => (tensor === name ? [place] : []);
  return epsilons.map((eps) => {
    const found = inWords(() => checkGradients(model, x, { eps, entries, ...objectiveOf(source) }));
    return 'failure' in found ? NaN : found.maxError;
  });
}

// A sum is what the chain rule is stepped through with, too.
function objectiveOf({ model, x, loss, target }: CheckSource): GradientCheckOptions {
  if (loss && target) return { loss, target };
  return { dOut: Tensor.full(model.predict(x).shape, 1) };
}

function inLayers(
  { model, x, loss }: CheckSource,
  found: readonly GradientCheckEntry[],
  places: ReadonlyMap<string, readonly number[]>,
): CheckReport {
  const taken = new Map<string, number>();
  const objective = loss ? 'L' : 'S';
  const named = (entry: GradientCheckEntry, name: string, shape: readonly number[]): ShownEntry => {
    const nth = taken.get(entry.name) ?? 0;
    taken.set(entry.name, nth + 1);
    const place = places.get(entry.name)![nth]!;
    return {
      ...entry,
      place,
      key: `${entry.name} ${place}`,
      label: `${name}${placeText(placeIn(shape, place))}`,
      term: derivative(objective, name),
    };
  };
  const byName = new Map<string, GradientCheckEntry[]>();
  for (const entry of found) {
    const same = byName.get(entry.name);
    if (same) same.push(entry);
    else byName.set(entry.name, [entry]);
  }
  const tensorOf = (fullName: string, name: string, { shape, size }: Tensor) => {
    const entries = (byName.get(fullName) ?? []).map((entry) => named(entry, name, shape));
    return { entries, tensor: { name, checked: entries.length, size } };
  };

  const layers = [layerReport(0, '', [tensorOf('input', 'x', x)])];
  leavesOf(model).forEach(({ layer, path }, i) => {
    const parameters = layer.parameters();
    if (parameters.length === 0) return;
    const tensors = parameters.map(({ name, value }) =>
      tensorOf(
        path === '' ? name : `${path}.${name}`,
        parameterName(layer.type, name, i + 1),
        value,
      ),
    );
    layers.push(layerReport(i + 1, layer.describe(), tensors));
  });
  const all = layers.flatMap(({ entries }) => entries);
  const worst = largest(all, ({ error, verdict }) => error + (verdict === 'wrong' ? 1e3 : 0));
  return {
    layers,
    counts: countsOf(all),
    checked: all.length,
    size: layers.reduce(
      (sum, { tensors }) => sum + tensors.reduce((inside, { size }) => inside + size, 0),
      0,
    ),
    worst,
    objective,
    telling:
      worst?.verdict === 'wrong'
        ? worst
        : largest(all, ({ analytic, name }) => Math.abs(analytic) + (name === 'input' ? -1e9 : 0)),
  };
}

function layerReport(
  number: number,
  description: string,
  parts: readonly { entries: ShownEntry[]; tensor: CheckedTensor }[],
): LayerReport {
  const entries = parts.flatMap((part) => part.entries).sort((a, b) => b.error - a.error);
  return {
    number,
    description,
    entries,
    tensors: parts.map(({ tensor }) => tensor),
    maxError: entries[0]?.error ?? 0,
    counts: countsOf(entries),
  };
}

function countsOf(entries: readonly ShownEntry[]): Record<GradientVerdict, number> {
  const counts = { agrees: 0, kink: 0, epsilon: 0, wrong: 0 };
  for (const { verdict } of entries) counts[verdict]++;
  return counts;
}

function largest(
  entries: readonly ShownEntry[],
  size: (entry: ShownEntry) => number,
): ShownEntry | null {
  let best: ShownEntry | null = null;
  for (const entry of entries) if (!best || size(entry) > size(best)) best = entry;
  return best;
}

function inWords<T extends object>(work: () => T): T | { failure: string } {
  try {
    return work();
  } catch (error) {
    if (error instanceof NonFiniteError) return { failure: error.message };
    throw error;
  }
}
