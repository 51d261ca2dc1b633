import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { aliases, lazySide } from './.ci/aliases.mjs';
import { kernels } from './.ci/kernels.mjs';
import { sources } from './.ci/sources.mjs';
import { style } from './.ci/style.mjs';
import { texts } from './.ci/texts.mjs';
import { browserArguments, findBrowser } from './.ci/browser.mjs';

process.env['STORYBOOK_DISABLE_TELEMETRY'] = '1';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const consoleSetup = here('test/setup/console.ts');
const restSetup = here('test/setup/rest.ts');

// A fixed page: the same size and pixel ratio on every machine.
const executablePath = findBrowser();
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { args: browserArguments(), ...(executablePath ? { executablePath } : {}) },
    contextOptions: { deviceScaleFactor: 1, locale: 'en-US', timezoneId: 'UTC' },
  }),
  instances: [{ browser: 'chromium' as const, viewport: { width: 1000, height: 800 } }],
});

// What the package loads only when it is needed must not have come yet: each of these has a page of its own.
const loadsAnew = [
  'test/components/{hydration,later,lazy}.test.tsx',
  'test/faults/unheard.test.tsx',
];

export default defineConfig({
  plugins: [lazySide(), kernels(), sources(), style(), texts()],
  // Read by test/support/long.ts and fuzz.ts.
  define: {
    __LONG__: JSON.stringify(process.env['PANCAKE_LONG'] === '1'),
    __FUZZ_SEED__: JSON.stringify(Number(process.env['PANCAKE_SEED'] ?? 1)),
  },
  resolve: { alias: aliases },
  optimizeDeps: {
    // Known beforehand, so that no test is reloaded when one of them is met.
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react-dom/server',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@testing-library/react',
      '@testing-library/user-event',
      '@testing-library/dom',
      '@visx/visx',
      'axe-core',
      'fast-check',
    ],
  },
  test: {
    // Generous, since no test waits: a busy machine must not fail one that is only slow.
    testTimeout: process.env['PANCAKE_LONG'] === '1' ? 1_800_000 : 60_000,
    hookTimeout: 60_000,
    // One setup file after the other: the console is checked last, after the page was cleaned.
    sequence: { setupFiles: 'list' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // One process for all files: to load the engine for each of them takes longer than to test it.
          isolate: false,
          environment: 'node',
          include: ['test/{engine,trainer,fuzz,ssr,theme,tooling}/**/*.test.{ts,tsx}'],
          setupFiles: [consoleSetup, restSetup],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // One page for all files; test/setup leaves it empty and at rest after each test.
          isolate: false,
          include: ['test/{hooks,components,faults}/**/*.test.{ts,tsx}'],
          exclude: loadsAnew,
          setupFiles: [consoleSetup, restSetup, here('test/setup/browser.ts')],
          browser: browser(),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser-anew',
          include: loadsAnew,
          setupFiles: [consoleSetup, restSetup, here('test/setup/browser.ts')],
          browser: browser(),
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: here('.storybook') })],
        test: { name: 'stories', isolate: false, setupFiles: [consoleSetup], browser: browser() },
      },
      {
        // The built package: needs `npm run build` first, so `npm test` leaves it out.
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.{ts,tsx}'],
          setupFiles: [consoleSetup],
          server: { deps: { external: [/\/dist\//] } },
        },
      },
      {
        // The site of the course and the guides, built before its tests. After all others, since its
        // browser and theirs would be in each other's way.
        extends: true,
        test: {
          name: 'docs',
          sequence: { groupOrder: 1 },
          // By default one core is left free, which of two is one too many.
          maxWorkers: 2,
          environment: 'node',
          include: ['test/docs/**/*.test.{ts,tsx}'],
          globalSetup: [here('test/docs/build.ts')],
          setupFiles: [consoleSetup],
          testTimeout: 180_000,
        },
      },
      {
        // The script file for pages without React, built before its tests.
        extends: true,
        test: {
          name: 'elements',
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          environment: 'node',
          include: ['test/elements/**/*.test.ts'],
          globalSetup: [here('test/elements/build.ts')],
          setupFiles: [consoleSetup],
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          environment: 'node',
          include: [],
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
    ],
  },
});
