// A chain: a model at one input, with the objective on top, and every number that the figure shows.
import {
  type Layer,
  NonFiniteError,
  Sequential,
  Tensor,
  chainFactors,
  factorTensor,
  sampleOf,
  trace,
  type ChainFactor,
  type Loss,
  type Trace,
  type TraceStep,
} from '../../engine';
import { derivative } from '../formula';
import { nameChain, slopeTerm, type ChainNames, type NamedChain } from './names';

/** A loss of a definite value, as a chain needs it. */
export type ChainLoss = Loss<'mean' | 'sum'>;

/** What is differentiated, where it is not the model's only output itself. */
export type Objective =
  | { kind: 'loss'; loss: ChainLoss; target: Tensor; value: number }
  /** The sum of all outputs, whose slope by each of them is 1. */
  | { kind: 'sum'; value: number };

/** What a chain is made of. */
export interface ChainSource {
  model: Layer;
  /** The batch, shape (B, I). */
  x: Tensor;
  loss: ChainLoss | null;
  /** What the loss compares with; null without a loss. */
  target: Tensor | null;
  names: ChainNames | undefined;
}

/** A layer as it is named even if its numbers cannot be worked out. */
export type ChainLayer = Pick<TraceStep, 'layer' | 'type' | 'description' | 'path'>;

/** A model at one input. */
export interface Chain {
  source: ChainSource;
  layers: readonly ChainLayer[];
  names: NamedChain;
  /** The layers' steps; null if a number on the way is too large. */
  steps: Trace | null;
  /** The input, and each layer's output as far as it could be worked out. */
  values: readonly Tensor[];
  objective: Objective | null;
  /** Which number became too large, in words. */
  failure: string | null;
}

/** Follows a batch through a model. A number that grows beyond the computer's is no error. */
export function chainOf(source: ChainSource): Chain {
  const { model, x, loss, target } = source;
  const layers = leavesOf(model, '');
  const values = [x];
  try {
    for (const { layer } of layers) values.push(layer.predict(values.at(-1)!).clone());
    const objective = objectiveOf(values.at(-1)!, loss, target);
    const dOut = objective?.kind === 'loss' ? loss!.gradient(values.at(-1)!, target!) : undefined;
    const steps = trace(model, x, dOut);
    return { ...named(source, layers, objective), steps, values, failure: null };
  } catch (error) {
    if (!(error instanceof NonFiniteError)) throw error;
    const kept = values.filter(({ data }) => data.every(Number.isFinite));
    // The names are those of the whole chain, though its end is out of reach.
    const objective = loss && target ? ({ kind: 'loss', loss, target, value: NaN } as const) : null;
    const rest = named(source, layers, objective);
    return { ...rest, steps: null, values: kept, failure: error.message };
  }
}

function named(source: ChainSource, layers: readonly ChainLayer[], objective: Objective | null) {
  const parts = layers.map(({ type, layer }) => ({
    type,
    parameters: layer.parameters() as never,
  }));
  const symbol = objective && { loss: 'L', sum: 'S' }[objective.kind];
  return { source, layers, objective, names: nameChain(parts, symbol, source.names) };
}

function objectiveOf(
  output: Tensor,
  loss: ChainLoss | null,
  target: Tensor | null,
): Objective | null {
  if (loss && target) return { kind: 'loss', loss, target, value: loss.evaluate(output, target) };
  if (output.size === 1) return null;
  return { kind: 'sum', value: output.data.reduce((sum, value) => sum + value, 0) };
}

// As `trace` follows them: the layers of a Sequential one by one.
function leavesOf(layer: Layer, path: string): ChainLayer[] {
  if (!(layer instanceof Sequential)) {
    return [{ layer, type: layer.type, description: layer.describe(), path }];
  }
  return layer.layers.flatMap((inner, i) =>
    leavesOf(inner, path === '' ? String(i) : `${path}.${i}`),
  );
}

/** The slopes of each node by the one below for a sample of the batch, from the input up. */
export function factorsFor(chain: Chain, sample: number): ChainFactor[] | null {
  const { steps } = chain;
  if (!steps) return null;
  const top = topFactor(chain, sample);
  return [...chainFactors(steps, sample), ...(top ? [top] : [])];
}

/** The slopes of the objective by the model's output, where it is not that output itself. */
export function topFactor({ steps, objective, values }: Chain, sample: number): ChainFactor | null {
  if (!steps || !objective) return null;
  // Without a layer the input is the output.
  const whole = steps.at(-1)?.gradOut ?? values[0]!;
  const { data } = sampleOf(whole, sample);
  return { rows: 1, columns: data.length, diagonal: false, values: data };
}

/**
 * The slopes of a layer's output by one of its parameters for a sample, (O, P): as a table where the
 * layer has one output, else null, since they would be a table for each number of the parameter.
 */
export function slopeByParameter(
  { steps }: Chain,
  place: number,
  parameter: string,
  sample: number,
): ChainFactor | null {
  const step = steps?.[place];
  if (!step || step.output.size !== step.output.shape[0]) return null;
  const [alone] = trace(step.layer, sampleOf(step.input, sample));
  const found = alone!.parameters.find(({ name }) => name === parameter)!.added;
  return { rows: 1, columns: found.size, diagonal: false, values: found.data };
}

/** Every number of a chain by its term, for one sample of the batch. */
export type TermValues = ReadonlyMap<string, Tensor>;

/**
 * All terms that have a number: values, parameters, local slopes, gradients. Those of a value are of
 * the sample, those of a parameter's gradient of the whole batch.
 */
export function termValues(chain: Chain, sample: number): TermValues {
  const { names, values, steps, objective, layers } = chain;
  const { nodes } = names;
  const terms = new Map<string, Tensor>();
  values.forEach((value, node) => terms.set(nodes[node]!, sampleOf(value, sample)));
  layers.forEach(({ layer }, place) => {
    for (const { name, value } of layer.parameters()) {
      terms.set(names.layers[place]!.parameters[name]!, value);
    }
  });
  if (objective && steps) terms.set(names.objective, Tensor.from([[objective.value]]));
  const factors = factorsFor(chain, sample);
  if (!factors || !steps) return terms;
  const top = nodes.length - 1;
  factors.forEach((factor, i) => terms.set(slopeTerm(names, i + 1, i), factorTensor(factor)));
  steps.forEach((step, place) => {
    const gradient = slopeTerm(names, top, place);
    if (!terms.has(gradient)) terms.set(gradient, sampleOf(step.gradIn, sample));
    for (const { name, added } of step.parameters) {
      const by = names.layers[place]!.parameters[name]!;
      terms.set(derivative(names.objective, by), added);
      const inside = derivative(nodes[place + 1]!, by);
      if (terms.has(inside)) continue;
      const slope = slopeByParameter(chain, place, name, sample);
      if (slope) terms.set(inside, factorTensor(slope));
    }
  });
  return terms;
}
