// The tests that look for mutants: the unit tests of the engine and the trainer, without those that take their
// time, since each would be run for every mutant that it meets.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { kernels } from '../../.ci/kernels.mjs';

const here = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

// What needs a look at memory, many random cases, or many kinds of numbers.
const tooSlow = [
  'test/engine/{memory,onnx-fuzz,kernel-functions}.test.ts',
  'test/fuzz/files.test.ts',
  'test/trainer/{allocation,load}.test.ts',
];

// Those that need a second or more come last: the first that fails ends the matter.
const last =
  /(random|kernel-choice|to-onnx|from-onnx|options|diagnose|two-copies|time-travel|programs|hostile-links|links|kernels)\.test\.ts$/;

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => Number(last.test(moduleId));
    return Promise.resolve([...files].sort((a, b) => place(a) - place(b)));
  }
}

export default defineConfig({
  plugins: [kernels()],
  define: { __LONG__: 'false', __FUZZ_SEED__: '1' },
  test: {
    environment: 'node',
    // One worker a mutant, rather than one for each of the files that meet it.
    isolate: false,
    include: ['test/{engine,trainer,fuzz}/**/*.test.ts'],
    exclude: tooSlow,
    setupFiles: [here('test/setup/console.ts')],
    testTimeout: 60_000,
    sequence: { setupFiles: 'list', sequencer: QuickFirst },
  },
});
