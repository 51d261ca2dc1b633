// TensorFlow.js on one of its backends, in float32: optimizer.minimize on variables.
import { createRequire } from 'node:module';
import path from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
// It brings the gradients of all operations, which the core alone leaves out.
import '@tensorflow/tfjs-layers';
import { batchesOf } from '../problems.mjs';

const single = (numbers) => Float32Array.from(numbers);

/** The same as losses.sigmoidCrossEntropy, with its gradient in one piece: a third quicker. */
const crossEntropy = tf.customGrad((z, t, save) => {
  save([z, t]);
  const softplus = tf.log1p(tf.exp(tf.neg(tf.abs(z))));
  const value = tf.mean(tf.add(tf.sub(tf.relu(z), tf.mul(z, t)), softplus));
  const gradFunc = (d, [logits, labels]) => [
    tf.mul(tf.sub(tf.sigmoid(logits), labels), tf.div(d, logits.size)),
    tf.zerosLike(labels),
  ];
  return { value, gradFunc };
});

/**
 * @param {import('../problems.mjs').Problem} problem
 * @param {{ backend: 'cpu' | 'wasm' }} options
 */
export async function create(problem, { backend }) {
  const home = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(path.dirname(home) + path.sep);
  tf.enableProdMode(); // checks less, and says nothing about Node
  await tf.setBackend(backend);

  const layers = problem.layers.map(({ nIn, nOut, weight, bias }) => ({
    w: tf.variable(tf.transpose(tf.tensor2d(single(weight), [nOut, nIn]))),
    b: tf.variable(tf.tensor1d(single(bias))),
  }));
  const variables = layers.flatMap(({ w, b }) => [w, b]);
  const optimizer = tf.train.sgd(problem.rate);

  const x = tf.tensor2d(single(problem.x), [problem.points, problem.sizes[0]]);
  const y = tf.tensor2d(single(problem.y), [problem.points, 1]);
  const batches = batchesOf(problem).map(([from, to]) => ({
    x: tf.slice(x, [from, 0], [to - from, -1]),
    y: tf.slice(y, [from, 0], [to - from, -1]),
  }));

  // tf.fused.matMul is slower here: where gradients are wanted it fuses no activation.
  const model = (input) =>
    layers.reduce((h, { w, b }, l) => tf.add(tf.matMul(l > 0 ? tf.relu(h) : h, w), b), input);

  return {
    train(epochs) {
      for (let epoch = 0; epoch < epochs; epoch++) {
        for (const batch of batches) {
          optimizer.minimize(() => crossEntropy(model(batch.x), batch.y), false, variables);
        }
      }
      // Until the numbers are there, in case a backend puts work off.
      variables[0].dataSync();
    },
    logits: () => tf.tidy(() => model(x).dataSync().slice()),
  };
}
