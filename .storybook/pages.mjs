// The pages of the course and the guides in Storybook: links between them lead to one another, and
// their text looks as on the site (docs/site/prose.css), not as Storybook's own pages do.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageLinks, storybookAddress } from '../docs/site/page-links.mjs';
import { readable } from '../docs/site/readable.mjs';

/**
 * @typedef {object} Node Of a hast tree, as far as is needed here.
 * @property {string} type
 * @property {string} [tagName]
 * @property {string} [value]
 * @property {Record<string, unknown>} [properties]
 * @property {Node[]} [children]
 */

const folder = fileURLToPath(new URL('../docs', import.meta.url));
const mark = 'page of the site:';

/**
 * Storybook compiles a page without telling where it lies: this plugin for Vite, which must come
 * before Storybook's, writes it under the page, for the other one to read.
 */
export function pagePlaces() {
  return {
    name: 'page-places',
    enforce: /** @type {const} */ ('pre'),
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      const place = path
        .relative(folder, id.split('?')[0] ?? id)
        .split(path.sep)
        .join('/');
      if (!/^(course|guides)\/[^/]+\.mdx$/.test(place)) return null;
      return { code: `${code}\n\n{/* ${mark}${place} */}\n`, map: null };
    },
  };
}

/** The plugin for rehype. */
export function sitePage() {
  // Storybook has no page of plain HTML: its link stays where it is.
  const link = pageLinks({ folder, address: storybookAddress, plain: storybookAddress });
  const improve = readable();
  return (/** @type {Node} */ tree) => {
    const { children = [] } = tree;
    const note = children.find(({ value }) => value?.includes(mark));
    const place = note?.value?.split(mark)[1]?.split(' ')[0];
    if (place === undefined) return;
    link(tree, { path: path.join(folder, place) });
    improve(tree);
    const isImport = (/** @type {Node} */ { type }) => type === 'mdxjsEsm';
    const shown = children.filter((node) => !isImport(node) && node !== note);
    const properties = { className: ['prose', 'sb-unstyled'] };
    tree.children = [
      ...children.filter(isImport),
      { type: 'element', tagName: 'div', properties, children: shown },
    ];
  };
}
