// Finds the pages of the course and the guides, and reads what each is about.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import { collectOutline } from './outline.mjs';
import { pageLinks, siteAddress, sitePlainAddress } from './page-links.mjs';
import { readable } from './readable.mjs';

/**
 * @typedef {object} Page
 * @property {string} path its address from the site's start: `course/01-the-chain-rule/`
 * @property {'course' | 'guides'} section
 * @property {string} file
 * @property {number | null} number a page of the course has one, from its file's name
 * @property {string} title
 * @property {string} summary
 * @property {import('./outline.mjs').Section[]} sections
 */

/** The folder of `course` and `guides`; another one for trying the site out. */
export const contentFolder =
  process.env['PANCAKE_DOCS'] ?? fileURLToPath(new URL('..', import.meta.url));

/** How a page's file is read, here and by Vite. */
export const mdxOptions = {
  remarkPlugins: [remarkGfm],
  rehypePlugins: [
    rehypeSlug,
    readable,
    [pageLinks, { folder: contentFolder, address: siteAddress, plain: sitePlainAddress }],
  ],
};

/** Guides that come first, in this order; the others follow by name. */
const firstGuides = ['first-figure', 'shared-state', 'own-data', 'own-layer', 'own-figure'];

/**
 * All pages, in the order in which they are read.
 * @returns {Promise<Page[]>}
 */
export async function readPages() {
  const course = await readSection('course');
  const guides = await readSection('guides');
  const place = (/** @type {Page} */ { file }) => {
    const first = firstGuides.indexOf(path.basename(file, '.mdx'));
    return first === -1 ? firstGuides.length : first;
  };
  return [...course, ...guides.sort((one, other) => place(one) - place(other))];
}

/**
 * @param {'course' | 'guides'} section
 * @returns {Promise<Page[]>}
 */
async function readSection(section) {
  const folder = path.join(contentFolder, section);
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(files.map((name) => readPage(section, path.join(folder, name))));
}

/**
 * @param {'course' | 'guides'} section
 * @param {string} file
 * @returns {Promise<Page>}
 */
async function readPage(section, file) {
  const name = path.basename(file, '.mdx');
  /** @type {import('./outline.mjs').Outline | undefined} */
  let outline;
  const report = (/** @type {import('./outline.mjs').Outline} */ found) => (outline = found);
  const reader = mdx({ ...mdxOptions, rehypePlugins: [rehypeSlug, [collectOutline, report]] });
  await reader.transform(await readFile(file, 'utf8'), file);
  if (!outline?.title) throw new Error(`${file} has no title: a line that begins with "# "`);
  const number = section === 'course' ? Number.parseInt(name, 10) : Number.NaN;
  return {
    path: `${section}/${name}/`,
    section,
    file,
    number: Number.isNaN(number) ? null : number,
    ...outline,
  };
}
