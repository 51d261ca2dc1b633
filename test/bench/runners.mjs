// Runners: every contestant behind the same few calls, wherever it runs.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { startC } from './contestants/c.mjs';

/**
 * @typedef {object} Runner
 * @property {(epochs: number) => Promise<number>} train trains; gives the milliseconds of an epoch
 * @property {() => Promise<{ loss: number, accuracy: number }>} judge how good the model is
 * @property {() => Promise<void>} ready told between the check of learning and the race
 * @property {() => void} stop ends it
 */

/**
 * @param {import('./contestants/index.mjs').Contestant} contestant
 * @param {import('./problems.mjs').Problem} problem
 * @returns {Promise<Runner>}
 */
export function startRunner({ file, options = {}, program }, problem) {
  return program ? startC(program, problem) : startWorker({ file, options, problem });
}

async function startWorker(workerData) {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData });
  // `once` also listens for errors, and throws them.
  const answer = async () => (await once(worker, 'message'))[0];
  const ask = (what, given) => {
    worker.postMessage({ what, given });
    return answer();
  };
  await answer();
  return {
    train: (epochs) => ask('train', epochs),
    judge: () => ask('judge'),
    ready: () => ask('ready'),
    stop: () => void worker.terminate(),
  };
}
