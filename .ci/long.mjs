// npm run test:long: the tests that try random cases, with all of their cases. A part can be named, as for
// vitest: npm run test:long -- test/fuzz.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepare, root, stop } from './prepare.mjs';

prepare();

const { ensureBrowser } = await import('./browser.mjs');
const browser = await ensureBrowser().catch((error) => stop(error.message));
const named = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...['unit', 'browser'].flatMap((name) => ['--project', name]),
    ...named,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PANCAKE_CHROMIUM: browser, PANCAKE_LONG: '1' },
  },
);
process.exit(status ?? 1);
