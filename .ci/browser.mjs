// Finds a Chromium for the tests, and fetches one when the machine has none.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Variables that name the browser to use, the first one set wins. */
export const browserVariables = ['PANCAKE_CHROMIUM', 'CHROME_PATH'];

/**
 * @typedef {object} Machine What the search may know of the machine; tests hand in their own.
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {string} home
 * @property {(file: string) => boolean} isExecutable
 * @property {(file: string) => boolean} runs whether the program starts at all (Ubuntu's
 *   `chromium-browser` may be an empty shell, and a downloaded one may lack libraries)
 * @property {() => string | undefined} downloaded where Playwright keeps its Chromium
 */

/**
 * The browser that an environment variable names.
 * @param {Record<string, string | undefined>} env
 * @param {(file: string) => boolean} isExecutable
 * @returns {string | undefined} its path, or undefined when no variable is set
 * @throws {Error} if the variable names something that cannot be run
 */
export function browserFromEnv(env, isExecutable) {
  for (const name of browserVariables) {
    const file = env[name];
    if (!file) continue;
    if (isExecutable(file)) return file;
    throw new Error(
      `${name} is set to "${file}", which is not an executable file. ` +
        `Point it at a Chromium or Chrome program, or unset it to let the search go on.`,
    );
  }
  return undefined;
}

/**
 * Where a Chromium or Chrome usually is, best first: the search path, then each system's own places.
 * @param {Pick<Machine, 'platform' | 'env' | 'home'>} machine
 * @returns {string[]}
 */
export function browserPlaces({ platform, env, home }) {
  if (platform === 'win32') {
    const { join } = path.win32;
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  const { join, delimiter } = path.posix;
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const usual =
    platform === 'darwin'
      ? ['/Applications', join(home, 'Applications')].flatMap((folder) => [
          join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
          join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
        ])
      : [
          '/usr/bin/chromium',
          '/usr/bin/chromium-browser',
          '/usr/bin/google-chrome-stable',
          '/usr/bin/google-chrome',
          '/opt/google/chrome/chrome',
          '/snap/bin/chromium',
        ];
  return [...new Set([...onPath, ...usual])];
}

/**
 * The first browser that is there and starts: the named one, one of the machine's, Playwright's.
 * Downloads nothing.
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function findBrowser(machine = thisMachine()) {
  const named = browserFromEnv(machine.env, machine.isExecutable);
  if (named !== undefined) return named;
  const works = (/** @type {string} */ file) => machine.isExecutable(file) && machine.runs(file);
  const own = browserPlaces(machine).find(works);
  if (own !== undefined) return own;
  const downloaded = machine.downloaded();
  return downloaded !== undefined && works(downloaded) ? downloaded : undefined;
}

/**
 * @typedef {object} Source A way to get a browser.
 * @property {string} name said to the reader
 * @property {() => Promise<boolean>} fetch true when it seems to have worked
 */

/**
 * The browser to test with, fetched from the first source that can give one.
 * @param {object} [given]
 * @param {() => string | undefined} [given.find]
 * @param {readonly Source[]} [given.sources]
 * @param {(line: string) => void} [given.say]
 * @returns {Promise<string>}
 * @throws {Error} if none can be had, with what to install
 */
export async function ensureBrowser({
  find = findBrowser,
  sources = browserSources(),
  say = console.log,
} = {}) {
  const found = find();
  if (found !== undefined) return found;
  for (const source of sources) {
    say(`No Chromium found; trying ${source.name} ...`);
    if (!(await source.fetch())) {
      say(`  ${source.name} did not work.`);
      continue;
    }
    const fetched = find();
    if (fetched !== undefined) return fetched;
    say(`  ${source.name} brought no Chromium that starts here.`);
  }
  throw new Error(noBrowserMessage(sources.map((source) => source.name)));
}

/**
 * What to do when no browser can be had.
 * @param {readonly string[]} tried
 */
export function noBrowserMessage(tried) {
  return [
    'The tests need a Chromium or Chrome, and none could be found on this machine.',
    ...(tried.length > 0 ? [`Also tried without success: ${tried.join('; ')}.`] : []),
    'Do one of these, then run npm test again:',
    '  - install Chrome (https://www.google.com/chrome), or',
    '  - on Debian or Ubuntu, as root: apt-get update && apt-get install -y chromium, or',
    '  - on a Linux that lacks libraries only: npx playwright install --with-deps chromium, or',
    `  - set ${browserVariables[0]} to the path of a Chromium or Chrome that you have.`,
  ].join('\n');
}

/** The flags every test browser is started with. Root has no sandbox to run in. */
export function browserArguments(isRoot = process.getuid?.() === 0) {
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--disable-gpu',
  ];
}

/**
 * The ways to fetch a browser that this machine offers.
 * @returns {Source[]}
 */
export function browserSources({
  platform = process.platform,
  isRoot = process.getuid?.() === 0,
  hasApt = existsSync('/usr/bin/apt-get'),
} = {}) {
  /** @type {Source[]} */
  const sources = [{ name: "Playwright's download", fetch: fetchWithPlaywright }];
  if (platform === 'linux' && isRoot && hasApt) {
    sources.push({ name: "Debian's chromium package", fetch: fetchWithApt });
  }
  return sources;
}

/** @returns {Machine} */
function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isExecutable,
    runs,
    downloaded: playwrightBrowser,
  };
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {string} file */
function runs(file) {
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function playwrightBrowser() {
  try {
    const require = createRequire(import.meta.url);
    return /** @type {import('playwright')} */ (require('playwright')).chromium.executablePath();
  } catch {
    return undefined; // not installed, or no build for this system
  }
}

/** Silence that long means that the download cannot be reached. */
const silenceLimit = 60_000;
const totalLimit = 15 * 60_000;

function fetchWithPlaywright() {
  const cli = path.join(root, 'node_modules', 'playwright', 'cli.js');
  return run(process.execPath, [cli, 'install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    isProgress: (text) => /\d+% of/.test(text),
  });
}

async function fetchWithApt() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    (await run('apt-get', ['update'], { env })) &&
    (await run('apt-get', ['install', '-y', 'chromium'], { env }))
  );
}

/**
 * Runs a program, its output shown, and stops it after a minute without progress.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {object} options
 * @param {Record<string, string>} options.env
 * @param {(text: string) => boolean} [options.isProgress]
 * @returns {Promise<boolean>} whether it ended well
 */
function run(program, args, { env, isProgress = () => true }) {
  return new Promise((resolve) => {
    const group = process.platform !== 'win32'; // its helpers must end with it
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: group,
    });
    const stop = () => {
      try {
        if (group && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // already ended
      }
    };
    let silence = setTimeout(stop, silenceLimit);
    const total = setTimeout(stop, totalLimit);
    const hear = (/** @type {Buffer} */ bytes) => {
      process.stderr.write(bytes);
      if (!isProgress(bytes.toString())) return;
      clearTimeout(silence);
      silence = setTimeout(stop, silenceLimit);
    };
    const end = (/** @type {boolean} */ well) => {
      clearTimeout(silence);
      clearTimeout(total);
      process.off('exit', stop);
      resolve(well);
    };
    process.once('exit', stop);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}
