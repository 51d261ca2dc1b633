// npm run test:mutation: changes the engine and the trainer in thousands of small ways, one at a time, and asks
// whether a test notices. CONTRIBUTING.md says how to read it. The kernels in AssemblyScript are not changed: the
// plain ones are, and test/engine/kernels.test.ts holds the two together bit for bit.

import { sample } from './.ci/mutation/sample.mjs';

export default {
  packageManager: 'npm',
  plugins: ['./.ci/mutation/runner.mjs', './.ci/mutation/sample.mjs'],
  testRunner: 'warm',
  checkers: sample > 1 ? ['sample'] : [],
  mutate: ['src/{engine,trainer}/**/*.ts', '!src/engine/kernels/assembly/**', '!src/**/*.d.ts'],
  coverageAnalysis: 'perTest',
  // A mutant in what a module does while it loads (tables, mostly) would need every test, for each of them.
  ignoreStatic: true,
  concurrency: 2,
  // The runner itself ends what goes on and on; this is for what no changed place is part of.
  timeoutMS: 180_000,
  dryRunTimeoutMinutes: 30,
  // What was looked for with little patience may be found another time.
  incremental: sample === 1 && !process.env.PANCAKE_PATIENCE,
  incrementalFile: 'coverage/mutation/incremental.json',
  tempDirName: 'coverage/mutation/tmp',
  // What no unit test of the two rooms reads.
  ignorePatterns: [
    ...[
      '/dist',
      '/docs',
      '/docs-dist',
      '/etc',
      '/stories',
      '/storybook-static',
      '/coverage',
      '/.*/',
    ],
    ...['!/.ci/', '/src/{a11y,components,elements,hooks,locales,sandbox,theme}'],
    // The tables of runs, which tests of long runs write down.
    '!/src/components/share/tables.ts',
    ...[
      '/test/{bench,components,consumers,docs,elements,faults,hooks,package,ssr,tooling,types,visual}',
    ],
  ],
  reporters: ['progress', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'coverage/mutation/index.html' },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  thresholds: { high: 95, low: 85, break: 85 },
  allowEmpty: false,
};
