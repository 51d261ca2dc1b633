// The lean vendor's plugin, for rollup: visx and d3 also write dates, blend colours, break lines and label
// axes, which no figure asks of them, and what they bring for that is more than the rest of them.
// In its place stands the part that is used; anything else throws. What comes out is the same:
// `test/package/pictures.test.tsx` compares the pictures.
import { fileURLToPath } from 'node:url';

/** Who asks, for what, and what it gets instead. */
const standIns = [
  { asks: /[\\/]d3-scale[\\/]src[\\/]continuous/, for: 'd3-interpolate', gets: 'numbers.mjs' },
  { asks: /[\\/]d3-scale[\\/]/, for: 'd3-format', gets: 'formats.mjs' },
  {
    asks: /[\\/]@visx[\\/]scale[\\/]/,
    for: '../operators/scaleOperator.js',
    gets: 'domain-and-range.mjs',
  },
  { asks: /[\\/]@visx[\\/]/, for: 'classnames', gets: 'class-names.mjs' },
  { asks: /[\\/]@visx[\\/]axis[\\/]/, for: '@visx/text', gets: 'text.mjs' },
  { asks: /[\\/]@visx[\\/]axis[\\/]/, for: '@visx/shape', gets: 'no-line.mjs' },
  {
    asks: /[\\/]@visx[\\/]axis[\\/]/,
    for: '../utils/getLabelTransform.js',
    gets: 'no-label.mjs',
  },
];

/** @returns a plugin, to be put before the one that finds packages */
export function leanVendor() {
  return {
    name: 'lean-vendor',
    resolveId(/** @type {string} */ id, /** @type {string | undefined} */ importer = '') {
      const found = standIns.find((one) => one.for === id && one.asks.test(importer));
      return found ? fileURLToPath(new URL(`lean/${found.gets}`, import.meta.url)) : null;
    },
  };
}
