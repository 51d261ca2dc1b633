// Who takes part, and what each has in common with the others.

/**
 * @typedef {object} Contestant
 * @property {string} id
 * @property {string} name
 * @property {string} note what it does differently, in the words of the table
 * @property {string} [file] the module that makes it
 * @property {object} [options] what that module is given beside the problem
 * @property {string} [program] the compiled program, for the contestant in C
 * @property {'same' | 'float32' | 'double rate' | 'own'} learns what its loss must agree with, by
 *   the names in learning.mjs
 */

/** The contestant that all others are compared with. */
export const base = 'loop';

/**
 * @param {{ kernels: string | null, program: string | null }} available the engine's kernels, if it
 *   has a choice of them, and the compiled program
 * @returns {Contestant[]}
 */
export function contestants({ kernels, program }) {
  const js = (id, name, file, learns, note, options) => {
    return { id, name, file: new URL(file, import.meta.url).href, learns, note, options };
  };
  const loop = (id, note, options) =>
    js(id, 'this engine, loop', 'engine-loop.mjs', 'same', note, options);
  const trainer = (id, note, options) =>
    js(id, 'this engine, trainer', 'engine-trainer.mjs', 'same', note, options);

  const list = [
    loop(base, kernels ? `${kernels} kernels` : ''),
    trainer('trainer', 'shuffles too, and measures the loss after each epoch'),
  ];
  if (kernels === 'wasm') {
    const plain = { kernels: 'plain' };
    list.push(loop('loop-plain', 'plain kernels', plain));
    list.push(trainer('trainer-plain', 'plain kernels, the same besides', plain));
  }
  list.push(js('naive', 'naive loops', 'naive.mjs', 'same', 'Float64Array, point by point'));
  if (program) list.push({ id: 'c', name: 'C', learns: 'same', note: 'gcc -O3, SSE2', program });
  list.push(
    js('tfjs-cpu', 'tfjs cpu', 'tfjs.mjs', 'float32', 'float32', { backend: 'cpu' }),
    js('tfjs-wasm', 'tfjs wasm', 'tfjs.mjs', 'float32', 'float32, SIMD', { backend: 'wasm' }),
    js('convnet', 'ConvNetJS', 'convnet.mjs', 'double rate', 'softmax over two outputs'),
    js('brain', 'brain.js', 'brain.mjs', 'own', 'float32, batch 1, squared error'),
  );
  return list;
}
