// The unit tests and all that they import as one file, which can be loaded again and again.
import { existsSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compile } from '../kernels.mjs';

const shim = fileURLToPath(new URL('vitest.mjs', import.meta.url));
const folders = ['test/engine', 'test/trainer', 'test/fuzz'];

const leftOut = [
  // What takes many seconds: a look at memory, thousands of random cases, every size of number.
  ...['test/engine/memory', 'test/engine/onnx-fuzz', 'test/engine/kernel-functions'],
  ...['test/fuzz/files', 'test/trainer/allocation', 'test/trainer/load'],
  // What loads modules twice: a bundle has each once.
  ...['test/engine/kernel-fallback', 'test/trainer/two-copies'],
].map((name) => `${name}.test.ts`);

/**
 * Tests that need seconds each, by the ends of their names. Next to them are quick ones that reach the same places.
 *
 * @type {readonly string[]}
 */
export const slow = [
  'a long run takes its weights along and need not be trained again',
  'comes back with its weights alone if it would take too long to train it again',
  'grows where frames come in time, but never so far that they could not',
  ...['steps without end', 'more epochs than a page can train', 'a new model again and again'],
  ...['an endless name', 'more than a page can train', 'its numbers are known all the same'],
  'whatever is done on the way, each row is what is measured when one goes there',
  'comes to an epoch without a row with the same bits and numbers, and goes on to the same',
  ...['holds rows of its history', 'of a run that has gone far back and another way, too'],
];

/**
 * Files that need seconds, and where the mutants are that they look for. Asked about all that they pass through on
 * their way, they would take most of the time and find next to nothing.
 *
 * @type {Record<string, readonly string[]>}
 */
export const specialists = {
  'test/engine/from-onnx.test.ts': ['onnx/'],
  'test/engine/to-onnx.test.ts': ['onnx/'],
  'test/engine/kernels.test.ts': ['kernels/', 'layers/', 'losses/', 'optimizers/'],
  'test/engine/kernel-choice.test.ts': ['kernels/', 'layers/', 'losses/', 'optimizers/'],
  'test/engine/onnx-texts.test.ts': ['onnx/'],
  'test/engine/onnx-changes.test.ts': ['onnx/'],
  'test/engine/onnx-bytes.test.ts': ['onnx/'],
  'test/trainer/programs.test.ts': ['export/'],
  'test/trainer/program-texts.test.ts': ['export/'],
  'test/trainer/links.test.ts': ['link/'],
  'test/trainer/hostile-links.test.ts': ['link/'],
  'test/trainer/diagnose.test.ts': ['diagnose/', 'diagnose.ts'],
  'test/trainer/link-words.test.ts': ['link/'],
  'test/trainer/link-events.test.ts': ['link/'],
  'test/trainer/long-runs.test.ts': ['history.ts', 'recorded-run.ts'],
  'test/trainer/time-travel.test.ts': [
    ...['run.ts', 'batches.ts', 'timeline.ts', 'checkpoints.ts'],
    ...['start-over.ts', 'trainer.ts'],
  ],
  'test/trainer/faults.test.ts': ['trainer/'],
  'test/trainer/loss-slice.test.ts': ['loss-', 'parameter-place.ts', 'weight-path.ts'],
  'test/trainer/measure-blocks.test.ts': ['measure.ts'],
  'test/trainer/plane.test.ts': ['plane.ts', 'pacer.ts', 'frames.ts'],
  'test/trainer/playing.test.ts': ['trainer/'],
  'test/trainer/poster.test.ts': ['poster.ts', 'work.ts', 'timeline.ts', 'trainer.ts'],
  'test/trainer/preview.test.ts': ['preview.ts', 'plane.ts'],
  'test/trainer/put-aside.test.ts': ['put-aside.ts'],
  'test/trainer/rehearsal.test.ts': ['rehearsal.ts', 'run.ts', 'batches.ts', 'gradient-sum.ts'],
  'test/fuzz/options.test.ts': [
    ...['settings.ts', 'build-model.ts', 'changes.ts', 'begin.ts', 'start-over.ts'],
    'trainer.ts',
  ],
  'test/fuzz/playing.test.ts': ['trainer.ts', 'frames.ts', 'playback.ts', 'channels.ts'],
};

/** @type {import('esbuild').Plugin} */
const plugin = {
  name: 'mutation',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: pathToFileURL(shim).href, external: true }));
    onResolve({ filter: /\/kernels\.wasm$/ }, () => ({ path: 'kernels', namespace: 'wasm' }));
    onLoad({ filter: /./, namespace: 'wasm' }, async () => ({
      contents: `export default '${Buffer.from(await compile()).toString('hex')}'`,
    }));
    // A test that asks where it is gets the place of its own file.
    onLoad({ filter: /\/test\/.*\.ts$/ }, (file) => ({
      contents: readFileSync(file.path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(file.path).href),
      ),
      loader: 'ts',
    }));
  },
};

/**
 * Writes the bundle in the working folder, unless it is there. It exports `files`: a path, and a function that loads
 * the file.
 *
 * @returns the bundle's path
 */
export async function bundleTests() {
  const bundle = path.resolve('mutation-tests.mjs');
  if (existsSync(bundle)) return bundle;
  const files = folders
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((file) => file.endsWith('.test.ts') && !leftOut.includes(file));
  const list = files.map((file) => `['${file}', () => import('./${file}')]`);
  const own = `${bundle}.${process.pid}.mjs`;
  await build({
    stdin: { contents: `export const files = [${list.join()}];`, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    define: { __LONG__: 'false', __FUZZ_SEED__: '1' },
    plugins: [plugin],
    outfile: own,
    logLevel: 'error',
  });
  renameSync(own, bundle);
  return bundle;
}
