// npm run build:docs: the course and the guides as a static site in docs-dist/, each page written
// out as HTML, for any web server and any base path. A folder may be named: build.mjs /tmp/site.
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { readPages } from './content.mjs';
import { contentPolicy, documentOf } from './document.mjs';
import { pageModule } from './pages-plugin.mjs';
import { writePlainPage } from './plain.mjs';
import { searchIndex } from './search-index.mjs';
import { cache, repository, site, siteConfig } from './vite.mjs';

/** @typedef {import('vite').Rollup.OutputChunk} Chunk */

process.env['NODE_ENV'] = 'production';
const out = path.resolve(process.argv[2] ?? path.join(repository, 'docs-dist'));
const pages = await readPages();
const { server, sandbox } = await buildServer();
const chunks = await buildClient();

const index = searchIndex(pages);
const hash = createHash('sha256').update(index).digest('hex').slice(0, 8);
const search = `assets/search-${hash}.json`;
await write(search, index);

const policy = contentPolicy(sandbox.sandboxPolicy);
for (const page of server.paths) {
  const root = page.replace(/[^/]+\//g, '../');
  const { html, title } = await server.render(page, root);
  const description = pages.find(({ path: one }) => one === page)?.summary ?? '';
  const files = filesOf(page);
  const given = { path: page, title, description, html, root, search, policy, ...files };
  await write(`${page}index.html`, documentOf(given));
}
await writePlainPage(out);
console.log(`${server.paths.length} pages in ${path.relative(process.cwd(), out) || '.'}`);

/** The pages' program for Node, and what the sandbox asks of a policy. */
async function buildServer() {
  const folder = path.join(cache, `server-${process.pid}`);
  const input = {
    server: path.join(site, 'server.tsx'),
    sandbox: path.join(repository, 'src/sandbox/page.ts'),
  };
  await build({
    ...siteConfig(),
    build: { ssr: true, outDir: folder, emptyOutDir: true, rolldownOptions: { input } },
  });
  const load = (/** @type {string} */ name) =>
    import(pathToFileURL(path.join(folder, `${name}.js`)).href);
  const built = { server: await load('server'), sandbox: await load('sandbox') };
  // A page's chunk is loaded when it is rendered: all of them now, before they are gone.
  for (const page of built.server.paths) await built.server.render(page, '');
  await rm(folder, { recursive: true });
  return built;
}

/** What the browser loads. */
async function buildClient() {
  const result = await build({
    ...siteConfig(),
    build: {
      outDir: out,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path.join(site, 'client.tsx') },
    },
  });
  const [{ output }] = /** @type {import('vite').Rollup.RollupOutput[]} */ ([result].flat());
  return output;
}

/** The files that a page needs, from the site's start. */
function filesOf(/** @type {string} */ page) {
  const module = page === '' ? path.join(site, 'start-page.tsx') : pageModule(page);
  const entry = chunkOf((chunk) => chunk.isEntry);
  const own = chunkOf((chunk) => chunk.facadeModuleId === module);
  const names = [...new Set([...importsOf(entry), ...importsOf(own)])];
  const css = names.flatMap((name) => [
    .../** @type {any} */ (chunkOf(({ fileName }) => fileName === name)).viteMetadata.importedCss,
  ]);
  const preloads = names.filter((name) => name !== entry.fileName);
  return { script: entry.fileName, styles: [...new Set(css)], preloads };
}

/** @returns {string[]} */
function importsOf(/** @type {Chunk} */ { fileName, imports }) {
  const further = imports.map((name) => chunkOf((chunk) => chunk.fileName === name));
  return [fileName, ...further.flatMap(importsOf)];
}

/** @returns {Chunk} */
function chunkOf(/** @type {(chunk: Chunk) => boolean} */ wanted) {
  const found = chunks.find((file) => file.type === 'chunk' && wanted(file));
  if (found?.type !== 'chunk') throw new Error('The bundle has no such chunk');
  return found;
}

async function write(/** @type {string} */ name, /** @type {string} */ text) {
  const file = path.join(out, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
