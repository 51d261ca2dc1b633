// Installs the libraries of the comparison when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const changedAt = (file) => statSync(here(file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Leaves node_modules beside this file as the lock file says. */
export function installPeers() {
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
  console.log('Installing the libraries to compare with (npm ci --prefix test/bench) ...');
  const { status } = spawnSync('npm', ['ci', '--prefix', here('.')], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci did not work; its messages above say why.');
}
