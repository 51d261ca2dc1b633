// The steps of a chain, in the order in which they are told: forward a layer a step, then backward.
import type { NamedChain } from './names';
import { derivative } from '../formula';
import { slopeTerm } from './names';

/** One step. */
export interface ChainStep {
  kind:
    'start' | 'forward' | 'objective' | 'backwardObjective' | 'backward' | 'parameters' | 'check';
  /** The layer's place, from 0; null for the steps that are about none. */
  layer: number | null;
  /** The terms that the step works out. */
  finds: readonly string[];
  /** The terms that the step puts to work: what it finds, and what it finds it from. */
  works: readonly string[];
}

/** The term of the numerical slopes, all of which the last step measures. */
export const slopes = 'slope';

/** All steps of a chain of layers, with or without an objective of its own on top. */
export function stepsOf(names: NamedChain): ChainStep[] {
  const { nodes, layers, objective } = names;
  const hasObjective = nodes.length > layers.length + 1;
  const top = nodes.length - 1;
  const parametersOf = (layer: number) => Object.values(layers[layer]!.parameters);
  const steps: ChainStep[] = [
    {
      kind: 'start',
      layer: null,
      finds: [],
      works: [nodes[0]!, ...layers.flatMap((_, i) => parametersOf(i))],
    },
  ];
  layers.forEach(({ input, output }, layer) => {
    const finds = [output];
    steps.push({
      kind: 'forward',
      layer,
      finds,
      works: [input, ...parametersOf(layer), output],
    });
  });
  if (hasObjective) {
    const value = nodes[top - 1]!;
    const slope = slopeTerm(names, top, top - 1);
    steps.push(
      { kind: 'objective', layer: null, finds: [objective], works: [value, objective] },
      { kind: 'backwardObjective', layer: null, finds: [slope], works: [slope] },
    );
  }
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const local = slopeTerm(names, layer + 1, layer);
    const gradient = slopeTerm(names, top, layer);
    const finds = local === gradient ? [local] : [local, gradient];
    steps.push({ kind: 'backward', layer, finds, works: finds });
    const own = parametersOf(layer);
    if (own.length === 0) continue;
    const found = own.flatMap((name) => {
      const inside = derivative(nodes[layer + 1]!, name);
      const outside = derivative(objective, name);
      return inside === outside ? [inside] : [inside, outside];
    });
    steps.push({ kind: 'parameters', layer, finds: found, works: found });
  }
  steps.push({
    kind: 'check',
    layer: null,
    finds: [slopes],
    works: [slopes, slopeTerm(names, top, 0)],
  });
  return steps;
}
