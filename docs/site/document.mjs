// The HTML document around a rendered page, with its policy.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const themeScript = readFileSync(new URL('theme-script.js', import.meta.url), 'utf8');
const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="#1b64b0"><rect x="3" y="2" width="14" height="4" rx="2"/><rect x="1" y="8" width="18" height="4" rx="2" fill="#c8560f"/><rect x="2" y="14" width="16" height="4" rx="2"/></svg>',
  );

/**
 * @typedef {object} Document
 * @property {string} path from the site's start
 * @property {string} title
 * @property {string} description
 * @property {string} html of the page
 * @property {string} root the way to the site's start
 * @property {string} search the index, from the site's start
 * @property {string | null} policy none while developing
 * @property {string} script
 * @property {readonly string[]} styles
 * @property {readonly string[]} preloads modules that the page will need
 */

/** @param {Document} given */
export function documentOf({ path, title, description, html, root, search, policy, ...files }) {
  const lines = [
    '<!doctype html>',
    `<html lang="en" data-page="${path}" data-root="${root}" data-search="${root}${search}">`,
    '<head>',
    '<meta charset="utf-8">',
    policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    description && `<meta name="description" content="${escape(description)}">`,
    `<link rel="icon" href="${icon}">`,
    `<script>${themeScript}</script>`,
    ...files.styles.map((file) => `<link rel="stylesheet" href="${root}${file}">`),
    `<script type="module" src="${root}${files.script}"></script>`,
    ...files.preloads.map((file) => `<link rel="modulepreload" href="${root}${file}">`),
    '</head>',
    `<body><div id="site">${html}</div></body>`,
    '</html>',
    '',
  ];
  return lines.filter((line) => typeof line === 'string').join('\n');
}

/**
 * What a page of the site may do. WebAssembly is compiled for the engine's kernels; the reader's own
 * code runs in a frame that inherits this policy, so what the frame needs must stand here too.
 *
 * @param {string} sandboxPolicy what the sandbox needs: directives, separated by semicolons
 */
export function contentPolicy(sandboxPolicy) {
  const hash = createHash('sha256').update(themeScript).digest('base64');
  /** @type {Record<string, string[]>} */
  const directives = {
    'default-src': ["'self'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'", `'sha256-${hash}'`],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  for (const directive of sandboxPolicy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    directives[name] = [...(directives[name] ?? []), ...sources];
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

const escape = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
