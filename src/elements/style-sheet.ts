// The style sheet of all figures, made once for each document and adopted by every element in it.
import figures from '../theme/style.css?inline';
import host from './host.css?inline';

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * The sheet for a document. It is constructed, so that a Content-Security-Policy without
 * `'unsafe-inline'` has nothing against it.
 */
export function sheetFor(page: Document): CSSStyleSheet {
  let sheet = sheets.get(page);
  if (!sheet) {
    // A document takes only sheets of its own window.
    const { CSSStyleSheet: Sheet } = page.defaultView ?? globalThis;
    sheet = new Sheet();
    sheet.replaceSync(`${figures}\n${host}`);
    sheets.set(page, sheet);
  }
  return sheet;
}
