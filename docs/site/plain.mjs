// The page of plain HTML: no part of the site's program, but files beside the built script.
import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository, site } from './vite.mjs';

/** Writes it into a folder of the site, with what it loads. */
export async function writePlainPage(/** @type {string} */ out) {
  const folder = path.join(out, 'plain');
  const program = path.join(repository, '.ci/standalone.mjs');
  await promisify(execFile)(process.execPath, [program, folder, 'pancake.js', 'embed.js']);
  await cp(path.join(site, 'plain'), folder, { recursive: true });
}
