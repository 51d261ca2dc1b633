// The one colour scale, from negative over zero to positive.
import { themeColor, type ThemeColor } from './fallback';

/** Red, green and blue, each from 0 to 255. */
export type RGB = readonly [number, number, number];

/**
 * The colour of a value from -1 to 1, in CSS; follows the theme by itself.
 *
 * @param alone whether it is to be seen also where there is no style sheet, as in a feed
 */
export function divergingColor(value: number, alone = false): string {
  const share = Math.round(Math.min(1, Math.abs(value)) * 100);
  const end = value < 0 ? 'negative' : 'positive';
  const color = (name: ThemeColor) => (alone ? themeColor(name) : `var(--pk-${name})`);
  return `color-mix(in srgb, ${color(end)} ${share}%, ${color('zero')})`;
}

/**
 * The colour of text that can be read on `divergingColor(value)`: black or white, whichever stands
 * out more. The contrast is at least 4.5, whatever the colours are.
 */
export function inkOn(value: number): string {
  // A lightness of 49.4 is where black and white stand out equally.
  return `lab(from ${divergingColor(value)} calc((49.4 - l) * 1000) 0 0)`;
}

/**
 * A table of colours from `low` over `middle` to `high`, packed as canvas pixels, so that painting
 * a pixel is one look-up.
 *
 * @param size how many colours
 */
export function colorTable(low: RGB, middle: RGB, high: RGB, size = 256): Uint32Array {
  const table = new Uint32Array(size);
  const bytes = new Uint8ClampedArray(table.buffer);
  for (let i = 0; i < size; i++) {
    const t = (2 * i) / (size - 1) - 1;
    const end = t < 0 ? low : high;
    for (let c = 0; c < 3; c++)
      bytes[4 * i + c] = middle[c]! + (end[c]! - middle[c]!) * Math.abs(t);
    bytes[4 * i + 3] = 255;
  }
  return table;
}
