// The sandboxed frame's page, and what a site's Content-Security-Policy must allow for it.
import script, { sha256 } from './inside/frame.js?text';
import { pageSource } from './page-source.mjs';

/** The whole page, for `srcdoc` or for a file of a site's own. */
export const sandboxPage = pageSource(script, sha256);

/**
 * The directives that the page's Content-Security-Policy, if it has one, needs for the sandbox. With
 * the sandbox's page on a site's own address, it needs `frame-src` for that address alone.
 */
export const sandboxPolicy = `script-src 'sha256-${sha256}' blob:; worker-src blob:`;
