// The licence notices of what is bundled: of every package of which at least one line is used.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const intro = 'react-pancake includes parts of the packages below. Their licences:\n';
const rule = `\n${'-'.repeat(78)}\n\n`;

/**
 * The notices of the packages in some bundled files.
 * @param {Iterable<{ modules?: Record<string, { renderedLength: number }> }>} chunks
 * @returns {string[]}
 */
export function noticesOf(chunks) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const chunk of chunks) {
    for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
      const folder = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1];
      if (folder !== undefined && renderedLength > 0) folders.add(folder);
    }
  }
  return [...folders].map((folder) => {
    const file = path.join(folder, 'package.json');
    const { name, version, license } = JSON.parse(readFileSync(file, 'utf8'));
    const text = licenceText(folder);
    if (text === undefined) throw new Error(`${name} has no licence file to pass on`);
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
}

/**
 * The file of all notices.
 * @param {readonly string[]} notices
 */
export function noticeFile(notices) {
  return [intro, ...[...new Set(notices)].sort()].join(rule);
}

/**
 * Adds notices to the file of them.
 * @param {string} file
 * @param {readonly string[]} notices
 */
export function addNotices(file, notices) {
  const before = existsSync(file) ? readFileSync(file, 'utf8').split(rule).slice(1) : [];
  writeFileSync(file, noticeFile([...before, ...notices]));
}

/** @param {string} folder */
function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  return file === undefined ? undefined : readFileSync(path.join(folder, file), 'utf8');
}
