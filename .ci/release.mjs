// npm run release: makes the next version. The changesets say which number it gets, and are gone
// afterwards; what is under "Unreleased" in CHANGELOG.md becomes the version's own section. To be
// looked at and committed; the tag of that commit is what .github/workflows/release.yml publishes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The changelog with what is unreleased as the section of a version.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} date such as 2026-01-31
 */
export function released(changelog, version, date) {
  const heading = /^## Unreleased\n+(?=(#{3} |- )\S)/m;
  if (!heading.test(changelog)) {
    throw new Error('CHANGELOG.md says nothing under "## Unreleased": tell users what is new.');
  }
  return changelog.replace(heading, `## Unreleased\n\n## ${version} - ${date}\n\n`);
}

/** The version in package.json. */
const versionNow = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;

function release() {
  const file = path.join(root, 'CHANGELOG.md');
  const before = readFileSync(file, 'utf8');
  released(before, '0.0.0', '');
  const old = versionNow();
  const run = (/** @type {string} */ command, /** @type {string[]} */ args) =>
    execFileSync(command, args, { cwd: root, stdio: 'inherit' });
  // Before anything is written: a known weakness, in a tool as well, is mended first.
  run('npm', ['audit']);
  run('npx', ['changeset', 'version']);
  const version = versionNow();
  if (version === old) throw new Error('There is no changeset, so there is nothing to release.');
  // The lock file has the version as well.
  run('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund']);
  // Elements say which version they are of.
  const elements = path.join(root, 'src/elements/version.ts');
  writeFileSync(elements, readFileSync(elements, 'utf8').replace(old, version));
  writeFileSync(file, released(before, version, new Date().toISOString().slice(0, 10)));
  console.log(`${old} → ${version}. Look at it, commit it, and tag the commit v${version}.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) release();
