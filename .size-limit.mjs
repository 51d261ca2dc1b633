// What users pay, held in CI: each line is an import as a page makes it, bundled and minified by
// esbuild, and gzipped, without React and without what is loaded later by an import() of its own.
// A limit is set just above what is measured, so that growth is seen where it happens. What was asked
// for, and why it is more, stands in docs/architecture.md under “What a page pays”.
import { asSite } from './.ci/bundle.mjs';

const loop = '{ Sequential, Linear, ReLU, Sigmoid, BinaryCrossEntropy, SGD }';

/** @type {(name: string, path: string, limit: string, clause?: string) => object} */
const paid = (name, path, limit, clause) => ({
  name,
  path,
  limit,
  gzip: true,
  ...(clause && { import: clause }),
  modifyEsbuildConfig: (/** @type {object} */ config) => ({ ...config, ...asSite }),
});

export default [
  paid('engine: a plain training loop', 'dist/engine.js', '13.4 kB', loop),
  paid('engine: createTrainer', 'dist/engine.js', '43.9 kB', '{ createTrainer }'),
  paid('engine: everything', 'dist/engine.js', '77.5 kB', '*'),
  paid('one figure: LossChart', 'dist/index.js', '36.5 kB', '{ LossChart }'),
  paid('one figure: DecisionBoundary', 'dist/index.js', '44.9 kB', '{ DecisionBoundary }'),
  paid(
    'Pancake, DecisionBoundary, LossChart',
    'dist/index.js',
    '114.1 kB',
    '{ Pancake, DecisionBoundary, LossChart }',
  ),
  paid('lazy: one figure', 'dist/lazy.js', '5.8 kB', '{ LossChart }'),
  paid(
    'lazy: Pancake, DecisionBoundary, LossChart',
    'dist/lazy.js',
    '7.3 kB',
    '{ Pancake, DecisionBoundary, LossChart }',
  ),
  paid('lazy: everything', 'dist/lazy.js', '12 kB', '*'),
  paid('everything but the editor', 'dist/index.js', '317.3 kB', '*'),
  paid('the editor', 'dist/components/code-challenge/editor.js', '140 kB'),
  // With React and the style sheet, as one file for pages without a build.
  paid('pancake.js', 'dist/pancake.js', '441 kB'),
  paid('pancake.ar.js, the largest language', 'dist/pancake.ar.js', '40.3 kB'),
  paid('pancake-editor.js', 'dist/pancake-editor.js', '140 kB'),
  paid('style.css', 'dist/style.css', '24.6 kB'),
];
