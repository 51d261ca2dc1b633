// Programs that a run starts: what they say is kept, and none outlives the run.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const group = process.platform !== 'win32'; // npm starts others, which must end with it

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

/** Nobody's habits are to be reported, and nothing asks for the newest version. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DISABLE_UPDATE_CHECK: 'true',
  NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
};

/**
 * Starts npm in a folder.
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {Record<string, string>} [env]
 */
export function startNpm(args, folder, env) {
  // Without the settings of the npm, or of the test runner, that this runs under.
  const foreign = /^(npm_(package|lifecycle)_|NODE_ENV$)/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const child = spawn('npm', args, {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...quiet, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: group,
    shell: !group,
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (bytes) => (output += bytes));
  child.stderr.on('data', (bytes) => (output += bytes));
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { child, ended, output: () => output };
}

/**
 * Runs npm in a folder to its end.
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ output: string; seconds: number }>}
 * @throws {Error} with all that it said, if it fails
 */
export async function npm(args, folder, env) {
  const start = performance.now();
  const { child, ended, output } = startNpm(args, folder, env);
  const code = await ended;
  end(child);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${output()}`);
  return { output: output(), seconds: (performance.now() - start) / 1000 };
}

/**
 * Ends a program and all that it started.
 * @param {import('node:child_process').ChildProcess} child
 */
export function end(child) {
  running.delete(child);
  try {
    if (group && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // already ended
  }
}

function endAll() {
  for (const child of [...running]) end(child);
}

/** A port that nobody listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, 'localhost', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
