// A rehype plugin that reads a page: its title, its headings, and what is written under each.

/**
 * @typedef {object} Section A heading and the text under it.
 * @property {string} id of the heading, as in the page's address
 * @property {number} depth 1 for the page's title
 * @property {string} heading
 * @property {string[]} text
 * @property {string[]} hidden what the reader is not to see before an answer or a click
 *
 * @typedef {object} Outline
 * @property {string} title
 * @property {string} summary the first sentence
 * @property {Section[]} sections
 *
 * @typedef {object} Node Of a hast tree, with MDX's elements.
 * @property {string} type
 * @property {string} [tagName]
 * @property {string | null} [name]
 * @property {string} [value]
 * @property {Record<string, unknown>} [properties]
 * @property {{ name?: string, value?: unknown }[]} [attributes]
 * @property {Node[]} [children]
 */

/** Elements whose text is a passage of its own. */
const passages = ['p', 'pre', 'td', 'th', 'dt', 'dd'];
/** Components that keep their children to themselves at first. */
const covers = ['Predict', 'Spoiler'];
/** Attributes that a reader reads. */
const spoken = ['question', 'summary', 'title', 'caption'];

/** @param {(outline: Outline) => void} report */
export function collectOutline(report) {
  return (/** @type {Node} */ tree) => {
    report(outlineOf(tree));
  };
}

/**
 * @param {Node} tree after rehype-slug
 * @returns {Outline}
 */
export function outlineOf(tree) {
  /** @type {Section[]} */
  const sections = [];
  let summary = '';

  const add = (/** @type {string} */ text, /** @type {boolean} */ hidden) => {
    const section = sections.at(-1);
    if (section === undefined || text === '') return;
    section[hidden ? 'hidden' : 'text'].push(text);
  };

  const visit = (/** @type {Node} */ node, /** @type {boolean} */ hidden) => {
    const { tagName = '', children = [] } = node;
    if (/^h[1-6]$/.test(tagName)) {
      const id = String(node.properties?.['id'] ?? '');
      const depth = Number(tagName[1]);
      sections.push({ id, depth, heading: textOf(node), text: [], hidden: [] });
    } else if (passages.includes(tagName) || hasText(node)) {
      const text = textOf(node);
      if (summary === '' && tagName === 'p' && !hidden) summary = firstSentence(text);
      add(text, hidden);
    } else {
      for (const attribute of node.attributes ?? []) {
        const { name = '', value } = attribute;
        if (spoken.includes(name) && typeof value === 'string') add(value, hidden);
      }
      const covered = hidden || covers.includes(node.name ?? '');
      for (const child of children) visit(child, covered);
    }
  };
  visit(tree, false);
  const title = sections.find(({ depth }) => depth === 1)?.heading ?? '';
  return { title, summary, sections };
}

/** Whether text stands in it directly, as in `<li>text</li>`. */
function hasText(/** @type {Node} */ { type, children = [] }) {
  return (
    type !== 'root' && children.some((child) => child.type === 'text' && child.value?.trim() !== '')
  );
}

/** @returns {string} */
function textOf(/** @type {Node} */ node) {
  const words = (/** @type {Node} */ { type, value, children = [] }) =>
    type === 'text' ? (value ?? '') : children.map(words).join('');
  return words(node).replace(/\s+/g, ' ').trim();
}

function firstSentence(/** @type {string} */ text) {
  return /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
}
