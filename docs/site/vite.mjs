// What the site's builds and its development server have in common.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import { aliases, lazySide } from '../../.ci/aliases.mjs';
import { kernels } from '../../.ci/kernels.mjs';
import { sources } from '../../.ci/sources.mjs';
import { style } from '../../.ci/style.mjs';
import { texts } from '../../.ci/texts.mjs';
import { contentFolder, mdxOptions } from './content.mjs';
import { pages } from './pages-plugin.mjs';

export const site = fileURLToPath(new URL('.', import.meta.url));
export const repository = path.resolve(site, '../..');
export const cache = path.join(repository, 'node_modules/.cache/react-pancake-docs');

/** @returns {import('vite').InlineConfig} */
export function siteConfig() {
  return {
    root: site,
    base: './',
    configFile: false,
    publicDir: false,
    cacheDir: path.join(cache, 'vite'),
    logLevel: 'warn',
    plugins: [
      lazySide(),
      kernels(),
      sources(),
      style(),
      texts(),
      pages(),
      { enforce: 'pre', ...mdx(/** @type {any} */ (mdxOptions)) },
    ],
    resolve: { alias: aliases, dedupe: ['react', 'react-dom'] },
    server: { fs: { allow: [repository, contentFolder] } },
  };
}
