// Where the package's own names lead inside the repository: tests, stories and pages import what
// users import, and get the sources.
import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/** For `resolve.alias` of Vite. */
export const aliases = [
  { find: /^react-pancake$/, replacement: here('../src/index.ts') },
  { find: /^react-pancake\/engine$/, replacement: here('../src/engine-entry.ts') },
  { find: /^react-pancake\/lazy$/, replacement: here('../src/lazy/index.ts') },
  { find: /^react-pancake\/locales\/(.+)$/, replacement: here('../src/locales/') + '$1/index.ts' },
  { find: /^react-pancake\/style\.css$/, replacement: here('../src/theme/style.css') },
  { find: /^react-pancake\/themes\/(.+)$/, replacement: here('../src/theme/themes/') + '$1' },
];

/** `#lazy` inside the repository, as package.json has it for the built package: a plugin for Vite. */
export function lazySide() {
  return {
    name: 'lazy-side',
    enforce: /** @type {const} */ ('pre'),
    resolveId(/** @type {string} */ id, _importer, /** @type {{ ssr?: boolean }} */ { ssr } = {}) {
      if (id !== '#lazy') return null;
      return here(ssr ? '../src/lazy/server.ts' : '../src/lazy/browser.tsx');
    },
  };
}
