// npm run test:long: the tests that try random cases, and those of load, with all of their cases. A part can be named, as for
// vitest: npm run test:long -- test/fuzz.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepare, root, stop } from './prepare.mjs';

prepare();

const { ensureBrowser } = await import('./browser.mjs');
const browser = await ensureBrowser().catch((error) => stop(error.message));
const named = process.argv.slice(2);
const node = (/** @type {string} */ script, /** @type {readonly string[]} */ args) => [
  path.join(root, 'node_modules', script),
  ...args,
];
// The built package is part of it.
if (!named.length || named.some((part) => part.includes('package'))) {
  const args = node('rollup/dist/bin/rollup', ['--config', 'rollup.config.mjs', '--silent']);
  const built = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) stop('The package could not be built.');
}
const { status } = spawnSync(
  process.execPath,
  [
    ...node('vitest/vitest.mjs', ['run']),
    ...['unit', 'browser', 'browser-anew', 'docs', 'package'].flatMap((name) => [
      '--project',
      name,
    ]),
    ...named,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PANCAKE_CHROMIUM: browser, PANCAKE_LONG: '1' },
  },
);
process.exit(status ?? 1);
