// For visx's scales: none of ours goes from colour to colour.
export default function applyInterpolate(
  /** @type {object} */ _scale,
  /** @type {object} */ config,
) {
  if (config.interpolate !== undefined)
    throw new Error('The scales of this package go from number to number.');
}
