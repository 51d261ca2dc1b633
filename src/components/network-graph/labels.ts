// The words of the network graph.
import { formatCount, formatNumber, formatShort } from '../../a11y';
import type { ActivationName, FeatureName } from '../../engine';
import type { Column, Cost } from './columns';
import type { Shown } from './paint';

/** What the network graph says; any of it can be replaced. */
export interface NetworkGraphLabels {
  heading: string;
  caption: string;
  /** What the lines show; `largest` is the largest gradient. */
  note: (shown: Shown, largest: number) => string;
  /** The switch between weights and gradients. */
  show: string;
  weights: string;
  gradients: string;
  undo: string;
  /** What a column is called. */
  column: (column: Column) => string;
  /** What a neuron is called. */
  neuron: (column: Column, unit: number) => string;
  /** A neuron with its numbers, for those who cannot see them. */
  spokenNeuron: (
    name: string,
    bias: number | null,
    strongest: { name: string; weight: number } | null,
  ) => string;
  /** A number's name: a weight from a neuron, or the bias. */
  weightFrom: (name: string) => string;
  bias: string;
  /** What the fields of the editor are called. */
  number: string;
  value: string;
  slider: string;
  /** Puts a number back to what it was when the editor was opened. */
  putBack: (value: number) => string;
  close: string;
  /** Why something that was typed is no value. */
  notANumber: (text: string) => string;
  pin: string;
  unpin: string;
  addNeuron: string;
  removeNeuron: string;
  removeThisNeuron: string;
  addLayer: string;
  removeLayer: string;
  /** What the button that adds a layer shows. */
  layerPlus: string;
  activation: string;
  none: string;
  features: string;
  /** The cost of the model as it is. */
  cost: (cost: Cost) => string;
  /** What a change would cost. */
  change: (before: Cost, after: Cost) => string;
  more: (count: number) => string;
  fewer: string;
  /** Why the shape of this model cannot be changed. */
  fixed: string;
  /** What the graph shows, in words. */
  description: (columns: readonly Column[], cost: Cost) => string;
  activationName: (name: ActivationName) => string;
  featureName: (name: FeatureName) => string;
}

export const defaultLabels: NetworkGraphLabels = {
  heading: 'Network',
  caption:
    'Each square is what a neuron makes of the plane. A wide line is a strong weight, solid above zero and dashed below. The disc at a neuron is its bias.',
  note: (shown, largest) =>
    shown === 'weights'
      ? 'lines: weights'
      : `lines: gradients, largest ${formatNumber(largest, 4)}`,
  show: 'Lines show',
  weights: 'Weights',
  gradients: 'Gradients',
  undo: 'Undo',
  column: ({ kind, hidden }) =>
    kind === 'input' ? 'Inputs' : kind === 'output' ? 'Output' : `Hidden layer ${hidden + 1}`,
  neuron: ({ kind, hidden, names, units }, unit) => {
    if (kind === 'input') return `Input ${names[unit] ?? unit + 1}`;
    if (kind === 'output') return units === 1 ? 'Output' : `Output for class ${unit}`;
    return `Neuron ${unit + 1} of hidden layer ${hidden + 1}`;
  },
  spokenNeuron: (name, bias, strongest) =>
    bias === null
      ? name
      : `${name}, bias ${formatNumber(bias)}` +
        (strongest
          ? `, strongest weight ${formatNumber(strongest.weight)} from ${strongest.name}`
          : ''),
  weightFrom: (name) => `Weight from ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  bias: 'Bias',
  number: 'Number',
  value: 'Value',
  slider: 'Drag the value',
  putBack: (value) => `Back to ${formatNumber(value)}`,
  close: 'Close',
  notANumber: (text) => `“${text}” is not a number; try one such as −0.5.`,
  pin: 'Keep in the big picture',
  unpin: 'Let go',
  addNeuron: 'Add a neuron',
  removeNeuron: 'Remove the last neuron',
  removeThisNeuron: 'Remove this neuron',
  addLayer: 'Add a layer after this',
  removeLayer: 'Remove this layer',
  layerPlus: '+ layer',
  activation: 'Activation',
  none: 'none',
  features: 'Features',
  cost: ({ parameters, multiplications }) =>
    `${formatCount(parameters)} parameters, about ${formatCount(multiplications)} multiplications an epoch`,
  change: (before, after) => {
    const more = after.parameters - before.parameters;
    return (
      `${more < 0 ? 'Removes' : 'Adds'} ${formatCount(Math.abs(more))} parameters (then ${formatCount(after.parameters)}); ` +
      `an epoch then takes about ${formatShort(after.multiplications / before.multiplications, 2)} times as many multiplications`
    );
  },
  more: (count) => `${formatCount(count)} more`,
  fewer: 'Fewer',
  fixed: 'The shape of this model is fixed: it has layers that can only be changed in code.',
  description: (columns, { parameters }) =>
    `A network of ${columns.map(({ units, label, kind }) => `${units} ${kind === 'input' ? 'inputs' : kind === 'output' ? (units === 1 ? 'output' : 'outputs') : 'neurons'}${label ? ` (${label})` : ''}`).join(', ')}: ${formatCount(parameters)} parameters. Arrow keys move between neurons, Enter shows a neuron’s numbers.`,
  activationName: (name) => name,
  featureName: (name) =>
    ({ x: 'x', y: 'y', x2: 'x²', y2: 'y²', xy: 'xy', sinX: 'sin x', sinY: 'sin y' })[name],
};
