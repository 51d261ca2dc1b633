// The words of the activation plot.
import { formatCount, formatNumber, formatShort } from '../../a11y';
import type { CurvePoint, Jump } from './curves';

/** The function at the place that the reader looks at. */
export interface ActivationReading extends CurvePoint {
  x: number;
  /** Whether the slope grows (1) or falls (−1) to the right. */
  bend: 1 | -1;
  /** The kink or jump that lies just here, or null. */
  jump: Jump | null;
}

/** How a layer's inputs lie on its activation. */
export interface InputSpread {
  /** How many numbers come in: points times units. */
  inputs: number;
  /** How many of them lie where the slope is nearly 0. */
  flat: number;
  /** How many lie outside the picture. */
  outside: number;
  /** How many units are flat for every point; 0 of `units` where it is about one unit. */
  dead: number;
  units: number;
}

/** What the activation plot says; any of it can be replaced. */
export interface ActivationPlotLabels {
  /** The formula, beside the heading. */
  formula: (formula: string) => string;
  /** The group of activations to choose from. */
  choose: string;
  /** At the end of the function's curve. */
  value: string;
  /** At the end of the slope's curve. */
  slope: string;
  /** What the arrow keys and the handle move. */
  input: string;
  /** Before the field for the input. */
  inputField: string;
  /** When a number is typed that is not one. */
  notANumber: (text: string) => string;
  /** When a number is typed that is not in the picture. */
  outsideDomain: (from: number, to: number) => string;
  /** The reading, spoken. */
  read: (reading: ActivationReading) => string;
  /** What the slope does to a gradient, as a sentence. */
  chainRule: (reading: ActivationReading) => string;
  /** Beside the strip. */
  strip: string;
  /** How the layer's inputs lie. */
  spread: (spread: InputSpread, unit: number | null) => string;
  /** In place of the plot, when there is no activation at that place of the model. */
  noActivation: (place: number, found: string | null, activations: readonly number[]) => string;
  /** How to read the plot, or null. */
  caption: (hasTriangle: boolean, hasStrip: boolean) => string | null;
  /** What the figure shows, for those who cannot see it. */
  description: (name: string, formula: string, reading: ActivationReading) => string;
}

/** A slope below this size lets almost nothing of a gradient through. */
export const nearlyFlat = 0.05;

function effect({ slope, jump }: ActivationReading): string {
  if (jump && jump.before.slope !== jump.after.slope) {
    const [before, after] = [jump.before.slope, jump.after.slope].map((one) => formatShort(one, 3));
    return ` This is a kink: the slope jumps from ${before} to ${after}, and here the engine takes ${formatShort(slope, 3)}.`;
  }
  const size = Math.abs(slope);
  const turned = slope < 0 ? ' The sign turns round.' : '';
  if (slope === 0) return ' Flat: nothing comes back.';
  if (size < nearlyFlat) return ` Nearly flat: almost nothing comes back.${turned}`;
  if (slope === 1) return ' It comes back as it was.';
  if (size > 1) return ` Steep: more comes back than went in.${turned}`;
  return turned;
}

const share = (part: number, whole: number) =>
  whole === 0 ? '0%' : `${Math.round((100 * part) / whole)}%`;

export const defaultLabels: ActivationPlotLabels = {
  formula: (formula) => formula,
  choose: 'Activation',
  value: 'f(x)',
  slope: 'f′(x)',
  input: 'Input x',
  inputField: 'x',
  notANumber: (text) => `“${text.trim()}” is not a number.`,
  outsideDomain: (from, to) => `The picture goes from ${formatShort(from)} to ${formatShort(to)}.`,
  read: ({ x, value, slope }) =>
    `x ${formatShort(x)}: f(x) ${formatNumber(value)}, slope ${formatNumber(slope)}`,
  chainRule: (reading) =>
    `Here the layer multiplies the gradient that comes back by ${formatShort(reading.slope, 3)}.${effect(reading)}`,
  strip: 'inputs now',
  spread: ({ inputs, flat, outside, dead, units }, unit) => {
    const whose = unit === null ? 'of this layer’s' : `of unit ${unit}’s`;
    const words = `${share(flat, inputs)} ${whose} ${formatCount(inputs)} inputs lie where the slope is nearly 0.`;
    const silent =
      dead === 0
        ? ''
        : units === 1
          ? ' It is dead: no point gets a gradient through it.'
          : ` ${dead} of ${units} units ${dead === 1 ? 'is' : 'are'} dead: no point gets a gradient through.`;
    return words + silent + (outside ? ` ${share(outside, inputs)} lie outside the picture.` : '');
  },
  noActivation: (place, found, activations) =>
    `There is no activation at place ${place} of the model` +
    (found === null ? '' : `, but ${found}`) +
    (activations.length ? `; there is one at ${activations.join(', ')}.` : '; it has none.'),
  caption: (hasTriangle, hasStrip) =>
    (hasTriangle
      ? 'The triangle at the tangent is one unit wide: it is as tall as the bar below, f′(x). '
      : '') +
    'Drag x, or use the arrow keys.' +
    (hasStrip
      ? ' Bars: what comes into the layer from the training data; hollow where it is flat.'
      : ''),
  description: (name, formula, reading) =>
    `${name}, ${formula}, and its slope f′(x). ` +
    `At x ${formatShort(reading.x)}: f(x) ${formatNumber(reading.value)}, slope ${formatNumber(reading.slope)}.`,
};
