// What the values and parameters of a chain are called: x, F1, F2, …, L, or as the author likes.
import type { TraceStep } from '../../engine';
import { derivative, parameterName, type StepNames } from '../formula';

/** Names for a chain's values and parameters; what is not named gets its usual name. */
export interface ChainNames {
  /** The input. @default 'x' */
  input?: string;
  /** The output of each layer, first to last. @default 'F1', 'F2', … */
  values?: readonly string[];
  /** The loss, or the sum of the outputs. @default 'L', or 'S' */
  objective?: string;
  /** The parameters of each layer, first to last, by their names in the layer: `[{ k: 'w1' }]`. */
  parameters?: readonly Readonly<Record<string, string>>[];
}

/** All names of a chain. A node is a value on the way: the input, each layer's output, the objective. */
export interface NamedChain {
  /** From the input up. With an objective of its own, it is the last. */
  nodes: readonly string[];
  /** The names of each layer, for its formulas. */
  layers: readonly StepNames[];
  /** What is differentiated: the last node. */
  objective: string;
}

/** @param objective the usual name of the loss or sum on top of the last layer; null without one */
export function nameChain(
  trace: readonly Pick<TraceStep, 'type' | 'parameters'>[],
  objective: string | null,
  given: ChainNames = {},
): NamedChain {
  const values = trace.map((_, i) => given.values?.[i] ?? `F${i + 1}`);
  const nodes = [given.input ?? 'x', ...values];
  if (objective !== null) nodes.push(given.objective ?? objective);
  const top = nodes.at(-1)!;
  return {
    nodes,
    objective: top,
    layers: trace.map(({ type, parameters }, i) => ({
      place: i + 1,
      input: nodes[i]!,
      output: nodes[i + 1]!,
      objective: top,
      parameters: Object.fromEntries(
        parameters.map(({ name }) => [
          name,
          given.parameters?.[i]?.[name] ?? parameterName(type, name, i + 1),
        ]),
      ),
    })),
  };
}

/** The term of the slope of one node by another. */
export function slopeTerm({ nodes }: NamedChain, top: number, bottom: number): string {
  return derivative(nodes[top]!, nodes[bottom]!);
}
