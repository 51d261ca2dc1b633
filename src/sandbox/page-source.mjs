// The sandboxed frame's page as text: made here in the page, and as a file when the package is built.

/**
 * @param {string} script what the frame runs
 * @param {string} sha256 of the script, in base64
 * @returns {string} the page; its own policy allows its one script, workers made of text, and no network
 */
export function pageSource(script, sha256) {
  const policy = `default-src 'none'; script-src 'sha256-${sha256}' blob:; worker-src blob:`;
  return [
    '<!doctype html>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<title>react-pancake sandbox</title>',
    `<script>${script}</script>`,
  ].join('\n');
}
