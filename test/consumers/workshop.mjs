// From a site's sources to a site that answers: packed, copied, installed, built, served.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve as serveFolder } from '../bench/serve.mjs';
import { end, freePort, npm, startNpm } from './processes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The tarball that users would get, made of `dist` as it is.
 * @param {string} folder where to put it
 */
export async function pack(folder) {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { output } = await npm(args, repository);
  const [{ filename, size }] = JSON.parse(output);
  return { file: path.join(folder, filename), size: Number(size) };
}

/**
 * A copy of a site outside the repository, with the tarball and nothing else of it installed.
 * @param {import('./sites.mjs').Site} site
 * @param {string} tarball
 * @param {string} workshop the folder of all copies
 */
export async function install(site, tarball, workshop) {
  const folder = path.join(workshop, site.name);
  cpSync(path.join(here, site.name), folder, { recursive: true });
  mkdirSync(path.join(folder, site.shared), { recursive: true });
  cpSync(path.join(here, 'shared'), path.join(folder, site.shared), { recursive: true });
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const { seconds } = await npm([...args, tarball], folder);
  const versions = site.shown.map((name) => `${name} ${versionOf(folder, name)}`);
  return { folder, seconds, versions };
}

/**
 * Builds a site.
 * @param {string} folder
 * @param {import('./sites.mjs').Mode} mode
 * @returns {Promise<number | null>} the seconds that it took, or null where nothing is built
 * @throws {Error} if the builder fails, or complains of this package
 */
export async function build(folder, mode) {
  if (!mode.build) return null;
  const { output, seconds } = await npm(['run', mode.build], folder, mode.env);
  const complaint = output.split('\n').find((line) => /warn.*react-pancake/i.test(line));
  if (complaint) throw new Error(`The build complains:\n${output}`);
  return seconds;
}

/**
 * Serves a site on a free port, until `close`.
 * @param {string} folder
 * @param {import('./sites.mjs').Mode} mode
 * @returns {Promise<{ address: string; close: () => void }>}
 */
export async function serve(folder, mode) {
  if (mode.folder) return serveFolder(path.join(folder, mode.folder));
  const port = await freePort();
  const env = { ...mode.env, PORT: String(port) };
  const { child, ended, output } = startNpm(['run', mode.start ?? 'start'], folder, env);
  const address = `http://localhost:${port}`;
  const close = () => end(child);
  const gone = ended.then((code) => {
    throw new Error(`The server of ${folder} ended with code ${code}:\n${output()}`);
  });
  gone.catch(() => undefined); // it ends in the end, and then nobody minds
  try {
    await Promise.race([answers(address, output), gone]);
  } catch (error) {
    close();
    throw error;
  }
  return { address, close };
}

/** A server is asked until it answers; a development server compiles its first page meanwhile. */
const patience = 180_000;

async function answers(/** @type {string} */ address, /** @type {() => string} */ output) {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const response = await fetch(address).catch(() => null);
    if (response) {
      await response.arrayBuffer();
      if (response.ok) return;
      throw new Error(`${address} answers ${response.status}:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer:\n${output()}`);
}

/** @param {string} folder @param {string} name */
function versionOf(folder, name) {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
