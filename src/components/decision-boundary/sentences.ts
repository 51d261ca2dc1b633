// The words for what the decision boundary can show besides the model's output: overlays, mistakes,
// neurons, the spaces of layers, and the activations behind a point.
import { formatCount, formatNumber, formatTight } from '../../a11y';
import type { Task } from '../../engine';
import type { ViewFacts } from './labels';
import type { Overlay } from './overlays';
import type { LayerName } from './places';
import type { PointVerdict } from './verdict';

/** How many mistakes there are. */
export interface MistakeCounts {
  train: number;
  trainPoints: number;
  /** Null where no test points are shown. */
  test: number | null;
  testPoints: number;
}

/** The points that one is among. */
export interface PointsAround {
  split: 'train' | 'test';
  count: number;
}

/** What one layer makes of a point. */
export interface RowFacts {
  /** The layer; null for the input. */
  layer: LayerName | null;
  values: ArrayLike<number>;
}

/** Words of the decision boundary beyond the plain figure. */
export interface MoreLabels {
  /** What the picture is of: the beginning of the description. */
  picture: (view: ViewFacts) => string;
  /** The group of buttons that choose what the colours say. */
  overlay: string;
  overlays: Record<Overlay, string>;
  /** What the colours mean under an overlay. */
  overlayNote: (overlay: Overlay) => string;
  /** Said in place of the buttons when there are no classes. */
  noOverlay: string;
  /** The button for the rings. */
  mistakes: string;
  mistakeCount: (counts: MistakeCounts) => string;
  /** A class, beside its colour. */
  className: (index: number) => string;
  /** A class, in its region. */
  region: (index: number) => string;
  /** A layer, in a list of them. */
  layer: (layer: LayerName) => string;
  /** The neuron that is shown. */
  neuron: (layer: LayerName, unit: number) => string;
  /** The control that chooses the layer whose space is shown. */
  space: string;
  /** The first of its choices. */
  inputSpace: string;
  /** What the picture in it is called. */
  spaceName: string;
  /** What the picture of a layer's space is. */
  spaceNote: (space: NonNullable<ViewFacts['space']>) => string;
  /** How to read it. */
  spaceCaption: (space: NonNullable<ViewFacts['space']>, task: Task) => string;
  /** Added to it where only a share of the points is drawn. */
  someDrawn: (drawn: number, all: number) => string;
  /** One of the two units that make the axes. */
  unit: (unit: number) => string;
  /** The choosers of the two units. */
  unitAcross: string;
  unitUp: string;
  /** The axis of the data's own values, for a layer of one unit. */
  target: string;
  /** The same for classes. */
  classes: string;
  /** What goes from point to point is called. */
  points: string;
  /** Which other keys it has, where there are classes. */
  pointKeys: string;
  /** A point with its own label, among so many to train on or to test on where that is said. */
  point: (row: number, target: number, task: Task, among?: PointsAround) => string;
  /** The same with its place, on the plane or in a layer's space. */
  pointPlace: (point: string, x: number, y: number | null) => string;
  /** What the model says of a point. */
  verdict: (verdict: PointVerdict) => string;
  /** The panel with the activations. */
  activations: string;
  /** Said in it while no point is chosen. */
  noPoint: string;
  /** A row of the panel. */
  input: string;
  /** A row in words: all its values if there are few. */
  spokenRow: (row: RowFacts) => string;
  /** The button that shows every number. */
  numbers: string;
  openFullscreen: string;
  closeFullscreen: string;
}

const few = 8;

function layerInWords({ kind, number, type }: LayerName): string {
  if (kind === 'features') return 'features';
  return kind === 'output' ? `output (${type})` : `layer ${number} (${type})`;
}

function neuronInWords(layer: LayerName, unit: number): string {
  if (layer.kind === 'features') return `Feature ${unit + 1}`;
  return layer.kind === 'output'
    ? `Output ${unit + 1} (${layer.type})`
    : `Neuron ${unit + 1} of ${layerInWords(layer)}`;
}

const picturesByOverlay: Record<Overlay, string> = {
  probability: 'The plane, coloured by what the model says',
  hard: 'The plane, coloured by the class that the model decides for',
  uncertainty: 'The plane, darker where the model is less sure',
};

export const moreLabels: MoreLabels = {
  picture: ({ overlay, neuron, space }) => {
    if (space)
      return `The data and the grid of the plane as ${layerInWords(space.layer)} bends them`;
    if (neuron) {
      return `The plane, coloured by the output of ${neuronInWords(neuron.layer, neuron.unit)}`;
    }
    return picturesByOverlay[overlay];
  },
  overlay: 'What the colours say',
  overlays: { probability: 'Probability', hard: 'Decision', uncertainty: 'Uncertainty' },
  overlayNote: (overlay) =>
    ({
      probability: 'probability',
      hard: 'the class decided for',
      uncertainty: 'uncertainty: 1 where two classes tie',
    })[overlay],
  noOverlay: 'A value has no classes: no decision, no mistakes to show.',
  mistakes: 'Mistakes',
  mistakeCount: ({ train, trainPoints, test, testPoints }) => {
    const trained = `${formatCount(train)} of ${formatCount(trainPoints)} training points`;
    const tested =
      test === null ? '' : ` and ${formatCount(test)} of ${formatCount(testPoints)} test points`;
    return `Ringed: ${trained}${tested} on the wrong side.`;
  },
  className: (index) => String(index),
  region: (index) => `class ${index}`,
  layer: (layer) => {
    const text = layerInWords(layer);
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  neuron: neuronInWords,
  space: 'Space of',
  inputSpace: 'Input (the plane)',
  spaceName: 'Space of a layer',
  spaceNote: ({ layer }) => `space of ${layerInWords(layer)}`,
  someDrawn: (drawn, all) => `${formatCount(drawn)} of the ${formatCount(all)} points are drawn.`,
  spaceCaption: ({ units, of }, task) => {
    const lines = 'The lines are the grid of the input plane, as the layers bend it.';
    if (of === 1) {
      return task === 'regression'
        ? 'One unit: its value across, the value to predict upwards.'
        : 'One unit: its value across, a row for each class.';
    }
    return of === 2
      ? `${lines} The colours are what the rest of the model makes of this space.`
      : `${lines} Units ${units.map((unit) => unit + 1).join(' and ')} of ${of}: the rest of the model sees all ${of}, so that the space has no colours.`;
  },
  unit: (unit) => `unit ${unit + 1}`,
  unitAcross: 'Across',
  unitUp: 'Up',
  target: 'to predict',
  classes: 'class',
  points: 'Points of the data. Arrow keys go from one to the next.',
  pointKeys: 'Among the points, M goes to the next mistake.',
  point: (row, target, task, among) =>
    `${among?.split === 'test' ? 'test point' : 'point'} ${formatCount(row + 1)}${among ? ` of ${formatCount(among.count)}` : ''}: ${task === 'regression' ? `value ${formatNumber(target, 2)}` : `class ${target}`}`,
  pointPlace: (point, x, y) =>
    y === null
      ? `${point}, at ${formatNumber(x, 2)}`
      : `${point}, at ${formatNumber(x, 2)}, ${formatNumber(y, 2)}`,
  verdict: ({ task, value, predicted, isWrong }) => {
    if (task === 'regression') return `predicted ${formatNumber(value, 2)}`;
    const said = task === 'binary' ? formatNumber(value, 2) : `class ${predicted}`;
    return `predicted ${said}, ${isWrong ? 'wrong' : 'right'}`;
  },
  activations: 'What each layer makes of the point',
  noPoint: 'Point at the plane to look inside.',
  input: 'Input',
  spokenRow: ({ layer, values }) => {
    const name = layer ? layerInWords(layer) : 'input';
    const numbers = Array.from(values);
    if (numbers.length <= few) return `${name}: ${numbers.map(formatTight).join(', ')}`;
    const ends = [Math.min(...numbers), Math.max(...numbers)].map(formatTight).join(' to ');
    return `${name}: ${numbers.length} values, ${ends}`;
  },
  numbers: 'All numbers',
  openFullscreen: 'Full screen',
  closeFullscreen: 'Leave full screen',
};
