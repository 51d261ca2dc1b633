// For visx's scales: round ends for numbers. The original knows the calendar as well.
export default function applyNice(/** @type {object} */ scale, /** @type {object} */ { nice }) {
  if (nice === undefined || nice === false) return;
  if (typeof nice === 'object' || typeof nice === 'string')
    throw new Error('The scales of this package have no dates.');
  if (nice === true) scale.nice();
  else scale.nice(nice);
}
