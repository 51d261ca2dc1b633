// For d3-scale: between two numbers, as d3-interpolate does it. The original tries colours, dates and
// texts as well, and d3-scale asks it for nothing else.
export function interpolateNumber(/** @type {number} */ a, /** @type {number} */ b) {
  return (/** @type {number} */ t) => a * (1 - t) + b * t;
}

export function interpolateRound(/** @type {number} */ a, /** @type {number} */ b) {
  return (/** @type {number} */ t) => Math.round(a * (1 - t) + b * t);
}

export { interpolateNumber as interpolate };
