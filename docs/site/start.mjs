// npm run start:docs: the site while its pages are being written. What is saved shows at once. The
// policy and the bundle are those of `npm run build:docs` only.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createServer } from 'vite';
import { contentFolder, readPages } from './content.mjs';
import { documentOf } from './document.mjs';
import { searchIndex } from './search-index.mjs';
import { repository, site, siteConfig } from './vite.mjs';

const port = Number(process.env['PORT'] ?? 6007);
const config = siteConfig();
const server = await createServer({
  ...config,
  base: '/',
  appType: 'custom',
  server: { ...config.server, port },
});

server.middlewares.use((request, response, next) => {
  const address = new URL(request.originalUrl ?? '/', 'http://localhost').pathname;
  const answer = async () => {
    if (address === '/search.json') {
      response.setHeader('content-type', 'application/json');
      return searchIndex(await readPages());
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return pageAt(address);
  };
  if (address.startsWith('/plain/')) {
    plainFile(path.basename(address)).then(
      (body) => response.setHeader('content-type', typeOf(address)).end(body),
      () => next(),
    );
  } else if (address !== '/search.json' && !address.endsWith('/')) next();
  else {
    answer().then(
      (text) => response.end(text),
      (error) => {
        server.ssrFixStacktrace(error);
        response.statusCode = 500;
        response.end(String(error.stack));
      },
    );
  }
});
server.watcher.add(contentFolder);
await server.listen();
server.printUrls();
console.log(`The course and the guides: http://localhost:${port}/`);

async function pageAt(/** @type {string} */ address) {
  const page = decodeURI(address).slice(1);
  const { render } = await server.ssrLoadModule('/server.tsx');
  const root = page.replace(/[^/]+\//g, '../');
  const { html, title } = await render(page, root);
  const files = { script: 'client.tsx', styles: ['site.css'], preloads: [] };
  const about = { path: page, title, description: '', root, search: 'search.json', policy: null };
  return server.transformIndexHtml(address, documentOf({ ...about, html, ...files }));
}

// The page of plain HTML, with what `npm run build` made.
function plainFile(/** @type {string} */ name) {
  const inBuild = () => readFile(path.join(repository, 'dist', name));
  return readFile(path.join(site, 'plain', name)).catch(inBuild);
}

function typeOf(/** @type {string} */ name) {
  const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
  const type = types[/** @type {keyof typeof types} */ (path.extname(name))] ?? 'text/plain';
  return `${type}; charset=utf-8`;
}
