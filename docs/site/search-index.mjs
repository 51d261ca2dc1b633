// The search index of all pages, as the browser loads it.
import MiniSearch from 'minisearch';
import { searchOptions } from './search-options.mjs';

/**
 * @param {import('./content.mjs').Page[]} pages
 * @returns {string} JSON
 */
export function searchIndex(pages) {
  const index = new MiniSearch(/** @type {any} */ (searchOptions));
  for (const { path, sections } of pages) {
    index.addAll(
      sections.map(({ id, depth, heading, text, hidden }) => ({
        // The title's place is the page's beginning.
        id: depth === 1 ? path : `${path}#${id}`,
        page: path,
        heading,
        text: text.join(' '),
        hidden: hidden.join(' '),
      })),
    );
  }
  return JSON.stringify(index);
}
