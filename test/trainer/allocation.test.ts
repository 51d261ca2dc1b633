// Training makes nothing that has to be cleaned up: a page that trains has no pauses.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kernels } from '../../.ci/kernels.mjs';
import type * as Engine from '../../src/engine-entry';
import { cases } from '../support/long';

const runs: Record<string, Engine.TrainerOptions> = {
  'ReLU and SGD on circles in batches of 10': {
    data: 'circles',
    points: cases(500, 60),
    testRatio: 0,
    model: [2, 10, 10, 1],
    batchSize: 10,
    learningRate: 0.01,
  },
  'tanh and Adam': { data: 'moons', model: [2, 8, 8, 1], activation: 'Tanh', optimizer: 'Adam' },
  'three classes': { data: 'blobs', model: [2, 8, 3] },
  'regression with full batches': { data: 'plane', model: [2, 8, 1], batchSize: 'full' },
};
const limit = 64 * 1024;

let folder = '';

// The package as its users have it: a test's modules are loaded in another way, which costs objects.
beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [kernels()],
    build: {
      write: false,
      target: 'es2023',
      rollupOptions: {
        input: path.join(root, 'src/engine-entry.ts'),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  if (!('output' in built)) throw new Error('There is no bundle');
  folder = mkdtempSync(path.join(tmpdir(), 'react-pancake-'));
  writeFileSync(path.join(folder, 'engine.mjs'), built.output[0].code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In bytes. */
interface Growth {
  /** What an epoch leaves to be cleaned up, for 10,000 of them. */
  litter: number;
  /** What 10,000 epochs add for good. */
  kept: number;
}

/**
 * What 10,000 epochs of each run do to the heap, one run after the other as on a page with several.
 * Told by the least of five stretches of 2,000 epochs: in some of them a function happens to be
 * compiled. On a busy machine that takes longer, hence more of them if five do not suffice. Called in another process: it must name nothing outside of itself.
 */
function measure(
  { createTrainer, kernels: choice }: typeof Engine,
  name: Engine.KernelChoice,
  most: Growth,
  options: readonly Engine.TrainerOptions[],
): Growth[] {
  const { gc } = globalThis as unknown as { gc: () => void };
  const used = () => process.memoryUsage().heapUsed;
  choice.use(name);
  return options.map((own) => {
    const trainer = createTrainer(own);
    for (let i = 0; i < 8000; i++) trainer.step('epoch');
    const growth = { litter: Infinity, kept: Infinity };
    const isClean = () => growth.litter < most.litter && growth.kept < most.kept;
    for (let stretch = 0; stretch < 5 || (stretch < 20 && !isClean()); stretch++) {
      gc();
      const before = used();
      for (let i = 0; i < 2000; i++) trainer.step('epoch');
      growth.litter = Math.min(growth.litter, 5 * (used() - before));
      gc();
      growth.kept = Math.min(growth.kept, 5 * (used() - before));
    }
    return growth;
  });
}

/** The runs that left or kept more than they may. */
async function runsAbove(most: Growth, name: 'wasm' | 'plain') {
  const file = path.join(folder, `${name}.mjs`);
  const given = [name, most, Object.values(runs)].map((value) => JSON.stringify(value)).join();
  writeFileSync(
    file,
    `import * as engine from './engine.mjs';
    const measure = ${measure.toString()};
    console.log(JSON.stringify(measure(engine, ${given})));`,
  );
  // Room for all that is made, so that nothing is cleaned up before it is counted.
  const flags = ['--expose-gc', '--min-semi-space-size=64', '--max-semi-space-size=64'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, file]);
  const growth = JSON.parse(stdout) as Growth[];
  return Object.keys(runs)
    .map((run, i) => ({ run, ...growth[i]! }))
    .filter(({ litter, kept }) => !(litter < most.litter && kept < most.kept));
}

// Minutes on a machine that is busy with the other tests.
describe.concurrent('10,000 epochs', { timeout: 300_000 }, () => {
  it('leave no litter and keep nothing', async () => {
    expect(await runsAbove({ litter: limit, kept: limit }, 'wasm')).toEqual([]);
  });

  // A function that returns a number, as plain kernels call, leaves one behind.
  it('with plain kernels keep nothing', async () => {
    expect(await runsAbove({ litter: 2 ** 30, kept: limit }, 'plain')).toEqual([]);
  });
});
