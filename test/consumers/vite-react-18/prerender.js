// Writes each page as HTML, so that it can be read before the script has come.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { paths, render } from './dist-server/server.js';

const template = readFileSync('dist/index.html', 'utf8');
for (const path of paths) {
  const html = await render(path);
  mkdirSync(`dist${path}`, { recursive: true });
  writeFileSync(
    `dist${path}index.html`,
    template.replace('<!--page-->', () => html),
  );
}
