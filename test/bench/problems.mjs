// The tasks: one data set, and the shapes in which it is learnt.

/** How many points an epoch goes over. */
export const points = 500;

/**
 * @typedef {object} Shape
 * @property {string} id
 * @property {string} name
 * @property {number[]} sizes
 * @property {number} batch points to a step
 * @property {number} rate the learning rate
 * @property {number} epochs how many the check of learning takes; enough to learn the task
 */

/** @type {Shape[]} */
export const shapes = [
  shape('small', [2, 10, 10, 1], 10, 0.1, 20),
  shape('full', [2, 10, 10, 1], points, 0.5, 200),
  shape('wide', [2, 64, 64, 1], 50, 0.5, 20),
];

function shape(id, sizes, batch, rate, epochs) {
  const steps = batch === points ? 'full batch' : `batch ${batch}`;
  return { id, name: `${sizes.join('-')}, ${steps}`, sizes, batch, rate, epochs };
}

/**
 * What every contestant is given: plain numbers, the same for all.
 *
 * @param {typeof import('../../dist/engine.js')} engine
 * @param {Shape} shape
 */
export function makeProblem(engine, { sizes, batch, rate }) {
  const { x, y } = engine.datasets.moons({ n: points, noise: 0.1, seed: 1 });
  const rng = engine.createRng(7);
  const layers = sizes.slice(1).map((nOut, l) => {
    const { weight, bias } = new engine.Linear(sizes[l], nOut, { rng });
    // A weight matrix has a row for each output.
    return { nIn: sizes[l], nOut, weight: weight.data.slice(), bias: bias.data.slice() };
  });
  return { sizes, batch, rate, points, layers, x: x.data.slice(), y: y.data.slice() };
}

/** @typedef {ReturnType<typeof makeProblem>} Problem */

/** The beginning and the end of each batch, in order. */
export function batchesOf({ points: count, batch }) {
  const ends = [];
  for (let from = 0; from < count; from += batch) ends.push([from, Math.min(from + batch, count)]);
  return ends;
}
