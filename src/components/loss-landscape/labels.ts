// The words of the loss landscape.
import { formatCount, formatNumber } from '../../a11y';
import type { Snapshot } from '../../trainer';
import type { WeightFacts, WeightGroup } from './weights';
import type { MapPlace } from './window';

/** What the description is about. */
export interface LandscapeFacts {
  run: Snapshot;
  across: WeightFacts;
  up: WeightFacts;
  /** The two weights as they are now. */
  here: MapPlace;
}

/** What the loss landscape says; any of it can be replaced. */
export interface LossLandscapeLabels {
  heading: string;
  /** What the shades mean. */
  note: string;
  /** Said in the note's place when the run has diverged. */
  diverged: (run: Snapshot) => string;
  /** How to read the picture; `arrow` and `editable` as the figure's props. */
  caption: (facts: { arrow: boolean; editable: boolean }) => string;
  /** Added where part of the picture has no finite loss. */
  beyond: string;
  /** What the figure shows, for those who cannot see it. */
  description: (facts: LandscapeFacts) => string;
  /** The choosers' names. */
  across: string;
  up: string;
  /** A number of the model: `0.weight [2, 1]: neuron 3 from neuron 2`. */
  weight: (facts: WeightFacts) => string;
  /** A layer's heading among the choices. */
  layer: (group: WeightGroup) => string;
  /** Stands at the end of a list that was cut short. */
  more: (count: number) => string;
  closer: string;
  closerHint: string;
  further: string;
  furtherHint: string;
  recentre: string;
  recentreHint: string;
  /** The map's controls as a group. */
  controls: string;
  /** What the arrow is. */
  arrow: string;
  /** Where the path begins. */
  start: (epoch: number) => string;
  /** What the probe is called. */
  probe: (editable: boolean) => string;
  /** A loss at a place of the map. */
  reading: (loss: number) => string;
  place: (place: MapPlace) => string;
  spokenReading: (loss: number, place: MapPlace) => string;
  /** What the handle at the weights' own place is called. */
  handle: string;
  /** Said when the weights were set by hand. */
  moved: (loss: number, place: MapPlace) => string;
  /** Said when they could not be. */
  refused: string;
  /** Shown when the model has fewer than two numbers. */
  tooFew: string;
}

const at = ({ a, b }: MapPlace) => `${formatNumber(a, 2)}, ${formatNumber(b, 2)}`;
const finite = (loss: number) => (loss === Infinity ? 'not finite' : formatNumber(loss));

export const defaultLabels: LossLandscapeLabels = {
  heading: 'Loss landscape',
  note: 'loss over all training points',
  diverged: ({ epoch }) => `diverged; this is epoch ${epoch}, the last good one`,
  caption: ({ arrow, editable }) =>
    [
      'The loss if these two weights had other values: the stronger the shade, the larger, with a line at each tick. All other weights are as they are now; the path was walked while they changed.',
      arrow && 'The arrow points straight downhill, against the gradient; its length says nothing.',
      editable && 'Drag the point, or click a place, to set the two weights.',
    ]
      .filter(Boolean)
      .join(' '),
  beyond: 'Hatched: there is no finite loss.',
  description: ({ run, across, up, here }) =>
    `A map of the training loss over two weights of the model. Across: ${describeWeight(across)}. Up: ${describeWeight(up)}. Epoch ${run.epoch}: they are at ${at(here)}, where the loss is ${formatNumber(run.loss)}.`,
  across: 'across',
  up: 'up',
  weight: describeWeight,
  layer: ({ layer, describe }) => `${layer} · ${describe}`,
  more: (count) => `and ${formatCount(count)} more: name one with the prop “weights”`,
  closer: '+',
  closerHint: 'Closer',
  further: '−',
  furtherHint: 'Further away',
  recentre: 'Recentre',
  recentreHint: 'Put the weights as they are now in the middle',
  controls: 'The map',
  arrow: '−gradient',
  start: (epoch) => `epoch ${formatCount(epoch)}`,
  probe: (editable) =>
    `Probe: the loss at a place of the map. Arrow keys move it, plus and minus zoom.${editable ? ' Enter sets the two weights there.' : ''}`,
  reading: finite,
  place: (place) => ` at ${at(place)}`,
  spokenReading: (loss, place) => `${at(place)}: loss ${finite(loss)}`,
  handle: 'The two weights. Arrow keys change them.',
  moved: (loss, place) => `The weights are ${at(place)} now; the loss is ${finite(loss)}.`,
  refused: 'The loss is not finite there; the weights stay as they were.',
  tooFew: 'This picture needs a model with at least two numbers to train.',
};

function sourceOf(from: Exclude<WeightFacts['from'], null>): string {
  if (typeof from === 'object') return `input ${from.input}`;
  return typeof from === 'number' ? `neuron ${from}` : from;
}

function describeWeight({ name, position, neuron, output, from }: WeightFacts): string {
  const number = `${name} [${position.join(', ')}]`;
  if (neuron === null) return number;
  const to = { no: `neuron ${neuron}`, one: `output ${neuron}`, only: 'output' }[output];
  if (from === null) return `${number}: bias of ${to}`;
  return `${number}: ${to} from ${sourceOf(from)}`;
}
