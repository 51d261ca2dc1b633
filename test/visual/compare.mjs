// Compares two pictures pixel by pixel.
import pixelmatch from 'pixelmatch';

/**
 * @typedef {object} Picture
 * @property {number} width in pixels
 * @property {number} height
 * @property {Uint8Array} data red, green, blue and alpha of each pixel, row by row
 */

/**
 * What may differ. One Chromium gives the same bits on one machine; on another a processor with other
 * vector instructions may round a colour to its neighbour, which is below the threshold (a distance in
 * OKLab, where black and white are 1 apart): a card that is no longer set off from the page is above
 * it. Sixteen pixels are less than one digit of the smallest text changes, so that no number, mark or
 * line can slip through, however large the picture.
 */
export const tolerance = { threshold: 0.03, pixels: 16 };

/** Colours are kept with 24 values a channel: at most 6 of 255 off, and a third smaller as files. */
const levels = Uint8Array.from({ length: 256 }, (_, value) =>
  Math.round(Math.round((value * 23) / 255) * (255 / 23)),
);

/**
 * A picture as the baselines keep it: opaque, with few values a channel.
 * @param {Picture} picture
 * @returns {Picture}
 */
export function rounded({ width, height, data }) {
  const colours = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) colours[i] = i % 4 === 3 ? 255 : levels[data[i]];
  return { width, height, data: colours };
}

/**
 * @typedef {object} Comparison
 * @property {boolean} same whether the two are equal within the tolerance
 * @property {number} pixels how many differ by more than the threshold; of two sizes, what one of
 *   them has more counts too
 * @property {number} share the same as a share of the larger picture, 0 to 1
 * @property {Picture | null} difference what differs in red, or null where nothing does
 */

/**
 * Compares two pictures as the baselines keep them.
 * @param {Picture} expected
 * @param {Picture} actual
 * @returns {Comparison}
 */
export function compare(expected, actual) {
  const width = Math.max(expected.width, actual.width);
  const height = Math.max(expected.height, actual.height);
  const sameSize = expected.width === actual.width && expected.height === actual.height;
  if (sameSize && Buffer.compare(expected.data, actual.data) === 0)
    return { same: true, pixels: 0, share: 0, difference: null };
  const difference = { width, height, data: new Uint8Array(width * height * 4) };
  const pixels = pixelmatch(
    enlarged(expected, width, height),
    enlarged(actual, width, height),
    difference.data,
    width,
    height,
    // What is antialiased counts as well: thin lines and text are nothing else.
    { threshold: tolerance.threshold, includeAA: true, checkerboard: false },
  );
  return {
    same: sameSize && pixels <= tolerance.pixels,
    pixels,
    share: pixels / (width * height),
    difference: pixels > 0 || !sameSize ? difference : null,
  };
}

/**
 * On a ground in a colour that no page has, so that a missing row is a difference.
 * @param {Picture} picture
 * @param {number} width
 * @param {number} height
 */
function enlarged(picture, width, height) {
  if (picture.width === width && picture.height === height) return picture.data;
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < data.length; i += 4) data.set([255, 0, 255, 255], i);
  for (let row = 0; row < picture.height; row++) {
    const from = row * picture.width * 4;
    data.set(picture.data.subarray(from, from + picture.width * 4), row * width * 4);
  }
  return data;
}
