// npm test: installs what is missing (a browser too), then checks the types and runs the unit tests, the
// component tests in Chromium, every story, and the built site of the documents, and compares pictures
// of the main figures.
// All parts run, so that one run tells everything; a part that fails makes the whole fail. The last
// line is "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare, root, stop } from './prepare.mjs';

prepare();

const { ensureBrowser } = await import('./browser.mjs');
const browser = await ensureBrowser().catch((error) => stop(error.message));
const env = {
  ...process.env,
  PANCAKE_CHROMIUM: browser,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
};

/**
 * @param {string} title
 * @param {string} script from the repository's root
 * @param {readonly string[]} args
 */
function runs(title, script, args) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  return status === 0;
}

/**
 * The same beside what follows, which at first leaves a core free; told when it is asked for.
 *
 * @param {string} title
 * @param {string} script
 */
function runsBeside(title, script) {
  const child = spawn(process.execPath, [script], { cwd: root, env });
  /** @type {Buffer[]} */
  const said = [];
  child.stdout.on('data', (part) => said.push(part));
  child.stderr.on('data', (part) => said.push(part));
  const end = once(child, 'close');
  return async () => {
    const [status] = await end;
    console.log(`\n== ${title}\n${Buffer.concat(said)}`);
    return status === 0;
  };
}

/** @type {string[]} */
const failures = [];
const typesAreGood = runsBeside('Types', 'node_modules/typescript/bin/tsc');

const report = path.join(root, 'node_modules/.cache/pancake/tests.json');
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
const projects = ['unit', 'browser', 'browser-anew', 'stories', 'docs', 'elements'].flatMap(
  (name) => ['--project', name],
);
const green = runs('Tests', 'node_modules/vitest/vitest.mjs', [
  'run',
  ...projects,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
const { passed, failed } = readReport();
if (!green) failures.push('tests');
if (!(await typesAreGood())) failures.push('types');
if (!runs('Pictures', 'test/visual/run.mjs', ['--share'])) failures.push('pictures');

if (failures.length > 0) console.log(`\nNot good: ${failures.join(', ')}. See above.`);
// What fails without a test of its own (types, a file that does not load) counts as one failure.
const withoutTest = failures.filter((part) => part !== 'tests' || failed === 0).length;
console.log(`\n${passed} passed, ${failed + withoutTest} failed`);
process.exit(failures.length > 0 ? 1 : 0);

function readReport() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
