// The tables of colours that a pixel is looked up in, as the style sheet has them now.
import { colorTable, readColors, type RGB } from '../../theme';

/** How strong the strongest colour is; softer than the points, so that they stand out. */
export const strength = 0.65;

/** How dark the darkest place of the uncertainty is; the line along it must still be seen. */
export const darkness = 0.55;

/** Colours packed as canvas pixels. */
export interface Shades {
  /** From negative over zero to positive, 256 of them. */
  diverging: Uint32Array;
  /** For each class, from zero to its colour, 128 of them. */
  classes: Uint32Array[];
  /** From sure to unsure, 128 of them. */
  uncertainty: Uint32Array;
}

const shaded = [
  ...['--pk-plane-zero', '--pk-plane-negative', '--pk-plane-positive', '--pk-ink'],
  ...Array.from({ length: 8 }, (_, k) => `--pk-plane-class-${k}`),
];

/** Reads them at an element. */
export function readShades(element: HTMLElement): Shades {
  const [zero, negative, positive, ink, ...classes] = readColors(element, shaded) as [
    ...[RGB, RGB, RGB, RGB],
    ...RGB[],
  ];
  const soft = (color: RGB, share: number) =>
    color.map((c, i) => zero[i]! + (c - zero[i]!) * share) as unknown as RGB;
  const upTo = (color: RGB) => colorTable(zero, zero, color).subarray(128);
  return {
    diverging: colorTable(soft(negative, strength), zero, soft(positive, strength)),
    classes: classes.map((color) => upTo(soft(color, strength))),
    uncertainty: upTo(soft(ink, darkness)),
  };
}
