// The chain rule as products: a row for the input and one for each parameter, folded as the reader likes.
import { foldFactors, type ChainFactor } from '../../engine';
import { derivative } from '../formula';
import type { NamedChain } from './names';

/** A factor as it is drawn, which may be several neighbours folded into one. */
export interface ProductPart {
  top: string;
  bottom: string;
  /** The nodes that it goes from and to, from the input up; a parameter's part has no lower node. */
  upper: number;
  lower: number;
  /** Its slopes; null where they are not a table, as those of an output by a weight matrix. */
  value: ChainFactor | null;
}

/** One product: the derivative of the objective by `by`. */
export interface ProductRow {
  /** `x`, or a parameter's name. */
  by: string;
  /** The node that the row begins at, or the layer's output that the parameter belongs to. */
  node: number;
  /** Whether it is a parameter's. */
  isParameter: boolean;
  /** From the objective down. */
  parts: readonly ProductPart[];
}

/** The nodes at which the product is cut into factors: all inner ones, when nothing is folded. */
export type Cuts = ReadonlySet<number>;

/** @param nodes how many nodes the chain has */
export function allCuts(nodes: number): Cuts {
  return new Set(Array.from({ length: Math.max(0, nodes - 2) }, (_, i) => i + 1));
}

/** The cuts with all nodes inside a part, which is then unfolded. */
export function unfold(cuts: Cuts, part: Pick<ProductPart, 'upper' | 'lower'>): Cuts {
  const inside = Array.from({ length: part.upper - part.lower - 1 }, (_, i) => part.lower + 1 + i);
  return new Set([...cuts, ...inside]);
}

/**
 * The parts of the product from the top node down to `lower`.
 *
 * @param factors the slope of each node by the one below, from the input up
 */
export function partsDownTo(
  lower: number,
  { nodes }: NamedChain,
  factors: readonly ChainFactor[] | null,
  cuts: Cuts,
): ProductPart[] {
  const top = nodes.length - 1;
  if (lower === top) return [];
  const ends = [lower, ...[...cuts].filter((cut) => cut > lower && cut < top), top];
  ends.sort((a, b) => a - b);
  const parts = ends.slice(1).map((upper, i): ProductPart => {
    const from = ends[i]!;
    return {
      top: nodes[upper]!,
      bottom: nodes[from]!,
      upper,
      lower: from,
      value: factors && foldFactors(factors.slice(from, upper)),
    };
  });
  return parts.reverse();
}

/**
 * All rows: the input's, then the parameters', from the last layer down as back-propagation finds
 * them.
 *
 * @param slopeBy the slopes of a layer's output by one of its parameters, if they are a table
 */
export function productRows(
  names: NamedChain,
  factors: readonly ChainFactor[] | null,
  cuts: Cuts,
  slopeBy: (layer: number, parameter: string) => ChainFactor | null,
): ProductRow[] {
  const { nodes, layers } = names;
  const rows: ProductRow[] = [
    {
      by: nodes[0]!,
      node: 0,
      isParameter: false,
      parts: partsDownTo(0, names, factors, cuts),
    },
  ];
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    for (const [parameter, by] of Object.entries(layers[layer]!.parameters)) {
      const own: ProductPart = {
        top: nodes[layer + 1]!,
        bottom: by,
        upper: layer + 1,
        lower: layer,
        value: slopeBy(layer, parameter),
      };
      rows.push({
        by,
        node: layer + 1,
        isParameter: true,
        parts: [...partsDownTo(layer + 1, names, factors, cuts), own],
      });
    }
  }
  return rows;
}

/** The terms of the local slopes that a part is made of. */
export function localTerms(part: ProductPart, { nodes }: NamedChain): string[] {
  if (part.upper - part.lower === 1) return [derivative(part.top, part.bottom)];
  return Array.from({ length: part.upper - part.lower }, (_, i) =>
    derivative(nodes[part.lower + i + 1]!, nodes[part.lower + i]!),
  );
}
