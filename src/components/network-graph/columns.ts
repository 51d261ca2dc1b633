// Columns: a model as a reader sees it, neurons one above the other, each column wired to the last.
import { Features, Linear, featureFormula, type Layer, type Sequential } from '../../engine';
import type { Trainer } from '../../trainer';

/** Neurons one above the other. */
export interface Column {
  kind: 'input' | 'hidden' | 'output';
  /** Which hidden layer it is, from 0; -1 for the others. */
  hidden: number;
  /** The layer whose output its neurons show; -1 for the inputs as they are. */
  place: number;
  /** The `Linear` that its links and biases belong to, or -1. */
  linear: number;
  units: number;
  /** What is done after the sums, such as `ReLU`; empty if nothing. */
  label: string;
  /** What each neuron is called, where it is an input: `x²`. */
  names: readonly string[];
}

/** The columns of a model, first to last. */
export function columnsOf(model: Sequential, data: Trainer['data']): Column[] {
  const inputs = data.x.shape[1]!;
  const names = inputs === 2 ? ['x', 'y'] : Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
  const columns: Column[] = [
    { kind: 'input', hidden: -1, place: -1, linear: -1, units: inputs, label: '', names },
  ];
  model.layers.forEach((layer, place) => {
    const last = columns.at(-1)!;
    if (layer instanceof Features) {
      const formulas = layer.names.map(featureFormula);
      columns[0] = { ...columns[0]!, place, units: formulas.length, names: formulas };
    } else if (layer instanceof Linear) {
      const hidden = columns.length - 1;
      const { nOut: units } = layer;
      columns.push({ kind: 'hidden', hidden, place, linear: place, units, label: '', names: [] });
    } else {
      // One number in, one number out for each neuron: the same column, a step further.
      last.place = place;
      last.label = [last.label, nameOf(layer)].filter(Boolean).join(', ');
    }
  });
  const output = columns.at(-1)!;
  if (output.kind === 'hidden') Object.assign(output, { kind: 'output', hidden: -1 });
  return columns;
}

function nameOf(layer: Layer): string {
  return layer.describe();
}

/** How many numbers a model has to learn, and how many products an epoch takes, forward and back. */
export interface Cost {
  parameters: number;
  multiplications: number;
}

/**
 * The cost of columns of these sizes. Each weight is multiplied once forward, once for the gradient
 * of its input and once for its own, for each point.
 */
export function costOf(units: readonly number[], points: number): Cost {
  let weights = 0;
  let biases = 0;
  for (let i = 1; i < units.length; i++) {
    weights += units[i - 1]! * units[i]!;
    biases += units[i]!;
  }
  return { parameters: weights + biases, multiplications: 3 * weights * points };
}
