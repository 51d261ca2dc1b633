// The pages' plugin for Vite: the list of all pages, with a chunk of its own for each.
import { readPages } from './content.mjs';

const [list, summaries, one] = ['virtual:pages', 'virtual:summaries', 'virtual:page/'];

/** The module of a page, as the bundle names it. */
export const pageModule = (/** @type {string} */ path) => `\0${one}${path}`;

/** @returns {import('vite').Plugin} */
export function pages() {
  return {
    name: 'pages',
    resolveId: (id) => (id === list || id === summaries || id.startsWith(one) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0virtual:')) return null;
      const found = await readPages();
      if (id === `\0${list}`) return listOf(found);
      if (id === `\0${summaries}`) {
        return `export const summaries = ${JSON.stringify(
          Object.fromEntries(found.map((page) => [page.path, page.summary])),
        )};`;
      }
      const page = found.find(({ path }) => pageModule(path) === id);
      return page === undefined ? null : moduleOf(page);
    },
    configureServer(server) {
      const renew = (/** @type {string} */ file) => {
        if (!file.endsWith('.mdx')) return;
        for (const { moduleGraph } of Object.values(server.environments)) {
          for (const [id, module] of moduleGraph.idToModuleMap) {
            if (id.startsWith('\0virtual:')) moduleGraph.invalidateModule(module);
          }
        }
        server.ws.send({ type: 'full-reload' });
      };
      server.watcher.on('change', renew).on('add', renew).on('unlink', renew);
    },
  };
}

function listOf(/** @type {import('./content.mjs').Page[]} */ found) {
  const entries = found.map(({ path, section, number, title }) => {
    const said = JSON.stringify({ path, section, number, title }).slice(1, -1);
    return `{ ${said}, load: () => import(${JSON.stringify(one + path)}) }`;
  });
  return `export const pages = [${entries.join(',\n')}];`;
}

function moduleOf(/** @type {import('./content.mjs').Page} */ { file, sections }) {
  const headings = sections
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(({ id, depth, heading }) => ({ id, depth, text: heading }));
  return [
    `export { default } from ${JSON.stringify(file)};`,
    `export const headings = ${JSON.stringify(headings)};`,
  ].join('\n');
}
