// npm run test:consumers: installs the packed package into real sites, outside the repository, builds
// and serves each, and reads it in Chromium. Needs `npm run build` first, and the npm registry.
//   node test/consumers/run.mjs [site ...] [--keep]
// A console error or warning fails a site. The last line is "N passed, N failed".
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checks } from './checks.mjs';
import { openBrowser } from './reader.mjs';
import { sites } from './sites.mjs';
import { build, install, pack, serve } from './workshop.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean' } },
});
const known = sites.map(({ name }) => name);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0)
  stop(`There is no site ${unknown.join(', ')}; there are ${known.join(', ')}.`);
if (!existsSync(new URL('../../dist/index.js', import.meta.url))) {
  stop('There is no package to install: run `npm run build` first.');
}
const chosen = sites.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const workshop = mkdtempSync(path.join(tmpdir(), 'pancake-sites-'));
process.once('exit', () => {
  if (values.keep) console.log(`The sites are in ${workshop}`);
  else rmSync(workshop, { recursive: true, force: true });
});

// A builder that fails may say very much.
const mostLines = 60;

let passed = 0;
let failed = 0;
/** @type {string[][]} */
const rows = [];

const { file: tarball, size } = await pack(workshop);
console.log(`${path.basename(tarball)}: ${(size / 1000).toFixed(0)} kB`);
const browser = await openBrowser();
try {
  for (const site of chosen) await testSite(site);
} finally {
  await browser.close();
}
printTable(['site', 'versions', 'install', 'build', 'first load', 'checks'], rows);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** @param {import('./sites.mjs').Site} site */
async function testSite(site) {
  console.log(`\n== ${site.name}`);
  const installed = await attempt('installs', () => install(site, tarball, workshop));
  if (!installed) return void rows.push([site.name, '', '', '', '', 'does not install']);
  for (const mode of site.modes) {
    const result = await testMode(site, mode, installed.folder);
    rows.push([
      `${site.name}, ${mode.name}`,
      installed.versions.join(', '),
      seconds(installed.seconds),
      seconds(result.buildSeconds),
      mode.isBuilt && result.weight ? `${(result.weight / 1000).toFixed(1)} kB` : '',
      result.verdict,
    ]);
  }
}

/**
 * @param {import('./sites.mjs').Site} site
 * @param {import('./sites.mjs').Mode} mode
 * @param {string} folder
 */
async function testMode(site, mode, folder) {
  console.log(` ${mode.name}`);
  const before = { passed, failed };
  /** @type {{ weight?: number }} */
  const measured = {};
  let buildSeconds = null;
  const served = await attempt('builds and answers', async () => {
    buildSeconds = await build(folder, mode);
    return serve(folder, mode);
  });
  if (served) {
    const visit = { address: served.address, folder, mode, browser, measured };
    for (const check of [...checks, ...(site.checks ?? [])]) {
      await attempt(check.name, () => check.run(visit));
    }
    served.close();
  }
  const verdict = `${passed - before.passed} passed, ${failed - before.failed} failed`;
  return { buildSeconds, weight: measured.weight, verdict };
}

/**
 * One check: counted, told, and its failure does not keep the others from running.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
async function attempt(name, work) {
  try {
    const result = await work();
    passed++;
    console.log(`  ✓ ${name}`);
    return result;
  } catch (error) {
    failed++;
    const text = error instanceof Error ? error.message : String(error);
    const lines = text.trimEnd().split('\n').slice(0, mostLines);
    console.log([`  ✗ ${name}`, ...lines].join('\n      '));
    return undefined;
  }
}

/** @param {number | null} time */
function seconds(time) {
  return time === null ? '' : `${time.toFixed(1)} s`;
}

/** @param {string[]} head @param {string[][]} lines */
function printTable(head, lines) {
  const all = [head, ...lines];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  console.log();
  for (const row of all) {
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}
