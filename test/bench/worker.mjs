// One contestant in a thread of its own: neither its garbage nor what its calls teach the compiler
// may slow another one down.
import { parentPort, workerData } from 'node:worker_threads';
import { judge } from './judge.mjs';

const { file, options, problem } = workerData;
const { create } = await import(file);
const contestant = await create(problem, options);

function timed(epochs) {
  const start = performance.now();
  contestant.train(epochs);
  return (performance.now() - start) / epochs;
}

const answers = {
  train: timed,
  judge: () => judge(contestant.logits(), problem.y),
  ready: () => contestant.ready?.(),
};

parentPort.on('message', ({ what, given }) => parentPort.postMessage(answers[what](given)));
parentPort.postMessage('made');
