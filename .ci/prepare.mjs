// Installs the packages when they are missing or older than the lock file. Needs Node alone.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} file */
function changedAt(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Whether node_modules is missing, unfinished or older than the lock file. */
export function needsInstall() {
  return changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json');
}

/** Leaves node_modules as the lock file says, or ends the process with a message. */
export function prepare() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`react-pancake needs Node 20.19 or newer; this is ${process.version}.`);
  }
  if (!needsInstall()) return;
  console.log('Installing packages (npm ci) ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // Under `npm start` and `npm test` npm says where it is itself.
  const npm = process.env['npm_execpath'];
  const { status } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
  if (status !== 0) stop('npm ci did not work; its messages above say why.');
}

/**
 * @param {string} message
 * @returns {never}
 */
export function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
