// Vite's development server, with pages that are rendered on it too.
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'vite';

const server = createHttpServer();
const vite = await createServer({
  appType: 'custom',
  server: { middlewareMode: true, hmr: { server } },
});
vite.middlewares.use(async (request, response, next) => {
  try {
    const template = await vite.transformIndexHtml(
      request.originalUrl,
      readFileSync('index.html', 'utf8'),
    );
    const { render } = await vite.ssrLoadModule('/src/server.tsx');
    const html = await render(request.originalUrl);
    response.setHeader('content-type', 'text/html');
    response.end(template.replace('<!--page-->', () => html));
  } catch (error) {
    next(error);
  }
});
server.on('request', vite.middlewares);
server.listen(Number(process.env.PORT));
