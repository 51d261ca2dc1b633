// The sandboxed frame's page, and what a site's Content-Security-Policy must allow for it.
import script, { sha256 } from './inside/frame.js?text';

/** What the frame's own policy allows: its one script, and workers made of text. No network at all. */
const policy = `default-src 'none'; script-src 'sha256-${sha256}' blob:; worker-src blob:`;

/** The whole page, for `srcdoc` or for a file of a site's own. */
export const sandboxPage = [
  '<!doctype html>',
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  '<title>react-pancake sandbox</title>',
  `<script>${script}</script>`,
].join('\n');

/**
 * The directives that the page's Content-Security-Policy, if it has one, needs for the sandbox. With
 * the sandbox's page on a site's own address, it needs `frame-src` for that address alone.
 */
export const sandboxPolicy = `script-src 'sha256-${sha256}' blob:; worker-src blob:`;
