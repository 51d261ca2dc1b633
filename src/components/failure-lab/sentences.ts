// The sentences about a finding: what happens, where, and why it is a problem.
import { formatCount, formatNumber, formatTight } from '../../a11y';
import type { Finding, Snapshot } from '../../trainer';
import type { LayerName } from './places';

/** What happens, for somebody who has not met it before. */
export function whatHappens(
  finding: Finding,
  layer: LayerName | null,
  { epoch, divergence }: Snapshot,
): string {
  const { sign, units, of, groups, measure, since } = finding;
  const where = layer ? layerInWords(layer) : 'the model';
  const neurons = neuronList(units, of);
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
      return `The numbers grew beyond what a computer can hold, first in ${divergence?.layer === 'loss' ? 'the loss' : where}. You see epoch ${formatCount(epoch)}, the last good one.`;
    case 'lossRose':
      return `The loss is ${times(measure)} as high as if the model only guessed.`;
    case 'lossClimbs':
      return 'The loss has risen by half or more in each of the last three epochs.';
    case 'dead':
      return `${neurons} of ${where} ${one ? 'gives' : 'give'} 0 for every training point.`;
    case 'nearlyDead':
      return `${neurons} of ${where} ${one ? 'is' : 'are'} above 0 for ${one ? '' : 'at most '}${percent(measure, 1)} of the training points only.`;
    case 'flat':
      return `${neurons} of ${where} ${one ? 'is' : 'are'} at the ends of the curve for ${one ? '' : 'at least '}${percent(measure)} of the points.`;
    case 'sureAndWrong':
      return `The output is sure of the wrong class for ${percent(measure)} of the points.`;
    case 'twins':
      return `${groupList(groups, of)} of ${where} have the same weights, in and out.`;
    case 'sameForNow':
      return `${groupList(groups, of)} of ${where} have the same weights in, but not out.`;
    case 'testLossRose':
      return `The test loss was lowest at epoch ${formatCount(since ?? 0)}. It is ${times(measure)} as high now, while the training loss still falls.`;
  }
}

/** Why it is a problem. */
export function whyItMatters(finding: Finding, layer: LayerName | null): string {
  const { sign, units, of } = finding;
  const one = units.length === 1;
  switch (sign) {
    case 'diverged':
    case 'lossRose':
    case 'lossClimbs': {
      const grown = layer
        ? ` Of all layers, ${layerInWords(layer)} enlarges most what comes in.`
        : '';
      const overshoot =
        'Each step overshoots, lands higher than before, and makes the next step larger still.';
      return sign === 'diverged' ? overshoot : overshoot + grown;
    }
    case 'dead': {
      const cut =
        units.length === of ? ' Nothing gets through the layer, so all before it stand still.' : '';
      return one
        ? 'Its gradient is 0 too, so it cannot learn its way back.'
        : `Their gradient is 0 too, so they cannot learn their way back.${cut}`;
    }
    case 'nearlyDead':
      return `Hardly anything is left that could teach ${one ? 'it' : 'them'}: a few more steps may be the end.`;
    case 'flat':
      return `There the slope is nearly 0, and with it the gradient: the weights of ${one ? 'this neuron' : 'these neurons'} hardly change.`;
    case 'sureAndWrong':
      return 'So far out on the curve the slope is nearly 0, and the way back takes very many steps.';
    case 'twins':
      return 'They compute the same, get the same gradient, and stay the same: together they can do no more than one neuron.';
    case 'sameForNow':
      return 'They compute the same, but get different gradients: the next steps will part them.';
    case 'testLossRose':
      return 'The model learns its training points by heart, noise included, and gets worse at points that it has not seen.';
  }
}

/** What a layer is called within a sentence. */
export function layerInWords(name: LayerName): string {
  if (name.kind === 'output') return 'the output layer';
  if (name.kind === 'place') return `the layer at place ${name.place}, ${name.type}`;
  const activation = name.activation ? ` (${name.activation})` : '';
  return `hidden layer ${name.number}${activation}`;
}

function percent(share: number, digits = 0): string {
  return `${formatNumber(100 * share, digits)}%`;
}

function times(factor: number): string {
  return `${formatTight(factor)} times`;
}

/** A name within a sentence: `dead ReLUs`. */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A list in words: `2, 5 and 7`. */
export function listed(parts: readonly (string | number)[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

// More numbers than this are no longer read.
const mostListed = 8;

function neuronList(units: readonly number[], of: number): string {
  if (of === 1) return 'The only neuron';
  if (units.length === of) return `All ${of} neurons`;
  if (units.length === 1) return `Neuron ${units[0]! + 1}`;
  if (units.length > mostListed) return `${units.length} of the ${of} neurons`;
  return `Neurons ${listed(units.map((unit) => unit + 1))}`;
}

function groupList(groups: readonly (readonly number[])[], of: number): string {
  if (groups.length === 1) return neuronList(groups[0]!, of);
  return listed(groups.map((group) => inSentence(neuronList(group, of)))).replace(/^n/, 'N');
}
