// A rehype plugin: a link from one page's file to another's, `./02-longer-chains.mdx`, becomes a link
// to where that page is shown. The site and Storybook both use it.
import path from 'node:path';

/**
 * @typedef {object} Node Of a hast tree, as far as is needed here.
 * @property {string} type
 * @property {string} [tagName]
 * @property {Record<string, unknown>} [properties]
 * @property {Node[]} [children]
 */

/**
 * @param {object} options
 * @param {string} options.folder that has the pages' folders, `course` and `guides`
 * @param {(target: string, from: string) => string} options.address of a page, both named by their
 *   place without the ending: `course/02-longer-chains`
 * @param {(from: string) => string} [options.plain] of the page of plain HTML
 */
export function pageLinks({ folder, address, plain = () => plainFile }) {
  const placeOf = (/** @type {string} */ file) =>
    path
      .relative(folder, file)
      .split(path.sep)
      .join('/')
      .replace(/\.mdx$/, '');
  return (/** @type {Node} */ tree, /** @type {{ path: string }} */ file) => {
    const from = placeOf(file.path);
    const rewrite = (/** @type {Node} */ node) => {
      const href = node.tagName === 'a' ? node.properties?.['href'] : undefined;
      const link = typeof href === 'string' ? /^([^:#?]+\.mdx)(#.*)?$/.exec(href) : null;
      if (link !== null && node.properties !== undefined) {
        const target = placeOf(path.resolve(path.dirname(file.path), decodeURI(link[1] ?? '')));
        node.properties['href'] = address(target, from) + (link[2] ?? '');
      }
      if (href === plainFile && node.properties !== undefined)
        node.properties['href'] = plain(from);
      node.children?.forEach(rewrite);
    };
    rewrite(tree);
  };
}

/** The address of one page of the site as seen from another: each is a folder of its own. */
export function siteAddress(/** @type {string} */ target, /** @type {string} */ from) {
  return `${path.posix.relative(from, target) || '.'}/`;
}

/** The address of a page in Storybook. */
export function storybookAddress(/** @type {string} */ target) {
  return `?path=/docs/${target.replaceAll('/', '-')}--docs`;
}

// As a guide names it; on the site it is a file among others.
const plainFile = '../site/plain/demo.html';

/** The address of the page of plain HTML as seen from a page of the site. */
export function sitePlainAddress(/** @type {string} */ from) {
  return path.posix.relative(from, 'plain/demo.html');
}
