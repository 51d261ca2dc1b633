// Naive loops over Float64Array, point by point: what somebody writes who wants no library.
import { batchesOf } from '../problems.mjs';

/**
 * @param {import('../problems.mjs').Problem} problem
 * @param {{ lastRate?: number }} options a factor on the last layer's learning rate
 */
export function create(problem, { lastRate = 1 } = {}) {
  const batches = batchesOf(problem);
  const last = problem.layers.length - 1;
  const layers = problem.layers.map(({ nIn, nOut, weight, bias }, l) => ({
    nIn,
    nOut,
    rate: problem.rate * (l === last ? lastRate : 1),
    w: weight.slice(),
    b: bias.slice(),
    gw: new Float64Array(weight.length),
    gb: new Float64Array(nOut),
    x: new Float64Array(nIn), // the last input
    d: new Float64Array(nOut), // the loss's gradient by the output, before the ReLU
  }));
  const output = new Float64Array(1);

  function forward(point) {
    const input = layers[0].x;
    for (let i = 0; i < input.length; i++) input[i] = problem.x[point * input.length + i];
    for (let l = 0; l <= last; l++) {
      const { nIn, nOut, w, b, x } = layers[l];
      const y = l < last ? layers[l + 1].x : output;
      for (let o = 0, k = 0; o < nOut; o++) {
        let sum = b[o];
        for (let i = 0; i < nIn; i++, k++) sum += w[k] * x[i];
        y[o] = l < last && sum < 0 ? 0 : sum;
      }
    }
    return output[0];
  }

  function backward() {
    for (let l = last; l >= 0; l--) {
      const { nIn, nOut, w, gw, gb, x, d } = layers[l];
      for (let o = 0, k = 0; o < nOut; o++) {
        const slope = d[o];
        gb[o] += slope;
        for (let i = 0; i < nIn; i++, k++) gw[k] += slope * x[i];
      }
      if (l === 0) return;
      const below = layers[l - 1].d;
      for (let i = 0; i < nIn; i++) {
        let sum = 0;
        for (let o = 0; o < nOut; o++) sum += d[o] * w[o * nIn + i];
        below[i] = x[i] > 0 ? sum : 0;
      }
    }
  }

  function step(value, gradient, rate) {
    for (let i = 0; i < value.length; i++) {
      value[i] -= rate * gradient[i];
      gradient[i] = 0;
    }
  }

  function trainBatch(from, to) {
    let loss = 0;
    for (let point = from; point < to; point++) {
      const z = forward(point);
      const t = problem.y[point];
      const e = Math.exp(-Math.abs(z));
      loss += Math.max(z, 0) - z * t + Math.log1p(e);
      layers[last].d[0] = ((z > 0 ? 1 : e) / (1 + e) - t) / (to - from);
      backward();
    }
    for (const { w, b, gw, gb, rate } of layers) {
      step(w, gw, rate);
      step(b, gb, rate);
    }
    return loss / (to - from);
  }

  return {
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (const [from, to] of batches) trainBatch(from, to);
      }
    },
    logits: () => Float64Array.from({ length: problem.points }, (_, point) => forward(point)),
  };
}
