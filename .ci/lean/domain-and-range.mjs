// For visx's scales, which are told a domain and a range. The original knows a dozen other options.
export default function scaleOperator() {
  return (/** @type {any} */ scale, /** @type {Record<string, any>} */ config = {}) => {
    for (const [option, value] of Object.entries(config)) {
      if (option !== 'domain' && option !== 'range')
        throw new Error(`The scales of this package have no option ${option}.`);
      scale[option](value);
    }
    return scale;
  };
}
