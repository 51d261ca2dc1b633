// All that is seen or heard of a page, from its HTML.

const spoken = /\s(?:aria-label|aria-valuetext|aria-description|title|placeholder|alt)="([^"]*)"/g;

/** The texts of a page, a piece at a time. Code is no language of people, and left out. */
export function textsOf(html: string): string[] {
  const plain = html
    .replace(/<(style|script|pre|textarea|code)\b.*?<\/\1>/gs, '')
    // React parts a sentence and a number in it by a comment; they are read as one.
    .replace(/<!--.*?-->/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'");
  const texts = plain.replace(/<[^>]*>/g, '\n').split('\n');
  return [...texts, ...[...plain.matchAll(spoken)].map(([, text]) => text!)];
}
