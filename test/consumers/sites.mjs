// The sites: what each is made of, how it is served, and what else of it is checked.
import { checkServerComponent } from './checks.mjs';

/**
 * @typedef {object} Mode One way to run a site.
 * @property {string} name
 * @property {boolean} isBuilt whether its first load tells what a reader pays
 * @property {Record<string, string>} [env]
 * @property {string} [build] the site's script that makes it
 * @property {string} [folder] what is served then, by a plain server
 * @property {string} [start] or the site's script that serves it, on $PORT
 *
 * @typedef {object} Site
 * @property {string} name its folder
 * @property {string[]} shown the packages whose versions are told
 * @property {string} shared where the shared sources go
 * @property {readonly Mode[]} modes
 * @property {readonly import('./checks.mjs').Check[]} [checks] what is checked beyond that of every site
 */

/** @param {string} folder @returns {Mode} */
const built = (folder) => ({ name: 'built', isBuilt: true, build: 'build', folder });

// React says what does not match at hydration, in full, only in its development build.
/** @type {Mode} */
const development = { name: 'development', isBuilt: false, start: 'dev' };

/** @type {readonly Site[]} */
export const sites = [
  {
    name: 'vite-react-19',
    shown: ['vite', 'react'],
    shared: 'src',
    modes: [built('dist'), development],
  },
  {
    name: 'vite-react-18',
    shown: ['vite', 'react'],
    shared: 'src',
    modes: [built('dist'), development],
  },
  {
    name: 'next',
    shown: ['next', 'react'],
    shared: '.',
    modes: [{ name: 'built', isBuilt: true, build: 'build', start: 'start' }, development],
    checks: [checkServerComponent],
  },
  {
    name: 'docusaurus',
    shown: ['@docusaurus/core', 'react'],
    shared: 'src',
    modes: [built('build')],
  },
  {
    name: 'astro',
    shown: ['astro', 'react'],
    shared: 'src/islands',
    modes: [built('dist'), development],
  },
];
